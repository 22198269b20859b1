using HiPerf.Ascii;

namespace HiPerf;

/// <summary>Writes what follows <c>file:</c>.</summary>
/// <remarks>The WHATWG URL standard, section 4.4: file, file slash and file host states, with their Windows drive letters (<c>C:</c>, <c>C|</c>); RFC 8089 otherwise.
/// The host <c>localhost</c> is the empty one. The path always begins with a slash.</remarks>
internal static class UrlFile
{
    internal static ParseError Build(ref UrlBuilder builder, scoped ReadOnlySpan<byte> url, int at, scoped ReadOnlySpan<byte> baseUrl, in UrlParts baseParts)
    {
        var onFile = baseParts.Scheme == UrlScheme.File;
        if (at < url.Length && UrlPath.IsSlash(url[at], special: true))
        {
            if (at + 1 < url.Length && UrlPath.IsSlash(url[at + 1], special: true))
            {
                return BuildHost(ref builder, url, at + 2);
            }

            BeginPath(ref builder, baseUrl, baseParts, onFile);
            if (onFile && !StartsWithDriveLetter(url[(at + 1)..]))
            {
                CopyDriveLetter(ref builder, baseParts.PathIn(baseUrl));
            }

            return UrlPath.BuildSegments(ref builder, url, at + 1);
        }

        if (!onFile)
        {
            BeginPath(ref builder, baseUrl, baseParts, onFile);
            return UrlPath.BuildSegments(ref builder, url, at);
        }

        if (StartsWithDriveLetter(url[at..]))
        {
            BeginPath(ref builder, baseUrl, baseParts, onFile);
            return UrlPath.BuildSegments(ref builder, url, at);
        }

        UrlReference.CopyBase(ref builder, baseUrl, baseParts);
        return UrlReference.BuildOnBase(ref builder, url, at, baseUrl, baseParts);
    }

    /// <summary>Whether a segment is a letter and a colon or bar.</summary>
    internal static bool IsDriveLetter(ReadOnlySpan<byte> segment) =>
        segment.Length == 2 && UrlBytes.IsAlpha(segment[0]) && segment[1] is (byte)':' or (byte)'|';

    /// <summary>Whether a path is one normalized drive letter, which dot segments do not remove.</summary>
    internal static bool IsDriveRoot(ReadOnlySpan<byte> path) => path.Length == 3 && UrlBytes.IsAlpha(path[1]) && path[2] == ':';

    private static bool StartsWithDriveLetter(ReadOnlySpan<byte> rest) => rest.Length >= 2 && IsDriveLetter(rest[..2])
        && (rest.Length == 2 || rest[2] is (byte)'/' or (byte)'\\' or (byte)'?' or (byte)'#');

    private static ParseError BuildHost(ref UrlBuilder builder, scoped ReadOnlySpan<byte> url, int at)
    {
        var length = url[at..].IndexOfAny("/\\?#"u8);
        if (length < 0)
        {
            length = url.Length - at;
        }

        var host = url.Slice(at, length);
        BeginHost(ref builder);
        if (IsDriveLetter(host))
        {
            builder.Parts.PathStart = builder.Length;
            return UrlPath.BuildSegments(ref builder, url, at);
        }

        if (!host.IsEmpty)
        {
            var error = UrlHost.Append(ref builder, host, special: true, out builder.Parts.HostKind);
            if (error != ParseError.None)
            {
                return builder.Fail(error, at + builder.ErrorPosition);
            }

            if (builder.Written[builder.Parts.HostStart..].SequenceEqual("localhost"u8))
            {
                builder.Truncate(builder.Parts.HostStart);
                builder.Parts.HostKind = UrlHostKind.Empty;
            }

            builder.Parts.HostLength = builder.Length - builder.Parts.HostStart;
        }

        builder.Parts.PathStart = builder.Length;
        return UrlPath.BuildRest(ref builder, url, at + length);
    }

    private static void BeginPath(ref UrlBuilder builder, scoped ReadOnlySpan<byte> baseUrl, in UrlParts baseParts, bool onFile)
    {
        if (onFile)
        {
            UrlReference.CopyAuthority(ref builder, baseUrl, baseParts);
        }
        else
        {
            BeginHost(ref builder);
        }

        builder.Parts.PathStart = builder.Length;
    }

    private static void BeginHost(ref UrlBuilder builder)
    {
        builder.Append("//"u8);
        builder.Parts.HostStart = builder.Length;
        builder.Parts.HostLength = 0;
        builder.Parts.HostKind = UrlHostKind.Empty;
    }

    private static void CopyDriveLetter(ref UrlBuilder builder, scoped ReadOnlySpan<byte> basePath)
    {
        if (basePath.Length >= 3 && IsDriveRoot(basePath[..3]) && (basePath.Length == 3 || basePath[3] == '/'))
        {
            builder.Append(basePath[..3]);
        }
    }
}
