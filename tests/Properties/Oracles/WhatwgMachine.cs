using System.Text;
using static HiPerf.Properties.Oracles.ReferenceGrammar;

namespace HiPerf.Properties.Oracles;

/// <summary>What the states of the WHATWG URL standard share, section 4.4, and those of them that read an authority; the others are <see cref="WhatwgParser"/>'s.</summary>
internal abstract class WhatwgMachine
{
    private protected enum State
    {
        SchemeStart, Scheme, NoScheme, SpecialRelativeOrAuthority, PathOrAuthority, Relative, RelativeSlash, SpecialAuthoritySlashes, SpecialAuthorityIgnoreSlashes,
        Authority, Host, Port, File, FileSlash, FileHost, PathStart, Path, OpaquePath, Query, Fragment,
    }

    // Stands for the EOF code point.
    private protected const char End = '\uFFFF';

    private readonly string _input;
    private State _state = State.SchemeStart;
    private bool _atSignSeen;
    private bool _insideBrackets;
    private bool _passwordTokenSeen;

    private protected WhatwgMachine(string input, WhatwgUrl? baseUrl)
    {
        Base = baseUrl;
        int start = 0;
        int end = input.Length;
        while (end > 0 && input[end - 1] <= ' ')
        {
            end--;
        }

        while (start < end && input[start] <= ' ')
        {
            start++;
        }

        var kept = new StringBuilder(end - start);
        foreach (char c in input.AsSpan(start..end))
        {
            if (c is not ('\t' or '\n' or '\r'))
            {
                kept.Append(c);
            }
        }

        _input = kept.ToString();
    }

    public WhatwgUrl Url { get; } = new();

    public ParseError Error { get; private set; }

    /// <summary>The text of the last host that was parsed, as it stood in the input.</summary>
    public string HostText { get; private set; } = "";

    private protected WhatwgUrl? Base { get; }

    private protected StringBuilder Buffer { get; } = new();

    private protected int Pointer { get; set; }

    private protected abstract bool Step(State state, char c);

    private protected void Run()
    {
        for (; Pointer <= _input.Length; Pointer++)
        {
            if (!Step(_state, At(0)))
            {
                break;
            }
        }
    }

    private protected char At(int ahead) => Pointer + ahead < _input.Length ? _input[Pointer + ahead] : End;

    private protected bool IsSlash(char c) => c == '/' || (Url.IsSpecial && c == '\\');

    private protected bool EndsAuthority(char c) => c is End or '/' or '?' or '#' || (Url.IsSpecial && c == '\\');

    private protected bool Authority(char c)
    {
        if (c == '@')
        {
            if (_atSignSeen)
            {
                Buffer.Insert(0, "%40");
            }

            _atSignSeen = true;
            foreach (char octet in Buffer.ToString())
            {
                if (octet == ':' && !_passwordTokenSeen)
                {
                    _passwordTokenSeen = true;
                    continue;
                }

                WhatwgEncoding.Encode(_passwordTokenSeen ? Url.Password : Url.UserName, octet, WhatwgEncoding.UserInfo);
            }

            Buffer.Clear();
            return true;
        }

        if (!EndsAuthority(c))
        {
            Buffer.Append(c);
            return true;
        }

        if (_atSignSeen && Buffer.Length == 0)
        {
            return Fail(ParseError.MissingUrlHost);
        }

        int back = Buffer.Length + 1;
        Buffer.Clear();
        return Go(State.Host, -back);
    }

    private protected bool Host(char c)
    {
        bool port = c == ':' && !_insideBrackets;
        if (!port && !EndsAuthority(c))
        {
            _insideBrackets = c == '[' || (_insideBrackets && c != ']');
            Buffer.Append(c);
            return true;
        }

        if (Buffer.Length == 0 && (port || Url.IsSpecial))
        {
            return Fail(ParseError.MissingUrlHost);
        }

        return SetHost() && (port ? Go(State.Port) : Go(State.PathStart, -1));
    }

    private protected bool SetHost()
    {
        HostText = Buffer.ToString();
        Buffer.Clear();
        Url.Host = WhatwgHost.Parse(HostText, !Url.IsSpecial, out UrlHostKind kind);
        Url.HostKind = kind;
        return Url.Host is not null || Fail(ParseError.BadUrlHost);
    }

    private protected bool Port(char c)
    {
        if (IsDigit(c))
        {
            Buffer.Append(c);
            return true;
        }

        if (!EndsAuthority(c))
        {
            return Fail(ParseError.BadUrlPort);
        }

        if (Buffer.Length > 0)
        {
            string digits = Buffer.ToString().TrimStart('0');
            if (digits.Length > 5 || int.Parse("0" + digits) > 65535)
            {
                return Fail(ParseError.BadUrlPort);
            }

            int port = int.Parse("0" + digits);
            Url.Port = port == Url.DefaultPort ? null : port;
            Buffer.Clear();
        }

        return Go(State.PathStart, -1);
    }

    private protected static bool IsDriveLetter(string text) => text.Length == 2 && IsAlpha(text[0]) && text[1] is (':' or '|');

    private protected bool StartsWithDriveLetter() => IsAlpha(At(0)) && At(1) is (':' or '|') && At(2) is ('/' or '\\' or '?' or '#' or End);

    private protected bool Go(State state, int move = 0)
    {
        _state = state;
        Pointer += move;
        return true;
    }

    private protected bool Fail(ParseError error)
    {
        Error = error;
        return false;
    }
}
