using System.Text.Json;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Mirroring;

/// <summary>Writes what became of a mirror as one JSON object. Passwords in URLs are masked.</summary>
internal static class MirrorSummary
{
    public static void Write(CliConsole console, MirrorPlan plan, MirrorResult result)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("source", plan.Source.ToString());
            json.WriteString("destination", plan.Destination.ToString());
            json.WriteNumber("done", result.Done.Count);
            json.WriteNumber("done_before", result.DoneBefore);
            json.WriteNumber("unchanged", plan.Unchanged);
            json.WriteNumber("not_begun", result.NotBegun);
            json.WriteNumber("refused", result.Refused);
            json.WriteNumber("bytes", result.Bytes);
            json.WriteStartArray("operations");
            foreach (MirrorOutcome outcome in result.Done)
            {
                json.WriteStartObject();
                json.WriteString("kind", outcome.Operation.Kind.ToString());
                json.WriteString("path", outcome.Operation.Path);
                json.WriteString("reason", outcome.Operation.Reason.ToString());
                json.WriteNumber("bytes", outcome.Bytes);
                json.WriteString("proof", outcome.Proof?.ToString().ToLowerInvariant());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("failures");
            foreach (MirrorFailure failure in result.Failures)
            {
                json.WriteStartObject();
                json.WriteString("kind", failure.Operation.Kind.ToString());
                json.WriteString("path", failure.Operation.Path);
                json.WriteString("error", failure.Error.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        text.WriteByte((byte)'\n');
        console.Output.Write(text.GetBuffer().AsSpan(0, (int)text.Length));
    }
}
