using System.Text.Json;
using HiPerf.Gopher;
using HiPerf.Http;
using HiPerf.Transport;

namespace HiPerf.Cli.Getting;

/// <summary>Writes what a transfer came to as one JSON object. Passwords in URLs are masked.</summary>
internal static class TransferSummary
{
    public static void Write(Utf8JsonWriter json, string requested, InternetFile file, Transfer transfer, string? path)
    {
        json.WriteStartObject();
        json.WriteString("url", file.Url.ToString());
        json.WriteString("requested_url", InternetUrl.ParseOrNull(requested)?.ToString());
        var http = file as HttpFile;
        if (http is not null)
        {
            json.WriteNumber("status", http.StatusCode);
            json.WriteString("reason", http.ReasonPhrase);
            json.WriteString("version", http.Version == Http1.HttpVersion.Http10 ? "1.0" : "1.1");
            json.WriteString("content_type", http.Headers.GetValue("Content-Type"));
        }

        json.WriteNumber("bytes", transfer.Count);
        if (file.ContentLength is { } length)
        {
            json.WriteNumber("content_length", length);
        }
        else
        {
            json.WriteNull("content_length");
        }

        json.WriteBoolean("length_verified", file.LengthVerified);
        if (file is GopherFile gopher)
        {
            json.WriteString("type", ((char)gopher.Locator.TypeOctet).ToString());
            json.WriteBoolean("terminated", gopher.Terminated);
        }

        json.WriteString("sha256", transfer.Sha256);
        json.WriteString("output", path);
        if (http is not null)
        {
            WriteRedirects(json, http);
            WriteTimings(json, http.Timings);
        }

        json.WriteEndObject();
    }

    private static void WriteRedirects(Utf8JsonWriter json, HttpFile file)
    {
        json.WriteStartArray("redirects");
        foreach (HttpRedirect redirect in file.Redirects)
        {
            json.WriteStartObject();
            json.WriteString("from", redirect.From.ToString());
            json.WriteString("to", redirect.To.ToString());
            json.WriteNumber("status", redirect.StatusCode);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTimings(Utf8JsonWriter json, PhaseTimings timings)
    {
        json.WriteStartObject("timings_ms");
        WriteTime(json, "resolve", timings.NameResolution);
        WriteTime(json, "connect", timings.Connect);
        WriteTime(json, "tls", timings.TlsHandshake);
        WriteTime(json, "send", timings.Send);
        WriteTime(json, "wait", timings.Wait);
        WriteTime(json, "receive", timings.Receive);
        WriteTime(json, "total", timings.Total);
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, TimeSpan time) =>
        json.WriteNumber(name, Math.Round(time.TotalMilliseconds, 3));
}
