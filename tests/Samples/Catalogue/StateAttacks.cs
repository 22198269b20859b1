namespace HiPerf.Samples.Catalogue;

/// <summary>What is decided by the state of a connection and not by the octets of one message.</summary>
public static class StateAttacks
{
    private const string Lost = " Error Error must-close";

    public static IReadOnlyList<StateAttack> All { get; } = [.. Requests, .. Writing, .. Responses];

    private static IReadOnlyList<StateAttack> Requests =>
    [
        new("RQ-21", "content behind a broken chunk", "Server", ">POST/chunked >!BadChunkSize >+5", "BadChunkSize Error Awaited"),
        new("RQ-21", "request behind a broken chunk", "Server", ">POST/chunked >!BadChunkSize >GET", "BadChunkSize Error Awaited"),
        new("RQ-21", "another error behind a broken chunk", "Server", ">POST/chunked >!BadChunkSize >!BareLf", "BadChunkSize Error Awaited"),
        new("RQ-21", "the one answer to a broken chunk", "Server", ">POST/chunked >!BadChunkSize <400/0", "Taken Error MustClose must-close"),
        new("RQ-21", "a second answer to a broken chunk", "Server", ">POST/chunked >!BadChunkSize <400/0 <400/0", "throws Error MustClose must-close"),
        new("RQ-27", "octets behind CONNECT wait for its answer", "Server", ">CONNECT >begin", "Paused Proposed Awaited"),
        new("RQ-27", "octets behind a CONNECT that failed", "Server", ">CONNECT >begin <405/0 >begin", "MessageAfterClose Error MustClose must-close"),
        new("RQ-27", "CONNECT with content", "Server", ">CONNECT/5", "ConnectWithContent Error Awaited"),
        new("RQ-27", "octets of a tunnel are no request", "Server", ">CONNECT <200 >begin", "Switched Switched Switched switched"),
        new("RQ-29", "answer before the content is read", "Server", ">GET/37 <200/0", "Taken Content Done must-drain >37"),
        new("RQ-29", "next request before the content is read", "Server", ">GET/37 <200/0 reuse", "throws Content Done must-drain >37"),
        new("RQ-29", "next request behind the content", "Server", ">GET/37 <200/0 >+37 reuse >GET", "Taken Done Awaited"),
        new("RQ-29", "more content than was declared", "Server", ">GET/5 >+6", "ExcessContent Error Awaited"),
        new("RQ-30", "100 is due", "Server", ">POST/5,expect", "Taken Content Awaited awaits-100 >5"),
        new("RQ-30", "100 is due no more once content comes", "Server", ">POST/5,expect >+1", "Taken Content Awaited >4"),
        new("RQ-30", "final answer, nothing read", "Server", ">POST/5,expect <417/0", "Taken Content Done must-drain >5"),
        new("RQ-30", "final answer, next request", "Server", ">POST/5,expect <417/0 reuse", "throws Content Done must-drain >5"),
        new("RQ-30", "HTTP/1.0 expects nothing", "Server", ">POST/5,expect,1.0,keep", "Taken Content Awaited >5"),
        new("RQ-30", "100 to HTTP/1.0", "Server", ">POST/5,1.0,keep <100", "throws Content Awaited >5"),
        new("RQ-30", "100 behind the final answer", "Server", ">GET <200/0 <100", "throws Done Done reusable"),
        new("RQ-31", "101 that was not asked for", "Server", ">GET <101,upgrade", "throws Done Awaited"),
        new("RQ-31", "101 without its field", "Server", ">GET,upgrade <101", "throws Proposed Awaited"),
        new("RQ-31", "101 to HTTP/1.0", "Server", ">GET,1.0,keep,upgrade <101,upgrade", "throws Done Awaited"),
        new("RQ-31", "content is still the request's behind a 101", "Server", ">POST/5,upgrade <101,upgrade", "Taken Content Switched >5"),
        new("RQ-31", "octets behind the switch are no request", "Server", ">GET,upgrade <101,upgrade >begin", "Switched Switched Switched switched"),
        new("RQ-31", "response behind the switch", "Server", ">GET,upgrade <101,upgrade <200/0", "throws Switched Switched switched"),
        new("RQ-33", "request behind one that is not answered", "Server", ">GET >GET", "Paused Done Awaited"),
        new("RQ-33", "request behind one that is being answered", "Server", ">GET <200/5 >GET", "Paused Done Content <5"),
        new("RQ-33", "broken request behind an answered one", "Server", ">GET <200/0 reuse >begin >!BareLf <400/0", "Taken Error MustClose must-close"),
        new("RQ-33", "request behind close", "Server", ">GET,close >GET", "MessageAfterClose Error Awaited"),
    ];

    private static IReadOnlyList<StateAttack> Writing =>
    [
        new("WR-04", "longer than its length", "Server", ">GET <200/5 <+6", "throws Done Content <5"),
        new("WR-04", "longer than its length by its second part", "Server", ">GET <200/5 <+5 <+1", "throws Done Done reusable"),
        new("WR-04", "ended before its length", "Server", ">GET <200/5 <+4 <end", "throws Done Content <1"),
        new("WR-04", "closed before its length", "Server", ">GET <200/5 <+4 <close", "throws Done Content <1"),
        new("WR-04", "aborted before its length", "Server", ">GET <200/5 <+4 <reset", "IncompleteContent" + Lost),
        new("WR-04", "longer than its length", "Client", ">POST/5 >+6", "throws Content Awaited >5"),
        new("WR-04", "ended before its length", "Client", ">POST/5 >+4 >end", "throws Content Awaited >1"),
        new("WR-04", "aborted before its length", "Client", ">POST/5 >+4 >reset", "IncompleteContent" + Lost),
        new("WR-05", "content on HEAD", "Server", ">HEAD <200/5 <+1", "throws Done Done reusable"),
        new("WR-05", "content on 204", "Server", ">GET <204 <+1", "throws Done Done reusable"),
        new("WR-05", "content on 304", "Server", ">GET <304/5 <+5", "throws Done Done reusable"),
        new("WR-05", "content on 100", "Server", ">GET <100 <+1", "throws Done Awaited"),
        new("WR-05", "length on 100", "Server", ">GET <100/5", "throws Done Awaited"),
        new("WR-05", "length on 204", "Server", ">GET <204/5", "throws Done Awaited"),
        new("WR-05", "coding on 204", "Server", ">GET <204/chunked", "throws Done Awaited"),
        new("WR-05", "length on 2xx to CONNECT", "Server", ">CONNECT <200/0", "throws Proposed Awaited"),
        new("WR-05", "coding to HTTP/1.0", "Server", ">GET,1.0 <200/chunked", "throws MustClose Awaited"),
        new("WR-05", "content on 205", "Server", ">GET <205/5", "throws Done Awaited"),
        new("WR-06", "failure inside chunked content", "Server", ">GET <200/chunked <+5 <reset", "IncompleteContent" + Lost),
        new("WR-06", "failure inside counted content", "Server", ">GET <200/5 <+1 <reset", "IncompleteContent" + Lost),
        new("WR-06", "last chunk behind a failure", "Server", ">GET <200/chunked <+5 <reset <end", "IncompleteContent" + Lost),
        new("WR-06", "clean end behind a failure", "Server", ">GET <200/chunked <+5 <reset <close", "IncompleteContent" + Lost),
        new("WR-06", "failure, as its client sees it", "Client", ">GET <200/chunked <+5 <reset", "IncompleteContent" + Lost),
        new("WR-06", "failure that closes, as its client sees it", "Client", ">GET <200/chunked <+5 <close", "IncompleteContent" + Lost),
        new("WR-07", "content behind the last chunk", "Server", ">GET <200/chunked <end <+1", "throws Done Done reusable"),
        new("WR-07", "content before the next request", "Server", ">GET <200/0 reuse <+1", "throws Idle Idle"),
        new("WR-07", "content before its head", "Server", ">GET <+1", "throws Done Awaited"),
        new("WR-07", "second final response", "Server", ">GET <200/0 <200/0", "throws Done Done reusable"),
        new("WR-07", "second head inside content", "Server", ">GET <200/5 <200/0", "throws Done Content <5"),
        new("WR-07", "response to no request", "Server", "<200/0", "throws Idle Idle"),
        new("WR-07", "request inside a response", "Client", ">GET <200/5 >GET", "throws Done Content <5"),
        new("WR-07", "content behind a whole request", "Client", ">GET >+1", "throws Done Awaited"),
    ];

    private static IReadOnlyList<StateAttack> Responses =>
    [
        new("RS-02", "101 that was not asked for", "Client", ">GET <101,upgrade", "UnofferedUpgrade" + Lost),
        new("RS-02", "101 to an offer without Connection", "Client", ">GET,field <101,upgrade", "UnofferedUpgrade" + Lost),
        new("RS-02", "101 without a protocol", "Client", ">GET,upgrade <101", "BadUpgrade" + Lost),
        new("RS-02", "101 to CONNECT", "Client", ">CONNECT <101,upgrade", "UnofferedUpgrade" + Lost),
        new("RS-02", "100 behind the final response", "Client", ">GET <200/0 <100", "UnsolicitedResponse" + Lost),
        new("RS-02", "100 with a length", "Client", ">GET <100/5", "ContentInInterimResponse" + Lost),
        new("RS-02", "103 with a coding", "Client", ">GET <103/chunked", "ContentInInterimResponse" + Lost),
        new("RS-03", "end before the head", "Client", ">GET <close", "MissingResponse" + Lost),
        new("RS-03", "end inside the head", "Client", ">GET <begin <close", "IncompleteHead" + Lost),
        new("RS-03", "end before the length", "Client", ">GET <200/5 <+4 <close", "IncompleteContent" + Lost),
        new("RS-03", "end before the last chunk", "Client", ">GET <200/chunked <+4 <close", "IncompleteContent" + Lost),
        new("RS-03", "reset behind the whole content", "Client", ">GET <200/5 <+5 <reset", "Taken MustClose Closed must-close"),
        new("RS-04", "end of content until close", "Client", ">GET <200/until <+5 <close", "Taken MustClose Closed must-close"),
        new("RS-04", "reset of content until close", "Client", ">GET <200/until <+5 <reset", "IncompleteContent" + Lost),
        new("RS-06", "octets behind a response to HEAD", "Client", ">HEAD <200/5 <begin", "UnsolicitedResponse" + Lost),
        new("RS-06", "octets behind 204", "Client", ">GET <204 <begin", "UnsolicitedResponse" + Lost),
        new("RS-06", "octets behind 304", "Client", ">GET <304/5 <begin", "UnsolicitedResponse" + Lost),
        new("RS-06", "205 with content", "Client", ">GET <205/5", "ExcessContent" + Lost),
        new("RS-06", "2xx to CONNECT with a length", "Client", ">CONNECT <200/5", "Taken Switched Switched switched"),
        new("RS-07", "octets on an idle connection", "Client", "<begin", "UnsolicitedResponse" + Lost),
        new("RS-07", "response on an idle connection", "Client", ">GET <200/0 reuse <200/0", "UnsolicitedResponse" + Lost),
        new("RS-07", "request behind unsolicited octets", "Client", ">GET <200/0 <begin >GET", "UnsolicitedResponse" + Lost),
        new("RS-07", "end of an idle connection", "Client", ">GET <200/0 reuse <close", "Taken MustClose Closed must-close"),
    ];
}
