using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Http1;
using HiPerf.Properties.Http1;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The table of exchanges against the model that reads RFC 9110 and 9112 off a connection's history. An octet is an event; the model walks beside the table and throws where they part.</summary>
internal sealed class ExchangeTarget : IFuzzTarget
{
    private const int MaxInterim = 2;
    private const int MaxEvents = 32;

    // Events tried on a connection that is lost: nothing may change there any more.
    private const int MaxAfterwards = 3;

    private static readonly string[] s_frames = ["", "", "", "0", "chunked", "1", "3", "until"];

    // The steps are the same in every run, so that a replay line keeps its meaning.
    private static readonly ExchangeStep[] s_steps = [.. Enumerable.Range(0, 256).Select(Step)];

    public string Name => "exchange";

    public string Summary => "ExchangeState for client and server; model from RFC 9110 and RFC 9112";

    // Steps by their numbers, for mutations to make sequences of.
    public IEnumerable<string> Samples => ["\u0000\u0001\u0010\u0011", "\u0020\u0031\u0042\u0053\u0064\u0075", string.Concat(Enumerable.Range(0, 256).Select(c => (char)c))];

    public Gen<string> Structure { get; } = Gen.Choose(0, 255).Select(o => (char)o).ArrayOf(48).Select(o => new string(o));

    public IReadOnlyList<string> Words => [];

    public FuzzLaws Laws => FuzzLaws.None;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer)
    {
        bool isServer = ((choices >> 8) & 1) != 0;
        var state = new ExchangeState(isServer ? ExchangeRole.Server : ExchangeRole.Client, Http1Limits.Client with { MaxInterimResponses = MaxInterim });
        var model = new ExchangeModel(isServer, MaxInterim);
        int afterwards = MaxAfterwards;
        ReadOnlySpan<byte> events = octets[..Math.Min(octets.Length, MaxEvents)];
        for (int at = 0; at < events.Length && afterwards > 0; at++)
        {
            if (model.IsReusable)
            {
                model.Reuse();
                state.Reuse();
            }

            // Most steps are as they should be, so that sequences come far.
            ExchangeStep step = at % 7 > 0 ? Next(model, events[at..]) : s_steps[events[at]];
            bool lost = model.IsDirectionLost(step.IsRequest);
            afterwards -= model.IsLost ? 1 : 0;
            ExchangeState before = state;
            if (!ExchangeStateLaws.TryTake(ref state, ExchangeStateLaws.ToEvent(step, step.IsRequest != isServer), out ExchangeAnswer given))
            {
                Hold(!lost && before.Equals(state) && !model.Allows(step), step, "misuse");
            }
            else if (given.Kind is ExchangeAnswerKind.Paused or ExchangeAnswerKind.Switched)
            {
                Hold((before.Request, before.Response) == (state.Request, state.Response) && !model.Allows(step), step, "wait");
                model.Wait();
            }
            else
            {
                Hold((!lost && model.Take(step)) == given.IsTaken, step, $"answer {given}");
            }

            Hold(
                (model.IsReusable, model.HasSwitched, model.AwaitsContinue, model.IsLost) == (state.IsReusable, state.HasSwitched, state.AwaitsContinue, state.Response == MessageState.Error),
                step,
                $"state {state.Request} {state.Response}");
        }

        bool poisoned = state.Error != ParseError.None;
        answer.Begin(poisoned ? OperationStatus.InvalidData : OperationStatus.Done, state.Error, poisoned ? 0 : octets.Length);
        answer.Add((long)state.Request);
        answer.Add((long)state.Response);
    }

    // The model has spoken already, step by step.
    public void Refer(FuzzInput input, Answer answer) => Parse(input.Span, input.Choices, answer);

    private static ExchangeStep Next(ExchangeModel model, ReadOnlySpan<byte> events)
    {
        for (int i = 0; i < Math.Min(events.Length, 6); i++)
        {
            if (model.Allows(s_steps[events[i]]))
            {
                return s_steps[events[i]];
            }
        }

        return s_steps[events[0]];
    }

    private static ExchangeStep Step(int octet)
    {
        var random = new FuzzRandom((ulong)octet);
        bool isRequest = random.OneIn(2);
        switch (random.Below(16))
        {
            case < 6 when isRequest:
                string method = (new[] { "GET", "GET", "HEAD", "POST", "POST", "CONNECT" })[random.Below(6)];
                return new(true, ExchangeEventKind.Head, new ExchangeHead(method, 0, s_frames[random.Below(7)], random.OneIn(7), random.OneIn(7), random.OneIn(7)));
            case < 6:
                int status = (new[] { 100, 101, 103, 200, 200, 200, 204, 205, 304, 404 })[random.Below(10)];

                // No reading of a head without content says "until the close".
                string frame = s_frames[random.Below(status is < 200 or 204 or 304 ? 7 : 8)];
                return new(false, ExchangeEventKind.Head, new ExchangeHead("", status, frame, random.OneIn(7), random.OneIn(2), false));
            case < 10:
                return new(isRequest, ExchangeEventKind.Content, Octets: random.Below(4));
            case < 13:
                return new(isRequest, ExchangeEventKind.End);
            case 13:
                return new(isRequest, random.OneIn(2) ? ExchangeEventKind.Close : ExchangeEventKind.Reset);
            default:
                return new(isRequest, random.OneIn(4) ? ExchangeEventKind.Refusal : ExchangeEventKind.Begin);
        }
    }

    private static void Hold(bool kept, ExchangeStep step, string what)
    {
        if (!kept)
        {
            throw new InvalidOperationException($"{what} at {step}");
        }
    }
}
