using System.Text.Json;

namespace HiPerf.Cli.Inspecting;

/// <summary>Writes an answer as one JSON object. Everything beyond ASCII is escaped, so that it may go to a terminal as it is.</summary>
internal static class AnswerJson
{
    public static void Write(Utf8JsonWriter json, InspectAnswer answer)
    {
        json.WriteStartObject();
        json.WritePropertyName("id");
        json.WriteRawValue(answer.Id);
        json.WriteString("verdict", Name(answer.Verdict));
        WriteError(json, answer);
        json.WriteStartArray("deviations");
        foreach (Deviations deviation in Enum.GetValues<Deviations>())
        {
            if (deviation != Deviations.None && answer.Deviations.HasFlag(deviation))
            {
                json.WriteStringValue(deviation.ToString());
            }
        }

        json.WriteEndArray();
        if (answer.AtEndOfConnection is { } atEnd)
        {
            json.WriteString("at_eof", Name(atEnd));
        }

        if (answer.Messages is { } messages)
        {
            json.WriteStartArray("messages");
            foreach (InspectedMessage message in messages)
            {
                Write(json, message);
            }

            json.WriteEndArray();
        }

        if (answer.Chunk is { } chunk)
        {
            json.WriteNumber("chunk_size", chunk.Size);
            json.WriteNumber("line_length", chunk.Line);
        }

        if (answer.Body is { } body)
        {
            json.WriteBase64String("body", body);
        }

        WriteFields(json, "trailers", answer.Trailers);
        foreach (KeyValuePair<string, string> part in answer.Url ?? [])
        {
            json.WriteString(part.Key, part.Value);
        }

        FtpAnswerJson.Write(json, answer);
        GopherAnswerJson.Write(json, answer);
        WriteNumber(json, "upgrade_at", answer.UpgradeAt);
        WriteNumber(json, "unconsumed", answer.Unconsumed);
        json.WriteEndObject();
    }

    public static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Accept => "accept",
        Verdict.Reject => "reject",
        _ => "incomplete",
    };

    private static void WriteError(Utf8JsonWriter json, InspectAnswer answer)
    {
        if (answer.ErrorKind is null)
        {
            json.WriteNull("error");
            return;
        }

        json.WriteStartObject("error");
        json.WriteString("kind", answer.ErrorKind);
        json.WriteNumber("offset", answer.ErrorOffset);
        json.WriteString("rfc", answer.ErrorRfc);
        json.WriteString("message", answer.ErrorMessage);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, InspectedMessage message)
    {
        json.WriteStartObject();
        WriteText(json, "method", message.Method);
        WriteText(json, "target", message.Target);
        WriteText(json, "version", message.Version);
        WriteNumber(json, "status", message.Status);
        WriteText(json, "reason", message.Reason);
        WriteFields(json, "headers", message.Headers);
        WriteText(json, "framing", message.Framing);
        WriteNumber(json, "content_length", message.ContentLength);
        if (message.KeepAlive is { } keepAlive)
        {
            json.WriteBoolean("keep_alive", keepAlive);
        }

        if (message.Body is { } body)
        {
            json.WriteBase64String("body", body);
        }

        WriteFields(json, "trailers", message.Trailers);
        json.WriteBoolean("complete", message.Complete);
        WriteNumber(json, "end_offset", message.EndOffset);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    private static void WriteFields(Utf8JsonWriter json, string name, List<KeyValuePair<string, string>>? fields)
    {
        if (fields is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (KeyValuePair<string, string> field in fields)
        {
            json.WriteStartArray();
            json.WriteStringValue(field.Key);
            json.WriteStringValue(field.Value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
