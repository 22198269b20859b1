using HiPerf.Http1;

namespace HiPerf.Properties.Http1;

/// <summary>One event of a generated sequence: a head of either kind, content, or an end of some sort.</summary>
/// <param name="IsRequest">Whether it happens in the client's direction.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Head">The head, when it is one.</param>
/// <param name="Octets">Octets of content.</param>
public sealed record ExchangeStep(bool IsRequest, ExchangeEventKind Kind, ExchangeHead? Head = null, int Octets = 0)
{
    public override string ToString() => (IsRequest ? ">" : "<") + (Head?.ToString() ?? (Kind == ExchangeEventKind.Content ? $"+{Octets}" : Kind.ToString()));
}

/// <summary>What a head says, in the words of the RFC.</summary>
/// <param name="Method">Of a request.</param>
/// <param name="Status">Of a response.</param>
/// <param name="Frame">"", "chunked", "until", or a Content-Length.</param>
/// <param name="Closes">Connection: close.</param>
/// <param name="Upgrades">Upgrade, with its connection option.</param>
/// <param name="Expects">Expect: 100-continue.</param>
public sealed record ExchangeHead(string Method, int Status, string Frame, bool Closes, bool Upgrades, bool Expects)
{
    public override string ToString() => $"{Method}{(Status > 0 ? Status : "")}/{Frame}{(Closes ? ",close" : "")}{(Upgrades ? ",upgrade" : "")}{(Expects ? ",expect" : "")}";
}

/// <summary>The rules of an exchange, read off the history of a connection anew at every event: slow, without states, written from RFC 9110 and RFC 9112 alone.</summary>
/// <remarks>It knows HTTP/1.1 messages alone, and answers whether the sender may do the next thing, not what it is called when he may not.</remarks>
internal sealed class ExchangeModel(bool isServer, int maxInterim)
{
    private readonly List<ExchangeStep> _exchange = [];
    private bool _lost;
    private bool _requestLost;
    private bool _endless = true;
    private bool _early;

    private IEnumerable<ExchangeStep> Requests => _exchange.Where(s => s.IsRequest);

    private IEnumerable<ExchangeStep> Responses => _exchange.Where(s => !s.IsRequest);

    private ExchangeHead? Request => Requests.FirstOrDefault(s => s.Head is not null)?.Head;

    private ExchangeHead? Final => Responses.FirstOrDefault(s => s.Head is { } h && (h.Status >= 200 || h.Status == 101))?.Head;

    /// <summary>The request as it stood when its final response was made: one that is answered before its head is whole, with 408, has neither method nor fields to go by.</summary>
    private ExchangeHead? Asked => _exchange.TakeWhile(s => s.Head is not { Status: >= 200 or 101 }).FirstOrDefault(s => s is { IsRequest: true, Head: not null })?.Head;

    private bool RequestBegun => Request is not null || Requests.Any(s => s.Kind == ExchangeEventKind.Begin);

    private int Interim => Responses.Count(s => s.Head is { Status: < 200 and not 101 });

    // RFC 9110 sections 7.8, 9.3.6.
    private bool Tunnel => Final is { } f && (f.Status == 101 || (Asked?.Method == "CONNECT" && f.Status < 300));

    /// <summary>RFC 9112 section 6.3 for a request; a CONNECT has none (RFC 9110 section 9.3.6).</summary>
    private string RequestFrame => Request is null || Request.Method == "CONNECT" || Request.Frame == "0" ? "" : Request.Frame;

    /// <summary>RFC 9112 section 6.3 for a response.</summary>
    private string ResponseFrame => Final is not { } f || Tunnel || Asked?.Method == "HEAD" || f.Status is 204 or 304 || f.Frame == "0" ? "" : f.Frame;

    private bool RequestWhole => Request is not null && IsWhole(RequestFrame, Requests);

    private bool ResponseWhole => Final is not null && !Tunnel && IsWhole(ResponseFrame, Responses) && !(ResponseFrame == "until" && !isServer && !ServerLeft);

    private bool ClientLeft => Requests.Any(IsDeparture);

    private bool ServerLeft => Responses.Any(IsDeparture);

    /// <summary>Whether the next exchange may begin. RFC 9112 section 9.3.</summary>
    public bool IsReusable => !_lost && !_requestLost && _endless && RequestWhole && ResponseWhole && !ClientLeft && !ServerLeft
        && !Request!.Closes && !Final!.Closes && Final.Frame != "until" && !_early;

    /// <summary>Whether all octets from here on are another protocol's.</summary>
    public bool HasSwitched => !_lost && !_requestLost && Tunnel && RequestWhole && !ClientLeft && !ServerLeft;

    /// <summary>RFC 9110 section 10.1.1: until the content begins, 100 comes, or a final response.</summary>
    public bool AwaitsContinue => !_lost && !_requestLost && Request is { Expects: true } && RequestFrame.Length > 0 && Final is null
        && !Requests.Any(s => s.Kind == ExchangeEventKind.Content && s.Octets > 0) && !Responses.Any(s => s.Head?.Status == 100);

    /// <summary>Whether everything is lost.</summary>
    public bool IsLost => _lost;

    public void Reuse()
    {
        _exchange.Clear();
        _early = false;
    }

    /// <summary>The client's octets came too early to be taken; behind a CONNECT that is not answered yet they are meant for the tunnel, and are no request if there is none.</summary>
    public void Wait() => _early |= Request?.Method == "CONNECT" && Final is null;

    /// <summary>Whether the step is as it should be; it becomes part of the history when it is, and ends the connection when it is not.</summary>
    public bool Take(ExchangeStep step)
    {
        bool allowed = Allows(step);
        if (allowed)
        {
            // Who answers what he has not read whole reads no more. RFC 9110 section 15.5.9.
            _early |= step is { IsRequest: false, Head.Status: >= 200 } && Request is null;
            _exchange.Add(step);
            _endless &= !IsDeparture(step);
        }
        else if (isServer && step.IsRequest && !Tunnel)
        {
            // The server may still tell the client, once; behind a switch it has no response left to tell it by (RFC 9110 section 7.8).
            _requestLost = true;
        }
        else
        {
            _lost = true;
        }

        return allowed;
    }

    /// <summary>Whether a step of this sender could be answered at all: a lost direction answers its error.</summary>
    public bool IsDirectionLost(bool isRequest) => _lost || (isRequest && _requestLost);

    /// <summary>Whether the step is as it should be.</summary>
    public bool Allows(ExchangeStep step) => !IsDirectionLost(step.IsRequest) && step.Kind != ExchangeEventKind.Refusal && (SaysNothing(step) || (step.IsRequest ? AllowsRequest(step) : AllowsResponse(step)));

    private bool AllowsRequest(ExchangeStep step)
    {
        if (Tunnel && RequestWhole && !ClientLeft)
        {
            return IsDeparture(step) || IsNothing(step);
        }

        switch (step.Kind)
        {
            case ExchangeEventKind.Begin:
                return Request is null && (_endless || RequestBegun);
            case ExchangeEventKind.Head:
                // One at a time; nothing new behind a close, nor what the other end cannot answer any more.
                return Request is null && (_endless || RequestBegun) && !(step.Head!.Method == "CONNECT" && step.Head.Frame is not ("" or "0"));
            case ExchangeEventKind.Content:
                return step.Octets == 0 ? Request is not null : Request is not null && !RequestWhole && Fits(RequestFrame, Requests, step.Octets);
            case ExchangeEventKind.End:
                return Request is not null && (RequestWhole || RequestFrame == "chunked");
            default:
                return !RequestBegun || RequestWhole;
        }
    }

    private bool AllowsResponse(ExchangeStep step)
    {
        if (Tunnel && !ServerLeft)
        {
            return IsDeparture(step) || IsNothing(step);
        }

        switch (step.Kind)
        {
            case ExchangeEventKind.Begin or ExchangeEventKind.Head:
                // Who left before it asked anything is owed no refusal either.
                return (RequestBegun || (_requestLost && _endless)) && Final is null && !ServerLeft && (step.Head is null || AllowsResponseHead(step.Head));
            case ExchangeEventKind.Content when step.Octets > 0:
                return Final is { Status: not 205 } && !ResponseEnded && Fits(ResponseFrame, Responses, step.Octets);
            case ExchangeEventKind.Content:
                return Final is not null;
            case ExchangeEventKind.End:
                return Final is not null && (ResponseEnded || ResponseFrame == "chunked" || (ResponseFrame == "until" && isServer));
            case ExchangeEventKind.Close:
                return ResponseFrame == "until" ? Final is not null : (!RequestBegun && !_requestLost) || ResponseEnded;
            default:
                return (!RequestBegun && !_requestLost) || ResponseEnded;
        }
    }

    private bool ResponseEnded => Final is not null && (IsWhole(ResponseFrame, Responses) || ServerLeft);

    private bool AllowsResponseHead(ExchangeHead head)
    {
        if (head.Status >= 200)
        {
            return !(head.Status == 205 && head.Frame is not ("" or "0" or "chunked" or "until")) 
                && !(isServer && head.Frame.Length > 0 && (head.Status == 204 || (Asked?.Method == "CONNECT" && head.Status < 300)));
        }

        bool counted = isServer || Interim < maxInterim;
        return head.Frame.Length == 0 && counted
            && (head.Status != 101 || (Request is { Upgrades: true } && !_requestLost && head.Upgrades && !AwaitsContinue));
    }

    // No rule of the RFCs: to say once more that nothing comes, or to leave again, puts no octet on the wire. It may be said by who has left, and by who never will
    // send because the other left before anything was asked (RFC 9112 section 9.6).
    private bool SaysNothing(ExchangeStep step) => ((step.IsRequest ? ClientLeft : ServerLeft) || (!_endless && !RequestBegun)) && (IsDeparture(step) || IsNothing(step));

    private static bool IsNothing(ExchangeStep step) => step.Kind == ExchangeEventKind.End || step is { Kind: ExchangeEventKind.Content, Octets: 0 };

    private static bool IsDeparture(ExchangeStep step) => step.Kind is ExchangeEventKind.Close or ExchangeEventKind.Reset;

    private static bool IsWhole(string frame, IEnumerable<ExchangeStep> steps) => frame switch
    {
        "" => true,
        "chunked" or "until" => steps.Any(s => s.Kind == ExchangeEventKind.End || IsDeparture(s)),
        _ => Sum(steps) == int.Parse(frame, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static bool Fits(string frame, IEnumerable<ExchangeStep> steps, int octets) => frame switch
    {
        "" => false,
        "chunked" or "until" => true,
        _ => Sum(steps) + octets <= int.Parse(frame, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static int Sum(IEnumerable<ExchangeStep> steps) => steps.Where(s => s.Kind == ExchangeEventKind.Content).Sum(s => s.Octets);
}
