// Patterns over paths: * is any run within a component, ? one character within it, ** any run of components, everything else itself. Matched as a set of
// states over the characters: work is pattern times path at most, whatever names a peer makes up.
namespace HiPerf.Mirroring;

/// <summary>One pattern of a filter.</summary>
internal sealed class GlobPattern
{
    private enum Token : byte
    {
        /// <summary>One character, itself.</summary>
        Literal,

        /// <summary>One character of a name.</summary>
        AnyOne,

        /// <summary>Any characters of a name.</summary>
        AnyRun,

        /// <summary>Any characters.</summary>
        Anything,

        /// <summary>Folders with the slash behind each: entered where a name begins.</summary>
        Folders,

        /// <summary>Within such a folder's name.</summary>
        WithinFolder,
    }

    private readonly List<(Token Token, char Character)> _tokens = [];
    private readonly bool _foldersOnly;
    private readonly bool _namesOnly;

    public GlobPattern(string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        _foldersOnly = pattern.EndsWith('/');
        var text = pattern.TrimEnd('/');
        _namesOnly = !text.Contains('/');
        text = text.TrimStart('/');
        for (var i = 0; i < text.Length; i++)
        {
            var begins = i == 0 || text[i - 1] == '/';
            if (begins && text.AsSpan(i).StartsWith("**/"))
            {
                _tokens.Add((Token.Folders, default));
                _tokens.Add((Token.WithinFolder, default));
                i += 2;
            }
            else if (text.AsSpan(i).StartsWith("**"))
            {
                _tokens.Add((Token.Anything, default));
                i++;
            }
            else
            {
                _tokens.Add((text[i] switch { '*' => Token.AnyRun, '?' => Token.AnyOne, _ => Token.Literal }, text[i]));
            }
        }
    }

    /// <summary>Whether the pattern means this entry.</summary>
    /// <param name="path">Relative to the root, parted by <c>/</c>.</param>
    /// <param name="isDirectory">Whether it is a folder.</param>
    public bool IsMatch(string path, bool isDirectory)
    {
        if (_foldersOnly && !isDirectory)
        {
            return false;
        }

        var states = new bool[_tokens.Count + 1];
        var next = new bool[_tokens.Count + 1];
        Enter(states, 0);
        foreach (var character in _namesOnly ? MirrorPath.NameOf(path) : path)
        {
            Array.Clear(next);
            for (var i = 0; i < _tokens.Count; i++)
            {
                if (states[i])
                {
                    Step(next, i, character);
                }
            }

            (states, next) = (next, states);
        }

        return states[^1];
    }

    private void Step(bool[] next, int state, char character)
    {
        switch (_tokens[state].Token)
        {
            case Token.Literal when _tokens[state].Character == character:
            case Token.AnyOne when character != '/':
                Enter(next, state + 1);
                break;
            case Token.AnyRun when character != '/':
            case Token.Anything:
                Enter(next, state);
                break;
            case Token.Folders:
                next[state + 1] = true;
                break;
            case Token.WithinFolder:
                next[state] = true;
                if (character == '/')
                {
                    Enter(next, state + 1);
                }

                break;
        }
    }

    // What may stand for nothing is passed at once.
    private void Enter(bool[] states, int state)
    {
        while (true)
        {
            states[state] = true;
            if (state == _tokens.Count)
            {
                return;
            }

            switch (_tokens[state].Token)
            {
                case Token.AnyRun or Token.Anything:
                    state++;
                    break;
                case Token.Folders:
                    state += 2;
                    break;
                default:
                    return;
            }
        }
    }
}
