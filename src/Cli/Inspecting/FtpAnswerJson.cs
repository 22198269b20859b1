using System.Text.Json;

namespace HiPerf.Cli.Inspecting;

/// <summary>Writes what an answer holds of FTP: replies, a command, host and port, entries of a listing.</summary>
internal static class FtpAnswerJson
{
    public static void Write(Utf8JsonWriter json, InspectAnswer answer)
    {
        WriteReplies(json, answer.Replies);
        if (answer.Command is { } command)
        {
            json.WriteString("verb", command.Verb);
            json.WriteString("argument", command.Argument);
            json.WriteBoolean("registered", command.IsRegistered);
        }

        if (answer.HostPort is { } hostPort)
        {
            json.WriteString("host", hostPort.Host);
            json.WriteNumber("port", hostPort.Port);
        }

        WriteEntries(json, answer.Entries);
    }

    private static void WriteReplies(Utf8JsonWriter json, List<InspectedReply>? replies)
    {
        if (replies is null)
        {
            return;
        }

        json.WriteStartArray("replies");
        foreach (InspectedReply reply in replies)
        {
            json.WriteStartObject();
            json.WriteNumber("code", reply.Code);
            WriteTexts(json, "lines", reply.Lines);
            WriteTexts(json, "texts", reply.Texts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, List<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteEntries(Utf8JsonWriter json, List<InspectedEntry>? entries)
    {
        if (entries is null)
        {
            return;
        }

        json.WriteStartArray("entries");
        foreach (InspectedEntry entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("name", entry.Name);
            json.WriteString("type", entry.TypeName);
            if (entry.Size is { } size)
            {
                json.WriteNumber("size", size);
            }
            else
            {
                json.WriteNull("size");
            }

            json.WriteString("modified", entry.Modified);
            WriteText(json, "permissions", entry.Permissions);
            WriteText(json, "owner", entry.Owner);
            WriteText(json, "group", entry.Group);
            WriteText(json, "unique", entry.Unique);
            WriteText(json, "target", entry.Target);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
