namespace HiPerf;

/// <summary>Writes a reference that has no scheme, or only its base's.</summary>
/// <remarks>The WHATWG URL standard, section 4.4: no scheme, relative and relative slash states. RFC 3986 section 5.2.2.</remarks>
internal static class UrlReference
{
    internal static ParseError Build(ref UrlBuilder builder, scoped ReadOnlySpan<byte> url, int at, scoped ReadOnlySpan<byte> baseUrl, in UrlParts baseParts)
    {
        if (baseUrl.IsEmpty)
        {
            return builder.Fail(ParseError.MissingScheme, at);
        }

        if (baseParts.HasOpaquePath)
        {
            if (at == url.Length || url[at] != '#')
            {
                return builder.Fail(ParseError.MissingScheme, at);
            }

            CopyBase(ref builder, baseUrl, baseParts);
            UrlPath.Finish(ref builder);
            CopyQuery(ref builder, baseUrl, baseParts);
            UrlPath.BuildFragment(ref builder, url, at);
            return ParseError.None;
        }

        CopyScheme(ref builder, baseUrl, baseParts);
        return baseParts.Scheme == UrlScheme.File
            ? UrlFile.Build(ref builder, url, at, baseUrl, baseParts)
            : BuildRelative(ref builder, url, at, baseUrl, baseParts);
    }

    /// <summary>Writes what follows the scheme, which is the base's and stands already.</summary>
    internal static ParseError BuildRelative(ref UrlBuilder builder, scoped ReadOnlySpan<byte> url, int at, scoped ReadOnlySpan<byte> baseUrl, in UrlParts baseParts)
    {
        var special = baseParts.Scheme.IsSpecial();
        if (at < url.Length && UrlPath.IsSlash(url[at], special))
        {
            if (at + 1 < url.Length && UrlPath.IsSlash(url[at + 1], special))
            {
                return special ? UrlAuthority.BuildAfterSlashes(ref builder, url, at) : UrlAuthority.Build(ref builder, url, at + 2);
            }

            CopyAuthority(ref builder, baseUrl, baseParts);
            builder.Parts.PathStart = builder.Length;
            return UrlPath.BuildRest(ref builder, url, at);
        }

        CopyBase(ref builder, baseUrl, baseParts);
        return BuildOnBase(ref builder, url, at, baseUrl, baseParts);
    }

    /// <summary>Writes what follows the base's authority and path, which stand already.</summary>
    internal static ParseError BuildOnBase(ref UrlBuilder builder, scoped ReadOnlySpan<byte> url, int at, scoped ReadOnlySpan<byte> baseUrl, in UrlParts baseParts)
    {
        if (at == url.Length || url[at] is (byte)'?' or (byte)'#')
        {
            UrlPath.Finish(ref builder);
            if (at == url.Length || url[at] == '#')
            {
                CopyQuery(ref builder, baseUrl, baseParts);
            }

            UrlPath.BuildQuery(ref builder, url, at);
            return ParseError.None;
        }

        UrlPath.Shorten(ref builder);
        return UrlPath.BuildSegments(ref builder, url, at);
    }

    internal static void CopyScheme(ref UrlBuilder builder, scoped ReadOnlySpan<byte> baseUrl, in UrlParts baseParts)
    {
        builder.Append(baseUrl[..(baseParts.SchemeLength + 1)]);
        builder.Parts.SchemeLength = baseParts.SchemeLength;
        builder.Parts.Scheme = baseParts.Scheme;
    }

    /// <summary>Copies user name, password, host and port. The offsets are the base's: the schemes are equal.</summary>
    internal static void CopyAuthority(ref UrlBuilder builder, scoped ReadOnlySpan<byte> baseUrl, in UrlParts baseParts)
    {
        builder.Append(baseUrl[(baseParts.SchemeLength + 1)..baseParts.AuthorityEnd]);
        builder.Parts = baseParts;
        builder.Parts.PathLength = 0;
        builder.Parts.QueryLength = -1;
        builder.Parts.FragmentLength = -1;
    }

    /// <summary>Copies the authority and the path, without the <c>/.</c> that may stand before a path.</summary>
    internal static void CopyBase(ref UrlBuilder builder, scoped ReadOnlySpan<byte> baseUrl, in UrlParts baseParts)
    {
        if (builder.Parts.SchemeLength == 0)
        {
            CopyScheme(ref builder, baseUrl, baseParts);
        }

        CopyAuthority(ref builder, baseUrl, baseParts);
        builder.Parts.PathStart = builder.Length;
        builder.Append(baseParts.PathIn(baseUrl));
    }

    private static void CopyQuery(ref UrlBuilder builder, scoped ReadOnlySpan<byte> baseUrl, in UrlParts baseParts)
    {
        if (baseParts.QueryLength < 0)
        {
            return;
        }

        builder.Append((byte)'?');
        builder.Parts.QueryStart = builder.Length;
        builder.Append(baseParts.QueryIn(baseUrl));
        builder.Parts.QueryLength = baseParts.QueryLength;
    }
}
