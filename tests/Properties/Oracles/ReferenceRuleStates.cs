namespace HiPerf.Properties.Oracles;

/// <summary>The states of a compiled rule.</summary>
internal sealed class ReferenceRuleStates
{
    private readonly List<List<int>> _free = [];
    private readonly List<(Func<char, bool> Belongs, int To)?> _octet = [];

    public int Final { get; set; }

    public int Add()
    {
        _free.Add([]);
        _octet.Add(null);
        return _free.Count - 1;
    }

    public void Connect(int from, int to) => _free[from].Add(to);

    public int AddOctet(int from, Func<char, bool> belongs)
    {
        int start = Add();
        Connect(from, start);
        int to = Add();
        _octet[start] = (belongs, to);
        return to;
    }

    /// <summary>−1 where the value is of the rule; else the first octet that no continuation could make valid, the length where one is missing.</summary>
    public int Refusal(ReadOnlySpan<byte> value)
    {
        var now = new HashSet<int>();
        Reach(0, now);
        for (int at = 0; at < value.Length; at++)
        {
            var next = new HashSet<int>();
            foreach (int state in now)
            {
                if (_octet[state] is { } edge && edge.Belongs((char)value[at]))
                {
                    Reach(edge.To, next);
                }
            }

            if (next.Count == 0)
            {
                return at;
            }

            now = next;
        }

        return now.Contains(Final) ? -1 : value.Length;
    }

    private void Reach(int state, HashSet<int> reached)
    {
        if (!reached.Add(state))
        {
            return;
        }

        foreach (int to in _free[state])
        {
            Reach(to, reached);
        }
    }
}
