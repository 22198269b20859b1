using System.Buffers;
using System.Text.Json;
using HiPerf.Html;

namespace HiPerf.Server;

/// <summary>Writes a folder's listing as an HTML page, or as JSON: <c>[{"name","size","modified","directory"}]</c>.</summary>
internal static class FolderPage
{
    /// <summary>The HTML page's Content-Type.</summary>
    public const string HtmlType = DirectoryPageWriter.ContentType;

    /// <summary>The JSON form's Content-Type.</summary>
    public const string JsonType = "application/json";

    /// <summary>Writes the page; links are relative to the folder's own URL, which ends in a slash.</summary>
    /// <param name="output">Takes the page.</param>
    /// <param name="name">The folder's plain name, empty for the root.</param>
    /// <param name="entries">Its content.</param>
    public static void WriteHtml(IBufferWriter<byte> output, ReadOnlySpan<byte> name, ReadOnlySpan<FolderEntry> entries)
    {
        DirectoryPageWriter.WriteStart(output, new HtmlText([(byte)'/', .. name]), name.IsEmpty ? default : HtmlLink.Parent);
        foreach (ref readonly var entry in entries)
        {
            var text = new HtmlText(entry.Name);
            DirectoryPageWriter.WriteEntry(output, new DirectoryPageEntry
            {
                Name = text,
                Link = entry.IsFolder ? HtmlLink.ToFolder(text) : HtmlLink.ToFile(text),
                Kind = entry.IsFolder ? DirectoryPageKind.Directory : DirectoryPageKind.File,
                Size = entry.IsFolder ? null : entry.Size,
                Modified = entry.Modified,
            });
        }

        DirectoryPageWriter.WriteEnd(output);
    }

    /// <summary>Writes the JSON form; <c>modified</c> is RFC 3339 in UTC.</summary>
    public static void WriteJson(IBufferWriter<byte> output, ReadOnlySpan<FolderEntry> entries)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartArray();
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, entry.Name);
            json.WriteNumber("size"u8, entry.Size);
            json.WriteString("modified"u8, entry.Modified);
            json.WriteBoolean("directory"u8, entry.IsFolder);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
