using HiPerf.Ascii;

namespace HiPerf;

/// <summary>Writes path, query and fragment.</summary>
/// <remarks>The WHATWG URL standard, section 4.4: path start, path, opaque path, query and fragment states. Dot segments, in their escaped spellings too,
/// are removed as RFC 3986 section 5.2.4 does; not so in a Gopher URL's own path, which is no hierarchy. A relative path is one for any scheme.</remarks>
internal static class UrlPath
{
    internal static bool IsSlash(byte octet, bool special) => octet == '/' || (special && octet == '\\');

    /// <summary>Writes everything behind the authority; the path's own first slash, if any, stands at the offset.</summary>
    internal static ParseError BuildRest(ref UrlBuilder builder, scoped ReadOnlySpan<byte> url, int at)
    {
        var special = builder.Parts.Scheme.IsSpecial();
        if (at < url.Length && IsSlash(url[at], special))
        {
            return builder.Parts.Scheme is UrlScheme.Gopher or UrlScheme.Gophers && builder.Parts.HostLength >= 0
                ? BuildSelector(ref builder, url, at)
                : BuildSegments(ref builder, url, at + 1);
        }

        if (special)
        {
            return BuildSegments(ref builder, url, at);
        }

        Finish(ref builder);
        BuildQuery(ref builder, url, at);
        return ParseError.None;
    }

    /// <summary>Appends segments to the path that stands already, then query and fragment. The offset is behind the slash of the first.</summary>
    internal static ParseError BuildSegments(ref UrlBuilder builder, scoped ReadOnlySpan<byte> url, int at)
    {
        var rest = url[at..];
        var length = rest.IndexOfAny((byte)'?', (byte)'#');
        var path = length < 0 ? rest : rest[..length];
        if (builder.Parts.Scheme is UrlScheme.Http or UrlScheme.Https && IsPlain(path))
        {
            builder.Append((byte)'/');
            builder.Append(path);
        }
        else
        {
            AppendSegments(ref builder, path);
        }

        Finish(ref builder);
        BuildQuery(ref builder, url, at + path.Length);
        return ParseError.None;
    }

    /// <summary>Writes a path that is a type and a selector: a dot segment in it is what the server shall get, RFC 4266 section 2.1.</summary>
    private static ParseError BuildSelector(ref UrlBuilder builder, scoped ReadOnlySpan<byte> url, int at)
    {
        var rest = url[at..];
        var length = rest.IndexOfAny((byte)'?', (byte)'#');
        var path = length < 0 ? rest : rest[..length];
        builder.AppendEncoded(path, UrlBytes.PathEncode);
        Finish(ref builder);
        BuildQuery(ref builder, url, at + path.Length);
        return ParseError.None;
    }

    /// <summary>Writes a path that is one string.</summary>
    internal static ParseError BuildOpaque(ref UrlBuilder builder, scoped ReadOnlySpan<byte> url, int at)
    {
        var rest = url[at..];
        var length = rest.IndexOfAny((byte)'?', (byte)'#');
        var path = length < 0 ? rest : rest[..length];
        builder.Parts.HasOpaquePath = true;

        // A space right before the query or fragment would be lost when either is taken away.
        var spaceEnds = length > 0 && path[^1] == ' ';
        builder.AppendEncoded(spaceEnds ? path[..^1] : path, UrlBytes.ControlEncode);
        if (spaceEnds)
        {
            builder.Append("%20"u8);
        }

        Finish(ref builder);
        BuildQuery(ref builder, url, at + path.Length);
        return ParseError.None;
    }

    /// <summary>Ends the path. Without a host, one that begins with two slashes would be read as an authority: <c>/.</c> goes before it.</summary>
    internal static void Finish(ref UrlBuilder builder)
    {
        if (builder.Parts.HostLength < 0 && !builder.Parts.HasOpaquePath && builder.Path.StartsWith("//"u8))
        {
            builder.Insert(builder.Parts.PathStart, "/."u8);
            if (!builder.Overflowed)
            {
                builder.Parts.PathStart += 2;
            }
        }

        builder.Parts.PathLength = builder.Length - builder.Parts.PathStart;
    }

    /// <summary>Writes query and fragment; one of them, or the end, stands at the offset.</summary>
    internal static void BuildQuery(ref UrlBuilder builder, scoped ReadOnlySpan<byte> url, int at)
    {
        if (at < url.Length && url[at] == '?')
        {
            var rest = url[(at + 1)..];
            var length = rest.IndexOf((byte)'#');
            if (length < 0)
            {
                length = rest.Length;
            }

            builder.Append((byte)'?');
            builder.Parts.QueryStart = builder.Length;
            builder.AppendEncoded(rest[..length], builder.Parts.Scheme.IsSpecial() ? UrlBytes.SpecialQueryEncode : UrlBytes.QueryEncode);
            builder.Parts.QueryLength = builder.Length - builder.Parts.QueryStart;
            at += 1 + length;
        }

        BuildFragment(ref builder, url, at);
    }

    /// <summary>Writes the fragment; it, or the end, stands at the offset.</summary>
    internal static void BuildFragment(ref UrlBuilder builder, scoped ReadOnlySpan<byte> url, int at)
    {
        if (at >= url.Length)
        {
            return;
        }

        builder.Append((byte)'#');
        builder.Parts.FragmentStart = builder.Length;
        builder.AppendEncoded(url[(at + 1)..], UrlBytes.FragmentEncode);
        builder.Parts.FragmentLength = builder.Length - builder.Parts.FragmentStart;
    }

    /// <summary>Takes the last segment away, but not the drive letter of a file URL.</summary>
    internal static void Shorten(ref UrlBuilder builder)
    {
        var path = builder.Path;
        if (builder.Parts.Scheme == UrlScheme.File && UrlFile.IsDriveRoot(path))
        {
            return;
        }

        var slash = path.LastIndexOf((byte)'/');
        if (slash >= 0)
        {
            builder.Truncate(builder.Parts.PathStart + slash);
        }
    }

    private static bool IsPlain(ReadOnlySpan<byte> path) =>
        path.IndexOfAny(UrlBytes.PathCare) < 0 && (path.IsEmpty || path[0] != '.') && path.IndexOf("/."u8) < 0;

    private static void AppendSegments(ref UrlBuilder builder, scoped ReadOnlySpan<byte> path)
    {
        var special = builder.Parts.Scheme.IsSpecial();
        while (true)
        {
            var slash = special ? path.IndexOfAny((byte)'/', (byte)'\\') : path.IndexOf((byte)'/');
            AppendSegment(ref builder, slash < 0 ? path : path[..slash], last: slash < 0);
            if (slash < 0)
            {
                return;
            }

            path = path[(slash + 1)..];
        }
    }

    private static void AppendSegment(ref UrlBuilder builder, scoped ReadOnlySpan<byte> segment, bool last)
    {
        var dots = Dots(segment);
        if (dots == 2)
        {
            Shorten(ref builder);
        }

        if (dots > 0)
        {
            if (last)
            {
                builder.Append((byte)'/');
            }

            return;
        }

        var start = builder.Length;
        builder.Append((byte)'/');
        builder.AppendEncoded(segment, UrlBytes.PathEncode);
        if (builder.Parts.Scheme == UrlScheme.File && start == builder.Parts.PathStart && UrlFile.IsDriveLetter(segment))
        {
            builder.Replace(start + 2, (byte)':');
        }
    }

    // 1 for ".", 2 for "..", each dot also as "%2e"; 0 for any other segment.
    private static int Dots(ReadOnlySpan<byte> segment)
    {
        if (segment.Length is 0 or > 6 || segment[0] is not ((byte)'.' or (byte)'%'))
        {
            return 0;
        }

        var dots = 0;
        while (!segment.IsEmpty)
        {
            var length = segment[0] == '.' ? 1 : segment.Length >= 3 && segment[0] == '%' && segment[1] == '2' && (segment[2] | 0x20) == 'e' ? 3 : 0;
            if (length == 0 || ++dots > 2)
            {
                return 0;
            }

            segment = segment[length..];
        }

        return dots;
    }
}
