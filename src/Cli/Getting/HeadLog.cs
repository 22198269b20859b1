using HiPerf.Cli.Terminals;
using HiPerf.Http;

namespace HiPerf.Cli.Getting;

/// <summary>Writes the head of a response for <c>-v</c>, with the values of fields that carry secrets masked.</summary>
internal static class HeadLog
{
    public static void Write(TextWriter error, HttpFile file)
    {
        error.WriteLine($"< HTTP/{(file.Version == Http1.HttpVersion.Http10 ? "1.0" : "1.1")} {file.StatusCode} {TerminalText.Escape(file.ReasonPhrase)}");
        foreach (HttpField field in file.Headers)
        {
            error.WriteLine($"< {TerminalText.Escape(field.Name)}: {(IsSecret(field.Name) ? "***" : TerminalText.Escape(field.Value))}");
        }
    }

    private static bool IsSecret(string name) =>
        name.Contains("cookie", StringComparison.OrdinalIgnoreCase)
        || name.Contains("auth", StringComparison.OrdinalIgnoreCase)
        || name.Contains("token", StringComparison.OrdinalIgnoreCase);
}
