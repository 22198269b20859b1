using Microsoft.AspNetCore.StaticFiles;

namespace HiPerf.Server;

/// <summary>The media type a file is served as, by its name's extension.</summary>
/// <remarks>The table is ASP.NET Core's own. RFC 9110 section 8.3: no charset is added, nobody looked into the file.</remarks>
internal static class ContentTypes
{
    private static readonly FileExtensionContentTypeProvider s_table = new();

    /// <summary>The media type, <c>application/octet-stream</c> for an extension that is not known.</summary>
    public static string Of(string name) => s_table.TryGetContentType(name, out var type) ? type : "application/octet-stream";
}
