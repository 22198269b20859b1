using System.Text.Json;
using HiPerf.Cli.Terminals;
using HiPerf.Ftp;

namespace HiPerf.Cli.Getting;

/// <summary>Writes what a copy from or to an FTP server came to as one JSON object. Passwords in URLs are masked.</summary>
internal static class CopySummary
{
    public static void Write(CliConsole console, InternetUrl url, string path, FtpTransferResult result)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("url", url.ToString());
            json.WriteString("file", path);
            json.WriteNumber("bytes", result.Length);
            json.WriteNumber("transferred", result.Transferred);
            json.WriteString("proof", result.Proof.ToString().ToLowerInvariant());
            json.WriteString("algorithm", result.Algorithm == FtpHashAlgorithms.None ? null : result.Algorithm.ToString().ToLowerInvariant());
            json.WriteString("last_write_time", result.LastWriteTime?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        text.WriteByte((byte)'\n');
        console.Output.Write(text.GetBuffer().AsSpan(0, (int)text.Length));
    }
}
