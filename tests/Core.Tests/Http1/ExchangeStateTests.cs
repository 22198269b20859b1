using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http1;

public class ExchangeStateTests
{
    [Theory]
    [MemberData(nameof(ExchangeSamples.All), MemberType = typeof(ExchangeSamples))]
    public void Events_end_as_the_table_says(string ends, string script, string expected)
    {
        foreach (char end in ends)
        {
            ExchangeRole role = end == 'C' ? ExchangeRole.Client : ExchangeRole.Server;
            Assert.Equal((role, expected), (role, ExchangeScript.Run(script, role, out ExchangeState state)));
            Assert.Equal(role, state.Role);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    public void Interim_responses_pass_up_to_their_limit(int most)
    {
        var limits = Http1Limits.Client with { MaxInterimResponses = most };
        string script = ">GET " + string.Concat(Enumerable.Repeat("<103 ", most));
        Assert.Equal("Taken Done Awaited", ExchangeScript.Run(script, ExchangeRole.Client, out ExchangeState state, limits));
        Assert.Equal(most, state.InterimResponses);
        Assert.Equal("Taken Done Done reusable", ExchangeScript.Run(script + "<200/0", ExchangeRole.Client, out _, limits));
        Assert.Equal("TooManyInterimResponses Error Error must-close", ExchangeScript.Run(script + "<103", ExchangeRole.Client, out _, limits));

        // Counted anew for the next exchange; a server counts nothing.
        Assert.Equal("Taken Done Done reusable", ExchangeScript.Run(script + "<200/0 reuse " + script + "<200/0", ExchangeRole.Client, out _, limits));
        Assert.Equal("Taken Done Awaited", ExchangeScript.Run(script + "<103", ExchangeRole.Server, out _, limits));
    }

    [Theory]
    [InlineData(60, 40, "Taken Done Awaited")]
    [InlineData(60, 41, "TooManyInterimResponses Error Error must-close")]
    [InlineData(100, 0, "Taken Done Awaited")]
    [InlineData(1, 100, "TooManyInterimResponses Error Error must-close")]
    public void Interim_responses_share_the_limit_of_one_head(int first, int second, string expected) =>
        Assert.Equal(expected, ExchangeScript.Run($">GET <103,{first}B <103,{second}B", ExchangeRole.Client, out _, Http1Limits.Client with { MaxHead = 100 }));

    [Fact]
    public void Interim_limit_is_sixteen_and_has_a_range()
    {
        Assert.Equal(16, Http1Limits.Client.MaxInterimResponses);
        Assert.Equal(16, Http1Limits.Server.MaxInterimResponses);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxInterimResponses = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Http1Limits { MaxInterimResponses = (1 << 30) + 1 });
        Assert.Equal(1 << 30, new Http1Limits { MaxInterimResponses = 1 << 30 }.MaxInterimResponses);
    }

    [Fact]
    public void State_that_nobody_made_is_a_clients_that_lets_no_interim_response_through()
    {
        ExchangeState state = default;
        Assert.Equal(ExchangeRole.Client, state.Role);
        Assert.True(state.On(ExchangeEvent.RequestHead(RequestMethod.Get, BodyFraming.None, ConnectionOptions.None)).IsTaken);
        ResponseHead head = new() { Status = 103, Version = HttpVersion.Http11 };
        Assert.Equal(ParseError.TooManyInterimResponses, state.On(ExchangeEvent.ResponseHead(in head, BodyFraming.None, 0)).Error);
    }

    [Fact]
    public void Keeps_alive_until_something_ends_it()
    {
        foreach (string script in new[] { "", ">GET", ">GET <200/5", ">POST/5 <200/0" })
        {
            ExchangeScript.Run(script, ExchangeRole.Server, out ExchangeState state);
            Assert.True(state.KeepsAlive);
        }

        foreach (string script in new[] { ">GET,close", ">GET,1.0", ">!BadMethod", ">close", ">GET <200/0,close", ">CONNECT <200" })
        {
            ExchangeScript.Run(script, ExchangeRole.Server, out ExchangeState state);
            Assert.False(state.KeepsAlive);
        }
    }

    [Fact]
    public void First_error_and_method_are_kept()
    {
        ExchangeScript.Run(">HEAD <begin <close <200/0 <!BareLf", ExchangeRole.Client, out ExchangeState state);
        Assert.Equal((ParseError.IncompleteHead, RequestMethod.Head), (state.Error, state.Method));
    }

    [Fact]
    public void Parsed_heads_are_events()
    {
        ReadOnlySpan<byte> request = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nConnection: close, Content-Length, Host\r\nContent-Length: 2\r\n\r\n"u8;
        var fields = new FieldLine[8];
        RequestHead head = default;
        Assert.True(RequestHeadParser.Parse(request, fields, ref head, Http1Limits.Server).IsDone);
        Assert.True(BodyFramingParser.ParseRequest(request, fields, in head, out BodyFraming framing).IsDone);

        // RQ-32: what Connection names is still there, and still frames.
        var state = new ExchangeState(ExchangeRole.Server, Http1Limits.Server);
        Assert.True(state.On(ExchangeEvent.RequestHead(in head, in framing)).IsTaken);
        Assert.Equal((2L, true, false), (state.RequestRemaining, state.AwaitsContinue, state.KeepsAlive));

        ReadOnlySpan<byte> interim = "HTTP/1.1 100 Continue\r\nTransfer-Encoding: chunked\r\n\r\n"u8;
        ResponseHead response = default;
        Assert.True(ResponseHeadParser.Parse(interim, fields, ref response, Http1Limits.Client).IsDone);
        Assert.True(BodyFramingParser.ParseResponse(interim, fields, in response, RequestMethod.Post, out framing).IsDone);
        var client = new ExchangeState(ExchangeRole.Client, Http1Limits.Client);
        Assert.True(client.On(ExchangeEvent.RequestHead(RequestMethod.Post, BodyFraming.OfLength(2), ConnectionOptions.ExpectContinue)).IsTaken);
        Assert.Equal(ParseError.ContentInInterimResponse, client.On(ExchangeEvent.ResponseHead(in response, in framing, interim.Length)).Error);
    }

    [Fact]
    public void Event_that_cannot_be_throws_where_it_is_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ExchangeEvent.Content(ExchangeRole.Client, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExchangeEvent.Refusal(ExchangeRole.Client, ParseError.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExchangeEvent.ResponseHead(99, BodyFraming.None, ConnectionOptions.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExchangeEvent.ResponseHead(600, BodyFraming.None, ConnectionOptions.None));
        Assert.Throws<ArgumentException>(() => ExchangeEvent.RequestHead(RequestMethod.Post, BodyFraming.UntilClose, ConnectionOptions.None));
    }

    [Theory]
    [InlineData(ExchangeRole.Client, ">POST/5,expect <100 >+5 <200/chunked <+9 <end")]
    [InlineData(ExchangeRole.Server, ">POST/5,expect <100 >+5 <200/chunked <+9 <end")]
    [InlineData(ExchangeRole.Client, ">GET <200/5 <+4 <close <begin")]
    [InlineData(ExchangeRole.Server, ">POST/chunked >!BadChunkSize >GET <400/3 <+3")]
    [InlineData(ExchangeRole.Server, ">GET >GET >GET >begin")]
    [InlineData(ExchangeRole.Server, ">CONNECT <200 >begin")]
    public void On_allocates_nothing(ExchangeRole role, string script)
    {
        ExchangeEvent[] events = [.. script.Split(' ').Select(step => ExchangeScript.Event(step, role))];
        Take(events, role);
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                Take(events, role);
            }
        }));
    }

    private static void Take(ExchangeEvent[] events, ExchangeRole role)
    {
        var state = new ExchangeState(role, Http1Limits.Client);
        foreach (ref readonly ExchangeEvent @event in events.AsSpan())
        {
            state.On(in @event);
        }

        if (state.IsReusable)
        {
            state.Reuse();
        }
    }
}
