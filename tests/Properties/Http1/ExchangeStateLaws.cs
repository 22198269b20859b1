using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Properties.Http1;

public sealed class ExchangeStateLaws
{
    private const int MaxInterim = 2;
    private const int Steps = 30;
    private const int Choices = 6;

    private static readonly Gen<string> s_frames = Gen.Frequency((4, Gen.Constant("")), (2, Gen.Elements("0", "chunked")), (2, Gen.Elements("1", "3")), (1, Gen.Constant("until")));

    private static readonly Gen<bool> s_rarely = Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true)));

    private static readonly Gen<ExchangeStep> s_requestHeads =
        from method in Gen.Elements("GET", "GET", "HEAD", "POST", "POST", "CONNECT")
        from frame in s_frames.Where(f => f != "until")
        from closes in s_rarely
        from upgrades in s_rarely
        from expects in s_rarely
        select new ExchangeStep(true, ExchangeEventKind.Head, new ExchangeHead(method, 0, frame, closes, upgrades, expects));

    // RFC 9112 section 6.3, rule 1: no reading of a head that has no content says "until the close".
    private static readonly Gen<ExchangeStep> s_responseHeads =
        from status in Gen.Elements(100, 101, 103, 200, 200, 200, 204, 205, 304, 404)
        from frame in Gen.Frequency((3, Gen.Constant(status < 200 ? "" : "0")), (2, s_frames.Where(f => f != "until" || status is >= 200 and not (204 or 304))))
        from closes in s_rarely
        from upgrades in Gen.Elements(true, false)
        select new ExchangeStep(false, ExchangeEventKind.Head, new ExchangeHead("", status, frame, closes, upgrades, false));

    private static readonly Gen<ExchangeStep> s_others =
        from request in Gen.Elements(true, false)
        from step in Gen.Frequency(
            (6, Gen.Choose(0, 3).Select(n => new ExchangeStep(request, ExchangeEventKind.Content, Octets: n))),
            (4, Gen.Constant(new ExchangeStep(request, ExchangeEventKind.End))),
            (2, Gen.Constant(new ExchangeStep(request, ExchangeEventKind.Begin))),
            (1, Gen.Elements(ExchangeEventKind.Close, ExchangeEventKind.Reset, ExchangeEventKind.Refusal).Select(kind => new ExchangeStep(request, kind))))
        select step;

    private static readonly Arbitrary<ExchangeStep[]> s_steps = Gen.Frequency((3, s_requestHeads), (4, s_responseHeads), (4, s_others)).ArrayOf(Steps * Choices).ToArbitrary();

    private static readonly Arbitrary<ExchangeRole> s_roles = Gen.Elements(ExchangeRole.Client, ExchangeRole.Server).ToArbitrary();

    [Fact]
    public void Model_and_state_agree_on_every_event() => Law.Holds(20_000, s_roles, s_steps, (role, steps) =>
    {
        bool isServer = role == ExchangeRole.Server;
        var state = new ExchangeState(role, Http1Limits.Client with { MaxInterimResponses = MaxInterim });
        var model = new ExchangeModel(isServer, MaxInterim);
        var trace = new List<string>();
        for (int at = 0; at + Choices <= steps.Length; at += Choices)
        {
            // Most steps are as they should be, so that sequences come far.
            ExchangeStep[] choices = steps[at..(at + Choices)];
            ExchangeStep step = (at % 7 > 0 ? Array.Find(choices, model.Allows) : null) ?? choices[0];
            if (model.IsReusable)
            {
                model.Reuse();
                state.Reuse();
                trace.Add("reuse");
            }

            trace.Add(step.ToString());
            bool own = step.IsRequest != isServer;
            bool lost = model.IsDirectionLost(step.IsRequest);
            ExchangeState before = state;
            if (TryTake(ref state, ToEvent(step, own), out ExchangeAnswer answer))
            {
                // Octets that wait, or are another's, change nothing, and the model does not hear of them.
                if (answer.Kind is ExchangeAnswerKind.Paused or ExchangeAnswerKind.Switched)
                {
                    Assert.Equal((before.Request, before.Response), (state.Request, state.Response));
                    Assert.False(model.Allows(step), $"{role} answers {answer} to {string.Join(' ', trace)}");
                    model.Wait();
                    continue;
                }

                bool taken = !lost && model.Take(step);
                Assert.True(taken == answer.IsTaken, $"{role} answers {answer} to {string.Join(' ', trace)}");
            }
            else
            {
                // What this end may not do, or no octets can cause, is refused to the caller and leaves no trace.
                Assert.False(lost, string.Join(' ', trace));
                Assert.Equal(before, state);
                Assert.False(model.Allows(step), $"{role} answers nothing to {string.Join(' ', trace)}");
            }

            Assert.True((model.IsReusable, model.HasSwitched, model.AwaitsContinue, model.IsLost)
                == (state.IsReusable, state.HasSwitched, state.AwaitsContinue, state.Response == MessageState.Error), $"{role} is {state.Request} {state.Response} after {string.Join(' ', trace)}");
        }
    });

    [Fact]
    public void Poisoned_stays_poisoned() => Law.Holds(5_000, s_roles, s_steps, s_steps, (role, steps, behind) =>
    {
        var state = new ExchangeState(role, Http1Limits.Client);
        ParseError error = ParseError.None;
        foreach (ExchangeStep step in steps.Concat(behind))
        {
            bool peers = step.IsRequest == (role == ExchangeRole.Server);
            bool taken = TryTake(ref state, ToEvent(step, !peers), out ExchangeAnswer answer);
            if (error != ParseError.None)
            {
                Assert.Equal(error, state.Error);
                Assert.False(state.IsReusable || state.KeepsAlive || state.HasSwitched);
                if (peers)
                {
                    Assert.True(taken);
                    Assert.Equal((ExchangeAnswerKind.Refused, error), (answer.Kind, answer.Error));
                }
            }

            error = state.Error;
        }
    });

    [Fact]
    public void Reusable_only_when_both_messages_are_whole_and_nobody_closes() => Law.Holds(5_000, s_roles, s_steps, (role, steps) =>
    {
        var state = new ExchangeState(role, Http1Limits.Client);
        bool ended = false;
        foreach (ExchangeStep step in steps)
        {
            bool taken = TryTake(ref state, ToEvent(step, step.IsRequest == (role == ExchangeRole.Client)), out ExchangeAnswer answer) && answer.IsTaken;
            ended |= taken && (step.Kind is ExchangeEventKind.Close or ExchangeEventKind.Reset || step.Head is { Status: 0 or >= 200 } and ({ Closes: true } or { Frame: "until" }));
            if (!state.IsReusable)
            {
                ExchangeState before = state;
                Assert.Throws<InvalidOperationException>(() => before.Reuse());
                continue;
            }

            Assert.False(ended);
            Assert.Equal((MessageState.Done, MessageState.Done, 0L, 0L), (state.Request, state.Response, state.RequestRemaining, state.ResponseRemaining));
            state.Reuse();
            Assert.Equal((MessageState.Idle, MessageState.Idle), (state.Request, state.Response));
        }
    });

    internal static bool TryTake(ref ExchangeState state, ExchangeEvent @event, out ExchangeAnswer answer)
    {
        try
        {
            answer = state.On(in @event);
            return true;
        }
        catch (InvalidOperationException)
        {
            answer = default;
            return false;
        }
    }

    internal static ExchangeEvent ToEvent(ExchangeStep step, bool own)
    {
        ExchangeRole sender = step.IsRequest ? ExchangeRole.Client : ExchangeRole.Server;
        return step.Kind switch
        {
            ExchangeEventKind.Content => ExchangeEvent.Content(sender, step.Octets),
            ExchangeEventKind.End => ExchangeEvent.End(sender),
            ExchangeEventKind.Begin => ExchangeEvent.Begin(sender),
            ExchangeEventKind.Close => ExchangeEvent.Close(sender),
            ExchangeEventKind.Refusal => ExchangeEvent.Refusal(sender, ParseError.BareLf),
            ExchangeEventKind.Reset => ExchangeEvent.Reset(sender),
            _ => ToHead(step.Head!, step.IsRequest, own),
        };
    }

    private static ExchangeEvent ToHead(ExchangeHead head, bool isRequest, bool own)
    {
        ConnectionOptions options = (head.Closes ? ConnectionOptions.Close : 0) | (head.Expects ? ConnectionOptions.ExpectContinue : 0)
            | (head.Upgrades ? ConnectionOptions.Upgrade | ConnectionOptions.UpgradeField : 0);
        BodyFramingKind kind = head.Frame switch { "" => BodyFramingKind.None, "chunked" => BodyFramingKind.Chunked, "until" => BodyFramingKind.UntilClose, _ => BodyFramingKind.Length };
        long length = kind == BodyFramingKind.Length ? long.Parse(head.Frame, CultureInfo.InvariantCulture) : -1;
        RequestMethod method = isRequest ? Enum.Parse<RequestMethod>(head.Method, ignoreCase: true) : RequestMethod.Unknown;
        bool empty = head.Status is (> 0 and < 200) or 204 or 304;
        var framing = new BodyFraming(own || !empty ? kind : BodyFramingKind.None, length, options, !head.Closes && (empty || kind != BodyFramingKind.UntilClose),
            declaresChunked: empty && kind == BodyFramingKind.Chunked);
        if (isRequest)
        {
            var request = new RequestHead { Method = method, Version = HttpVersion.Http11 };
            return own ? ExchangeEvent.RequestHead(method, in framing, options) : ExchangeEvent.RequestHead(in request, in framing);
        }

        var response = new ResponseHead { Status = (ushort)head.Status, Version = HttpVersion.Http11 };
        return own ? ExchangeEvent.ResponseHead(head.Status, in framing, options) : ExchangeEvent.ResponseHead(in response, in framing, 10);
    }
}
