namespace HiPerf.Fuzzing;

/// <summary>One valid absolute URL, part by part.</summary>
/// <remarks>RFC 3986 section 3. A part that is null is absent; its delimiter then is absent too.</remarks>
/// <param name="Scheme">The scheme without its colon.</param>
/// <param name="UserInfo">User name, or user name, colon and password.</param>
/// <param name="Host">The host, an IPv6 address in brackets; null when there is no authority.</param>
/// <param name="Port">The port's digits.</param>
/// <param name="Path">The path, percent-encoded.</param>
/// <param name="Query">The query without its question mark.</param>
/// <param name="Fragment">The fragment without its number sign.</param>
public sealed record UrlCase(string Scheme, string? UserInfo, string? Host, string? Port, string Path, string? Query, string? Fragment) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire =>
        Scheme + ":" + (Host is null ? "" : "//" + Part("", UserInfo, "@") + Host + Part(":", Port, ""))
        + Path + Part("?", Query, "") + Part("#", Fragment, "");

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);

    private static string Part(string before, string? part, string behind) => part is null ? "" : before + part + behind;
}
