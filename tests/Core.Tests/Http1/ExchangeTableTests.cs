using System.Reflection;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http1;

/// <summary>Every state that events lead to, met with every event: nothing is left undecided, and what is decided is what stands here.</summary>
public class ExchangeTableTests
{
    private static readonly string[] s_requests =
    [
        ">begin", ">GET", ">HEAD", ">GET,close", ">GET,1.0", ">GET,1.0,keep", ">POST/2", ">POST/chunked", ">POST/2,expect", ">GET,upgrade", ">POST/2,upgrade", ">POST/2,expect,upgrade",
        ">CONNECT", ">CONNECT/2", ">+0", ">+1", ">+2", ">+3", ">end", ">close", ">reset", ">!BadMethod",
    ];

    private static readonly string[] s_responses =
    [
        "<begin", "<100", "<103", "<103/2", "<101", "<101,upgrade", "<200/0", "<200/2", "<200/chunked", "<200/until", "<200/0,close", "<204", "<204/2", "<205/2", "<205/chunked", "<304",
        "<+0", "<+1", "<+2", "<+3", "<end", "<close", "<reset", "<!BadVersion",
    ];

    [Fact]
    public void Every_entry_is_a_state_with_a_row_or_an_answer_that_is_known()
    {
        foreach (ExchangeRole sender in Enum.GetValues<ExchangeRole>())
        {
            foreach (MessageState state in States(sender))
            {
                for (byte column = 0; column < 16; column++)
                {
                    byte entry = ExchangeTable.Next(sender, state, column);
                    Assert.True(entry < ExchangeTable.Misuse ? States(sender).Contains((MessageState)entry)
                        : entry is ExchangeTable.Misuse or ExchangeTable.Paused or ExchangeTable.Foreign or ExchangeTable.Again
                            || (entry is >= ExchangeTable.FirstError and <= ExchangeTable.FirstError + 6 && ExchangeTable.Error(entry) != ParseError.None));
                }
            }
        }
    }

    [Fact]
    public void Every_state_is_reached_and_every_error_is_answered()
    {
        var errors = new HashSet<ParseError>();
        foreach (ExchangeRole role in Enum.GetValues<ExchangeRole>())
        {
            var met = new HashSet<(ExchangeRole, MessageState)>();
            foreach ((ExchangeState state, string _, ExchangeAnswer? answer) in Walk(role))
            {
                met.Add((ExchangeRole.Client, state.Request));
                met.Add((ExchangeRole.Server, state.Response));
                if (answer is { Kind: ExchangeAnswerKind.Refused } refused)
                {
                    errors.Add(refused.Error);
                }
            }

            Assert.Equal(States(ExchangeRole.Client).Count() + States(ExchangeRole.Server).Count(), met.Count);
        }

        // A client never meets InterimResponseToHttp10 through its own writer, which writes HTTP/1.1 alone.
        IEnumerable<ParseError> own = Enum.GetValues<ParseError>().Where(e => (int)e is >= 1060 and < 1090);
        Assert.Equal([ParseError.InterimResponseToHttp10], own.Except(errors));
    }

    [Fact]
    public void Every_event_in_every_state_is_answered_as_written()
    {
        var lines = new List<string>();
        foreach (ExchangeRole role in Enum.GetValues<ExchangeRole>())
        {
            var outcomes = new SortedDictionary<(ExchangeRole Sender, MessageState State, ExchangeEventKind Kind), SortedSet<string>>();
            foreach ((ExchangeState state, string step, ExchangeAnswer? answer) in Walk(role))
            {
                ExchangeEvent @event = ExchangeScript.Event(step, role);
                MessageState at = @event.Sender == ExchangeRole.Client ? state.Request : state.Response;
                string outcome = answer is not { } given ? "throws" : given.Error == ParseError.None ? given.Kind.ToString() : at == MessageState.Error ? "again" : given.Error.ToString();
                if (!outcomes.TryGetValue((@event.Sender, at, @event.Kind), out SortedSet<string>? set))
                {
                    outcomes.Add((@event.Sender, at, @event.Kind), set = new SortedSet<string>(StringComparer.Ordinal));
                }

                set.Add(outcome);
            }

            lines.AddRange(outcomes.GroupBy(o => (o.Key.Sender, o.Key.State)).Select(g =>
                $"{role} sees {(g.Key.Sender == ExchangeRole.Client ? "request" : "response")} {g.Key.State}: {string.Join("; ", g.Select(o => $"{o.Key.Kind} {string.Join('|', o.Value)}"))}"));
        }

        Assert.Equal(ExchangeOutcomes.All, string.Join('\n', lines));
    }

    private static string Key(ExchangeState state) => Key(state, state.Role);

    // All fields, those of structs in structs too; interim responses a server does not count against a limit.
    private static string Key(object value, ExchangeRole role) => string.Join(' ', value.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
        .Where(f => role == ExchangeRole.Client || !f.Name.Contains("nterim", StringComparison.Ordinal))
        .Select(f => f.FieldType is { IsPrimitive: true } or { IsEnum: true } ? f.GetValue(value) : Key(f.GetValue(value)!, role)));

    private static IEnumerable<MessageState> States(ExchangeRole sender) =>
        Enum.GetValues<MessageState>().Where(s => s != (sender == ExchangeRole.Client ? MessageState.Awaited : MessageState.Proposed));

    // Every state that can be reached, with every event: no answer where it throws.
    private static List<(ExchangeState State, string Step, ExchangeAnswer? Answer)> Walk(ExchangeRole role)
    {
        var limits = Http1Limits.Client with { MaxInterimResponses = 1 };
        var first = new ExchangeState(role, in limits);
        var known = new HashSet<string> { Key(first) };
        var next = new Queue<ExchangeState>([first]);
        var steps = new List<(ExchangeState, string, ExchangeAnswer?)>();
        (string Step, ExchangeEvent Event)[] events = [.. s_requests.Concat(s_responses).Select(s => (s, ExchangeScript.Event(s, role)))];
        while (next.TryDequeue(out ExchangeState state))
        {
            foreach ((string step, ExchangeEvent @event) in events)
            {
                ExchangeState after = state;
                ExchangeAnswer? answer = null;
                try
                {
                    answer = after.On(in @event);
                }
                catch (InvalidOperationException)
                {
                    Assert.Equal(Key(state), Key(after));
                }

                steps.Add((state, step, answer));
                Meet(after);
            }

            if (state.IsReusable)
            {
                state.Reuse();
                Meet(state);
            }
        }

        return steps;

        void Meet(ExchangeState state)
        {
            if (known.Add(Key(state)))
            {
                next.Enqueue(state);
                Assert.InRange(known.Count, 0, 20_000);
            }
        }
    }
}
