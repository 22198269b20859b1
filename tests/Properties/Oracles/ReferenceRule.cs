namespace HiPerf.Properties.Oracles;

/// <summary>A rule of ABNF (RFC 5234) over octets, run as the set of all readings at once: slow, and unable to prefer one reading to another.</summary>
/// <remarks>It answers exactly what a strict parser must: whether a value is of the rule, and else the first octet behind which no continuation could be.</remarks>
internal sealed class ReferenceRule
{
    private readonly Func<ReferenceRuleStates, int, int> _build;

    private ReferenceRule(Func<ReferenceRuleStates, int, int> build)
    {
        _build = build;
    }

    /// <summary>One octet of a class.</summary>
    public static ReferenceRule Octet(Func<char, bool> belongs) => new((states, from) => states.AddOctet(from, belongs));

    /// <summary>A text, as ABNF has it: in any case.</summary>
    public static ReferenceRule Text(string text) =>
        Sequence([.. text.Select(c => Octet(o => char.ToLowerInvariant(o) == char.ToLowerInvariant(c) && o < 0x80))]);

    /// <summary>A text in its own case.</summary>
    public static ReferenceRule Exactly(string text) => Sequence([.. text.Select(c => Octet(o => o == c))]);

    public static ReferenceRule Sequence(params ReferenceRule[] rules) => new((states, from) => rules.Aggregate(from, (at, rule) => rule._build(states, at)));

    public static ReferenceRule Any(params ReferenceRule[] rules) => new((states, from) =>
    {
        int end = states.Add();
        foreach (ReferenceRule rule in rules)
        {
            int start = states.Add();
            states.Connect(from, start);
            states.Connect(rule._build(states, start), end);
        }

        return end;
    });

    /// <summary>*rule</summary>
    public static ReferenceRule Many(ReferenceRule rule) => new((states, from) =>
    {
        int loop = states.Add();
        states.Connect(from, loop);
        states.Connect(rule._build(states, loop), loop);
        int end = states.Add();
        states.Connect(loop, end);
        return end;
    });

    /// <summary>1*rule</summary>
    public static ReferenceRule Some(ReferenceRule rule) => Sequence(rule, Many(rule));

    /// <summary>[ rule ]</summary>
    public static ReferenceRule Optional(ReferenceRule rule) => Any(rule, Sequence());

    /// <summary>least*most rule</summary>
    public static ReferenceRule Between(int least, int most, ReferenceRule rule) =>
        Sequence([.. Enumerable.Repeat(rule, least), .. Enumerable.Repeat(Optional(rule), most - least)]);

    /// <summary>Compiles the rule.</summary>
    public ReferenceRuleStates Compile()
    {
        var states = new ReferenceRuleStates();
        states.Final = _build(states, states.Add());
        return states;
    }
}
