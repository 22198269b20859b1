using System.Globalization;
using System.Text;
using System.Text.Json;
using HiPerf.Ftp;
using HiPerf.Http;

namespace HiPerf.Cli.Inspecting;

/// <summary>Reads one record of a JSON Lines corpus: <c>{"id", "input", "eof", "scope", "mode", "base", "request_method", "require_host", "kind", "format", "parser_fixed", "level", "now"}</c>, everything but
/// <c>input</c> optional. Members it does not know are ignored.</summary>
/// <remarks>RFC 8259. <c>input</c> is base64 but for a URL, where it is text; a request of Gopher has its URL in <c>input_url</c>. A reply whose <c>kind</c> is <c>ftp-pasv</c> or <c>ftp-epsv</c> is read as the answer to that.</remarks>
internal static class InspectRecord
{
    /// <summary>Reads the record, or says in the answer why it is none.</summary>
    public static InspectCase? Read(ReadOnlyMemory<byte> line, InspectKind kind, out InspectAnswer? refusal)
    {
        string id = "null";
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return Refuse(id, "The line is no JSON object.", out refusal);
            }

            if (root.TryGetProperty("id", out JsonElement given))
            {
                id = Id(given);
            }

            kind = InspectKinds.OfRecord(kind, Text(root, "kind"));
            string name = kind == InspectKind.GopherRequest ? "input_url" : "input";
            if (!root.TryGetProperty(name, out JsonElement input) || input.ValueKind != JsonValueKind.String)
            {
                return Refuse(id, $"The record has no text named {name}.", out refusal);
            }

            if (!TryReadOctets(input, kind, out byte[] octets))
            {
                return Refuse(id, "The record's input is no base64.", out refusal);
            }

            refusal = null;
            return Read(root, kind, octets) with { Id = id };
        }
        catch (JsonException e)
        {
            refusal = InspectAnswer.BadRecord(id, e.BytePositionInLine ?? 0, "The line is no JSON.");
            return null;
        }
    }

    private static InspectCase Read(JsonElement root, InspectKind kind, byte[] octets) => new()
    {
        Kind = kind,
        Input = octets,
        EndsConnection = Flag(root, "eof", otherwise: false),
        RequireHost = Flag(root, "require_host", otherwise: true),
        HeadOnly = Text(root, "scope") == "head",
        ChunkSizeLine = Text(root, "kind") == "chunk-size-line",
        Leniency = Leniencies.Of(Text(root, "mode")),
        RequestMethod = Text(root, "request_method") is { } method ? RequestMethods.Find(Encoding.UTF8.GetBytes(method)) : RequestMethod.Get,
        ListingFormat = Flag(root, "parser_fixed", otherwise: false) ? ListingFormats.Of(Text(root, "format")) : FtpListingFormat.Detect,
        IsListLine = Text(root, "level") == "line",
        NowTicks = Text(root, "now") is { } now && DateTime.TryParse(now, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time) ? time.Ticks : 0,
        Base = Text(root, "base") is { } baseUrl ? Encoding.UTF8.GetBytes(baseUrl) : null,
    };

    private static bool TryReadOctets(JsonElement input, InspectKind kind, out byte[] octets)
    {
        if (kind is not (InspectKind.Url or InspectKind.GopherRequest))
        {
            return input.TryGetBytesFromBase64(out octets!) || Fail(out octets);
        }

        octets = Encoding.UTF8.GetBytes(JsonText.Read(input));
        return true;
    }

    private static bool Fail(out byte[] octets)
    {
        octets = [];
        return false;
    }

    // Ids come back as they were: text, or a number.
    private static string Id(JsonElement id) => id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? id.GetRawText() : "null";

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.String ? JsonText.Read(member) : null;

    private static bool Flag(JsonElement root, string name, bool otherwise) =>
        root.TryGetProperty(name, out JsonElement member) && member.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.GetBoolean() : otherwise;

    private static InspectCase? Refuse(string id, string message, out InspectAnswer refusal)
    {
        refusal = InspectAnswer.BadRecord(id, 0, message);
        return null;
    }
}
