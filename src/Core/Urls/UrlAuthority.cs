using HiPerf.Ascii;

namespace HiPerf;

/// <summary>Writes an authority and what follows it.</summary>
/// <remarks>The WHATWG URL standard, section 4.4: authority, host and port states. <c>[userinfo "@"] host [":" port]</c>; the last at sign counts,
/// the default port is dropped, an empty userinfo too.</remarks>
internal static class UrlAuthority
{
    /// <summary>Skips any number of slashes and backslashes first, as special schemes do.</summary>
    internal static ParseError BuildAfterSlashes(ref UrlBuilder builder, scoped ReadOnlySpan<byte> url, int at)
    {
        while (at < url.Length && url[at] is (byte)'/' or (byte)'\\')
        {
            at++;
        }

        return Build(ref builder, url, at);
    }

    internal static ParseError Build(ref UrlBuilder builder, scoped ReadOnlySpan<byte> url, int at)
    {
        var special = builder.Parts.Scheme.IsSpecial();
        var rest = url[at..];
        var length = special ? rest.IndexOfAny("/\\?#"u8) : rest.IndexOfAny("/?#"u8);
        if (length < 0)
        {
            length = rest.Length;
        }

        var authority = rest[..length];
        builder.Append("//"u8);

        var host = authority.LastIndexOf((byte)'@') + 1;
        if (host > 0)
        {
            if (host == authority.Length)
            {
                return builder.Fail(ParseError.MissingUrlHost, at + host);
            }

            AppendUserInfo(ref builder, authority[..(host - 1)]);
        }

        var error = AppendHostAndPort(ref builder, authority[host..], special);
        if (error != ParseError.None)
        {
            return builder.Fail(error, at + host + builder.ErrorPosition);
        }

        builder.Parts.PathStart = builder.Length;
        return UrlPath.BuildRest(ref builder, url, at + length);
    }

    private static void AppendUserInfo(ref UrlBuilder builder, scoped ReadOnlySpan<byte> userInfo)
    {
        var colon = userInfo.IndexOf((byte)':');
        var name = colon < 0 ? userInfo : userInfo[..colon];
        var password = colon < 0 ? default : userInfo[(colon + 1)..];
        if (name.IsEmpty && password.IsEmpty)
        {
            return;
        }

        builder.Parts.UserNameStart = builder.Length;
        builder.AppendEncoded(name, UrlBytes.UserInfoEncode);
        builder.Parts.UserNameLength = builder.Length - builder.Parts.UserNameStart;
        if (!password.IsEmpty)
        {
            builder.Append((byte)':');
            builder.Parts.PasswordStart = builder.Length;
            builder.AppendEncoded(password, UrlBytes.UserInfoEncode);
            builder.Parts.PasswordLength = builder.Length - builder.Parts.PasswordStart;
        }

        builder.Append((byte)'@');
    }

    private static ParseError AppendHostAndPort(ref UrlBuilder builder, scoped ReadOnlySpan<byte> text, bool special)
    {
        var colon = HostEnd(text);
        var host = text[..colon];
        if (host.IsEmpty && (special || colon < text.Length))
        {
            return builder.Fail(ParseError.MissingUrlHost, 0);
        }

        builder.Parts.HostStart = builder.Length;
        var error = UrlHost.Append(ref builder, host, special, out builder.Parts.HostKind);
        builder.Parts.HostLength = builder.Length - builder.Parts.HostStart;
        if (error != ParseError.None || colon >= text.Length - 1)
        {
            return error;
        }

        return AppendPort(ref builder, text, colon + 1);
    }

    // The first colon outside brackets.
    private static int HostEnd(ReadOnlySpan<byte> text)
    {
        var colon = text.IndexOf((byte)':');
        if (colon < 0)
        {
            return text.Length;
        }

        if (text[..colon].IndexOf((byte)'[') < 0)
        {
            return colon;
        }

        var inBrackets = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '[')
            {
                inBrackets = true;
            }

            if (text[i] == ']')
            {
                inBrackets = false;
            }

            if (text[i] == ':' && !inBrackets)
            {
                return i;
            }
        }

        return text.Length;
    }

    private static ParseError AppendPort(ref UrlBuilder builder, scoped ReadOnlySpan<byte> text, int at)
    {
        var port = 0;
        for (var i = at; i < text.Length; i++)
        {
            if (!UrlBytes.IsDigit(text[i]))
            {
                return builder.Fail(ParseError.BadUrlPort, i);
            }

            port = (port * 10) + text[i] - '0';
            if (port > ushort.MaxValue)
            {
                return builder.Fail(ParseError.BadUrlPort, i);
            }
        }

        // The default port of ftps and gopher stays, as the standard leaves schemes that it does not know.
        if (builder.Parts.Scheme.IsSpecial() && port == builder.Parts.Scheme.DefaultPort())
        {
            return ParseError.None;
        }

        builder.Append((byte)':');
        builder.Parts.PortStart = builder.Length;
        Span<byte> digits = stackalloc byte[5];
        System.Buffers.Text.Utf8Formatter.TryFormat((uint)port, digits, out var length);
        builder.Append(digits[..length]);
        builder.Parts.PortLength = length;
        builder.Parts.Port = port;
        return ParseError.None;
    }
}
