using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace HiPerf.Server;

/// <summary>Writes a folder's listing as an HTML page, or as JSON: <c>[{"name","size","modified","directory"}]</c>.</summary>
internal static class FolderPage
{
    /// <summary>The HTML page's Content-Type.</summary>
    public const string HtmlType = "text/html; charset=utf-8";

    /// <summary>The JSON form's Content-Type.</summary>
    public const string JsonType = "application/json";

    private static readonly HtmlEncoder s_html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes the page; links are relative to the folder's own URL, which ends in a slash.</summary>
    /// <param name="output">Takes the page.</param>
    /// <param name="name">The folder's plain name, empty for the root.</param>
    /// <param name="entries">Its content.</param>
    public static void WriteHtml(IBufferWriter<byte> output, ReadOnlySpan<byte> name, ReadOnlySpan<FolderEntry> entries)
    {
        var title = s_html.Encode("/" + Encoding.UTF8.GetString(name));
        WriteText(output, $"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body><h1>{title}</h1>\n<table>\n");
        WriteText(output, "<tr><th>Name</th><th>Size</th><th>Modified (UTC)</th></tr>\n");
        if (!name.IsEmpty)
        {
            WriteText(output, "<tr><td><a href=\"../\">../</a></td><td></td><td></td></tr>\n");
        }

        foreach (var entry in entries)
        {
            var slash = entry.IsFolder ? "/" : string.Empty;
            WriteText(output, "<tr><td><a href=\"./");
            VirtualPathWriter.Write(output, Encoding.UTF8.GetBytes(entry.Name + slash));
            var size = entry.IsFolder ? "-" : entry.Size.ToString(CultureInfo.InvariantCulture);
            var modified = entry.Modified.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            WriteText(output, $"\">{s_html.Encode(entry.Name)}{slash}</a></td><td>{size}</td><td>{modified}</td></tr>\n");
        }

        WriteText(output, "</table></body></html>\n");
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

    private static void WriteText(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
