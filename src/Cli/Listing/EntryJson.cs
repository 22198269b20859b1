using System.Globalization;
using System.Text;
using System.Text.Json;
using HiPerf.Ftp;
using HiPerf.Gopher;

namespace HiPerf.Cli.Listing;

/// <summary>Writes an entry as a JSON object: name, url, directory, length and last_write_time of every one, and what its protocol adds.</summary>
internal static class EntryJson
{
    public static string Of(InternetEntry entry)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("name", entry.Name);
            switch (entry)
            {
                case FtpEntry ftp:
                    Write(json, ftp);
                    break;
                case GopherItem item:
                    Write(json, item);
                    break;
                default:
                    json.WriteString("url", entry.Url.ToString());
                    break;
            }

            json.WriteBoolean("directory", entry.IsDirectory);
            WriteNumber(json, "length", entry.Length);
            json.WriteString("last_write_time", entry.LastWriteTime?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    private static void Write(Utf8JsonWriter json, FtpEntry ftp)
    {
        json.WriteString("path", ftp.Path);
        json.WriteString("type", ftp.Type.ToString().ToLowerInvariant());
        json.WriteString("permissions", ftp.Permissions);
        json.WriteString("target", ftp.Target);
        json.WriteString("url", ftp.Url.ToString());
    }

    private static void Write(Utf8JsonWriter json, GopherItem item)
    {
        json.WriteString("type", item.TypeOctet == 0 ? string.Empty : ((char)item.TypeOctet).ToString());
        json.WriteString("selector", Encoding.Latin1.GetString(item.SelectorOctets.Span));
        json.WriteString("host", item.Host);
        WriteNumber(json, "port", item.Port < 0 ? null : item.Port);
        json.WriteBoolean("plus", item.Plus != GopherPlusMark.None);
        json.WriteBoolean("ask", item.Plus == GopherPlusMark.Ask);
        json.WriteString("url", ItemPlace.UrlOf(item)?.ToString());
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
