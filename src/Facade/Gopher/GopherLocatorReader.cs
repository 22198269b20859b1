using System.Buffers;
using System.Text;

namespace HiPerf.Gopher;

/// <summary>Reads locators from gopher and gophers URLs, RFC 4266.</summary>
internal static class GopherLocatorReader
{
    // A URL's reader takes these out, within or at the ends; here each would make another selector of what stands.
    private static readonly SearchValues<char> s_taken = SearchValues.Create("\t\r\n\0");

    /// <summary>Reads a URL as text.</summary>
    /// <returns>Done. InvalidData: what <see cref="InternetUrl.Read"/> answers, and what the other overload does.</returns>
    public static ParseResult Read(string url, out GopherLocator? locator)
    {
        ArgumentNullException.ThrowIfNull(url);
        locator = null;
        int taken = url.AsSpan().IndexOfAny(s_taken);
        if (taken >= 0)
        {
            return ParseResult.Invalid(ParseError.BadGopherSelector, Encoding.UTF8.GetByteCount(url.AsSpan(0, taken)));
        }

        ParseResult result = InternetUrl.Read(url, baseUrl: null, out InternetUrl? parsed);
        return parsed is null ? result : Read(parsed, out locator);
    }

    /// <summary>Reads a URL.</summary>
    /// <returns>Done. InvalidData: BadScheme, MissingUrlHost, BadUrlHost, BadUrlPort, BadUrlCharacter (a user name, which Gopher has not), and the errors of <see cref="GopherUrlParser"/>;
    /// Position is the octet of <see cref="InternetUrl.Href"/>.</returns>
    public static ParseResult Read(InternetUrl url, out GopherLocator? locator)
    {
        locator = null;
        UrlParts parts = url.Parts;
        if (url.KnownScheme is not (UrlScheme.Gopher or UrlScheme.Gophers))
        {
            return ParseResult.Invalid(ParseError.BadScheme, 0);
        }

        if (parts.HostLength <= 0)
        {
            return ParseResult.Invalid(ParseError.MissingUrlHost, parts.SchemeLength + 1);
        }

        if (url.EncodedUserName.Length + url.EncodedPassword.Length > 0)
        {
            return ParseResult.Invalid(ParseError.BadUrlCharacter, parts.SchemeLength + 3);
        }

        if (GopherLocatorText.CanonicalHost(url.HostName) is not { } host)
        {
            return ParseResult.Invalid(ParseError.BadUrlHost, parts.HostStart);
        }

        if (url.Port == 0)
        {
            return ParseResult.Invalid(ParseError.BadUrlPort, parts.PortStart);
        }

        byte[] path = Encoding.ASCII.GetBytes(url.PathAndQuery);
        byte[] decoded = new byte[path.Length];
        ParseResult result = GopherUrlParser.Parse(path, decoded, out GopherUrl read, out _);
        if (!result.IsDone)
        {
            return ParseResult.Invalid(result.Error, parts.PathStart + result.Position);
        }

        locator = Make(host, url, decoded, in read);
        return ParseResult.Done(url.Href.Length);
    }

    private static GopherLocator Make(string host, InternetUrl url, ReadOnlySpan<byte> decoded, in GopherUrl read)
    {
        bool hasPlus = read.Kind != GopherRequestKind.Item;
        var item = new GopherLocator(host, read.Selector.In(decoded), read.TypeOctet)
        {
            Port = url.Port,
            UsesTls = url.KnownScheme == UrlScheme.Gophers,
            Plus = hasPlus ? GopherPlusMark.Plus : GopherPlusMark.None,
        };
        return !read.HasSearch && !hasPlus ? item : item.WithOctets(
            read.HasSearch ? read.Search.In(decoded).ToArray() : null,
            hasPlus ? [(byte)read.Kind, .. read.Argument.In(decoded)] : null);
    }
}
