using System.Text;
using static HiPerf.Properties.Oracles.ReferenceGrammar;

namespace HiPerf.Properties.Oracles;

/// <summary>The basic URL parser of the WHATWG URL standard, section 4.4, state by state and code point by code point, without a state override.</summary>
/// <remarks>
/// Text is octets, one character of U+0000 to U+00FF each: the states ask for ASCII alone, and all else is percent-encoded octet by octet, so UTF-8 and what is no UTF-8 come out as they are.
/// A failure is told by the kind of what fails; the standard gives it no place. One rule is ours: the path a gopher or gophers URL with a host names itself keeps its dot segments (RFC 4266 section 2.1).
/// </remarks>
internal sealed class WhatwgParser : WhatwgMachine
{
    private bool _keepsDots;

    private WhatwgParser(string input, WhatwgUrl? baseUrl)
        : base(input, baseUrl)
    {
    }

    public static WhatwgParser Parse(string input, WhatwgUrl? baseUrl = null)
    {
        var parser = new WhatwgParser(input, baseUrl);
        parser.Run();
        return parser;
    }

    private bool IsSelector => Url.Scheme is "gopher" or "gophers" && Url.Host is not null;

    private protected override bool Step(State state, char c) => state switch
    {
        State.SchemeStart => SchemeStart(c),
        State.Scheme => Scheme(c),
        State.NoScheme => NoScheme(c),
        State.SpecialRelativeOrAuthority => c == '/' && At(1) == '/' ? Go(State.SpecialAuthorityIgnoreSlashes, 1) : Go(State.Relative, -1),
        State.PathOrAuthority => c == '/' ? Go(State.Authority) : Go(State.Path, -1),
        State.Relative => Relative(c),
        State.RelativeSlash => RelativeSlash(c),
        State.SpecialAuthoritySlashes => c == '/' && At(1) == '/' ? Go(State.SpecialAuthorityIgnoreSlashes, 1) : Go(State.SpecialAuthorityIgnoreSlashes, -1),
        State.SpecialAuthorityIgnoreSlashes => c is '/' or '\\' || Go(State.Authority, -1),
        State.Authority => Authority(c),
        State.Host => Host(c),
        State.Port => Port(c),
        State.File => File(c),
        State.FileSlash => FileSlash(c),
        State.FileHost => FileHost(c),
        State.PathStart => PathStart(c),
        State.Path => Path(c),
        State.OpaquePath => OpaquePath(c),
        State.Query => Query(c),
        _ => Fragment(c),
    };

    private bool SchemeStart(char c)
    {
        if (!IsAlpha(c))
        {
            return Go(State.NoScheme, -1);
        }

        Buffer.Append(char.ToLowerInvariant(c));
        return Go(State.Scheme);
    }

    private bool Scheme(char c)
    {
        if (IsAlpha(c) || IsDigit(c) || c is '+' or '-' or '.')
        {
            Buffer.Append(char.ToLowerInvariant(c));
            return true;
        }

        if (c != ':')
        {
            Buffer.Clear();
            Pointer = -1;
            return Go(State.NoScheme);
        }

        Url.Scheme = Buffer.ToString();
        Buffer.Clear();
        if (Url.Scheme == "file")
        {
            return Go(State.File);
        }

        if (Url.IsSpecial)
        {
            return Go(Base?.Scheme == Url.Scheme ? State.SpecialRelativeOrAuthority : State.SpecialAuthoritySlashes);
        }

        if (At(1) == '/')
        {
            return Go(State.PathOrAuthority, 1);
        }

        Url.OpaquePath = new StringBuilder();
        return Go(State.OpaquePath);
    }

    private bool NoScheme(char c)
    {
        if (Base is null || (Base.OpaquePath is not null && c != '#'))
        {
            return Fail(ParseError.MissingScheme);
        }

        if (Base.OpaquePath is null)
        {
            return Go(Base.Scheme == "file" ? State.File : State.Relative, -1);
        }

        Url.Scheme = Base.Scheme;
        Url.CopyPath(Base);
        Url.Query = Base.Query;
        return BeginFragment();
    }

    private bool Relative(char c)
    {
        Url.Scheme = Base!.Scheme;
        if (IsSlash(c))
        {
            return Go(State.RelativeSlash);
        }

        Url.CopyAuthority(Base);
        return OnBasePath(c, shorten: true);
    }

    private bool OnBasePath(char c, bool shorten)
    {
        Url.CopyPath(Base!);
        Url.Query = Base!.Query;
        switch (c)
        {
            case '?':
                Url.Query = "";
                return Go(State.Query);
            case '#':
                return BeginFragment();
            case End:
                return true;
        }

        Url.Query = null;
        if (shorten)
        {
            Url.ShortenPath();
        }
        else
        {
            Url.Path.Clear();
        }

        return Go(State.Path, -1);
    }

    private bool RelativeSlash(char c)
    {
        if (IsSlash(c))
        {
            return Go(Url.IsSpecial ? State.SpecialAuthorityIgnoreSlashes : State.Authority);
        }

        Url.CopyAuthority(Base!);
        _keepsDots = IsSelector;
        return Go(State.Path, -1);
    }

    private bool File(char c)
    {
        Url.Scheme = "file";
        (Url.Host, Url.HostKind) = ("", UrlHostKind.Empty);
        if (c is '/' or '\\')
        {
            return Go(State.FileSlash);
        }

        if (Base?.Scheme != "file")
        {
            return Go(State.Path, -1);
        }

        (Url.Host, Url.HostKind) = (Base.Host, Base.HostKind);
        return OnBasePath(c, shorten: !StartsWithDriveLetter());
    }

    private bool FileSlash(char c)
    {
        if (c is '/' or '\\')
        {
            return Go(State.FileHost);
        }

        if (Base?.Scheme == "file")
        {
            (Url.Host, Url.HostKind) = (Base.Host, Base.HostKind);
            if (!StartsWithDriveLetter() && Base.Path.Count > 0 && IsDriveLetter(Base.Path[0]) && Base.Path[0][1] == ':')
            {
                Url.Path.Add(Base.Path[0]);
            }
        }

        return Go(State.Path, -1);
    }

    private bool FileHost(char c)
    {
        if (c is not (End or '/' or '\\' or '?' or '#'))
        {
            Buffer.Append(c);
            return true;
        }

        if (IsDriveLetter(Buffer.ToString()))
        {
            return Go(State.Path, -1);
        }

        if (Buffer.Length > 0)
        {
            if (!SetHost())
            {
                return false;
            }

            if (Url.Host == "localhost")
            {
                (Url.Host, Url.HostKind) = ("", UrlHostKind.Empty);
            }
        }

        return Go(State.PathStart, -1);
    }

    private bool PathStart(char c)
    {
        if (Url.IsSpecial)
        {
            return Go(State.Path, c is '/' or '\\' ? 0 : -1);
        }

        switch (c)
        {
            case '?':
                Url.Query = "";
                return Go(State.Query);
            case '#':
                return BeginFragment();
            case End:
                return true;
            default:
                _keepsDots = IsSelector;
                return Go(State.Path, c == '/' ? 0 : -1);
        }
    }

    private bool Path(char c)
    {
        if (c is not (End or '?' or '#') && !IsSlash(c))
        {
            WhatwgEncoding.Encode(Buffer, c, WhatwgEncoding.Path);
            return true;
        }

        string segment = Buffer.ToString();
        Buffer.Clear();
        string plain = _keepsDots ? "" : segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase);
        if (plain == "..")
        {
            Url.ShortenPath();
        }

        if (plain is "." or "..")
        {
            if (!IsSlash(c))
            {
                Url.Path.Add("");
            }
        }
        else
        {
            Url.Path.Add(Url.Scheme == "file" && Url.Path.Count == 0 && IsDriveLetter(segment) ? segment[0] + ":" : segment);
        }

        if (c == '?')
        {
            Url.Query = "";
            return Go(State.Query);
        }

        return c != '#' || BeginFragment();
    }

    private bool OpaquePath(char c)
    {
        if (c == '?')
        {
            Url.Query = "";
            return Go(State.Query);
        }

        if (c == '#')
        {
            return BeginFragment();
        }

        if (c == ' ')
        {
            Url.OpaquePath!.Append(At(1) is '?' or '#' ? "%20" : " ");
        }
        else if (c != End)
        {
            WhatwgEncoding.Encode(Url.OpaquePath!, c, "");
        }

        return true;
    }

    private bool Query(char c)
    {
        if (c is not (End or '#'))
        {
            WhatwgEncoding.Encode(Buffer, c, Url.IsSpecial ? WhatwgEncoding.SpecialQuery : WhatwgEncoding.Query);
            return true;
        }

        Url.Query = Buffer.ToString();
        Buffer.Clear();
        return c == End || BeginFragment();
    }

    private bool Fragment(char c)
    {
        if (c != End)
        {
            WhatwgEncoding.Encode(Url.Fragment!, c, WhatwgEncoding.Fragment);
        }

        return true;
    }

    private bool BeginFragment()
    {
        Url.Fragment = new StringBuilder();
        return Go(State.Fragment);
    }
}
