using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Html;

/// <summary>What the writer of pages throws at a caller; the value itself stays out of the text.</summary>
internal static class HtmlMisuse
{
    [DoesNotReturn]
    public static void BadBase() => throw new ArgumentException("Relative links begin at an absolute URL of http, https, ftp, ftps, gopher, gophers or file.", "baseUrl");
}
