using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

/// <summary>The simplest jar that stores and retrieves as RFC 6265bis sections 5.7 and 5.8 say: a model for tests, on Core's parsers and match functions alone.</summary>
/// <remarks>It asks no list of public suffixes, knows no same-site context and never evicts.</remarks>
internal sealed class CookieJarModel(DateTime now)
{
    private sealed record Stored(string Name, string Value, string Domain, bool HostOnly, string Path, bool Secure, long Expiry, long Created);

    private readonly List<Stored> _cookies = [];
    private long _count;

    public CookieRefusal Set(string url, ReadOnlySpan<byte> setCookie)
    {
        (string host, string path, bool secure) = Split(url);
        if (!SetCookieParser.Parse(setCookie, out SetCookie cookie).IsDone)
        {
            return CookieRefusal.None;
        }

        byte[] hostOctets = Encoding.ASCII.GetBytes(host);
        CookieRefusal refusal = CookieAdmission.Decide(setCookie, in cookie, hostOctets, Encoding.Latin1.GetBytes(path), secure);
        if (refusal != CookieRefusal.None)
        {
            return refusal;
        }

        string domain = cookie.DomainLength > 0 ? Text(cookie.DomainIn(setCookie)).ToLowerInvariant() : host;
        string cookiePath = cookie.PathLength > 0 ? Text(cookie.PathIn(setCookie)) : Text(CookiePath.Default(Encoding.Latin1.GetBytes(path)));
        bool persistent = CookieLifetime.TryGetExpiry(in cookie, now.Ticks, out long expiry);
        var stored = new Stored(
            Text(cookie.NameIn(setCookie)), Text(cookie.ValueIn(setCookie)), domain, cookie.DomainLength == 0, cookiePath, cookie.IsSecure, persistent ? expiry : long.MaxValue, _count++);
        if (!secure && _cookies.Exists(c => c.Secure && c.Name == stored.Name
            && CookieAdmission.Overlays(Octets(stored.Domain), Octets(stored.Path), Octets(c.Domain), Octets(c.Path))))
        {
            return CookieRefusal.InsecureOrigin;
        }

        Stored? old = _cookies.Find(c => (c.Name, c.Domain, c.HostOnly, c.Path) == (stored.Name, stored.Domain, stored.HostOnly, stored.Path));
        if (old is not null)
        {
            _cookies.Remove(old);
            stored = stored with { Created = old.Created };
        }

        if (stored.Expiry > now.Ticks)
        {
            _cookies.Add(stored);
        }

        return CookieRefusal.None;
    }

    public string Get(string url)
    {
        (string host, string path, bool secure) = Split(url);
        byte[] place = new byte[8190];
        var writer = new CookieWriter(place);
        foreach (Stored cookie in _cookies
            .Where(c => c.HostOnly ? c.Domain == host : CookieDomain.Matches(Octets(host), Octets(c.Domain)))
            .Where(c => CookiePath.Matches(Octets(path), Octets(c.Path)) && (secure || !c.Secure))
            .OrderByDescending(c => c.Path.Length).ThenBy(c => c.Created))
        {
            writer.Write(Octets(cookie.Name), Octets(cookie.Value));
        }

        Assert.True(writer.TryComplete(out int written));
        return Encoding.Latin1.GetString(place, 0, written);
    }

    private static (string Host, string Path, bool Secure) Split(string url)
    {
        byte[] octets = Encoding.Latin1.GetBytes(url);
        Assert.True(UrlParser.Parse(octets, out UrlParts parts).IsDone);
        return (Text(parts.HostIn(octets)).ToLowerInvariant(), Text(parts.PathIn(octets)), parts.Scheme == UrlScheme.Https);
    }

    private static byte[] Octets(string text) => Encoding.Latin1.GetBytes(text);

    private static string Text(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);
}
