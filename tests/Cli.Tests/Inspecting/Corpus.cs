using System.Text;
using System.Text.Json;

namespace HiPerf.Cli.Tests.Inspecting;

/// <summary>The shared corpus beside the checkout, run through <c>inspect --jsonl</c> and compared.</summary>
internal static class Corpus
{
    internal sealed record Case(JsonElement Record, JsonElement Answer)
    {
        public string Id => Record.GetProperty("id").GetString()!;

        public string Grade => Text(Record, "grade") ?? "none";

        /// <summary>The id's first two parts: the project and the file or suite.</summary>
        public string Group => string.Join('/', Id.Split('/').Take(2));

        /// <summary>What we refused the input for; <c>accepted</c> or <c>incomplete</c> where we did not.</summary>
        public string Reason => Answer.GetProperty("error") is { ValueKind: JsonValueKind.Object } error
            ? error.GetProperty("kind").GetString()!
            : Answer.GetProperty("verdict").GetString()!;
    }

    public static async Task<List<Case>> RunAsync(string kind, string file)
    {
        string? path = Find(file);
        Assert.SkipWhen(path is null, $"no ../shared/data/{file} beside the checkout");
        byte[] records = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        ConsoleRun run = await ConsoleRun.Of(records, terminal: false, "inspect", kind, "--jsonl");
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        string[] lines = Encoding.UTF8.GetString(records).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] answers = run.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines.Length, answers.Length);
        List<Case> cases = [.. lines.Zip(answers, (line, answer) => new Case(Parse(line), Parse(answer)))];
        Assert.All(cases, item => Assert.Equal(item.Id, item.Answer.GetProperty("id").GetString()));
        return cases;
    }

    /// <summary>What a message case and its answer disagree in; null when in nothing.</summary>
    public static string? Difference(Case item)
    {
        JsonElement expected = item.Record.GetProperty("expected");
        if (Text(expected, "verdict") != Text(item.Answer, "verdict"))
        {
            return "verdict";
        }

        JsonElement[] messages = [.. item.Answer.GetProperty("messages").EnumerateArray()];
        int number = 0;
        foreach (JsonElement message in expected.GetProperty("messages").EnumerateArray())
        {
            if (number == messages.Length)
            {
                return "messages";
            }

            if (Difference(message, messages[number++], Text(item.Record, "scope") == "head") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static string? Difference(JsonElement expected, JsonElement message, bool headOnly)
    {
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            bool agrees = member.Name switch
            {
                "method" or "target" or "version" or "status" or "reason" or "headers" or "trailers" or "end_offset" or "complete" =>
                    message.TryGetProperty(member.Name, out JsonElement value) && JsonElement.DeepEquals(value, member.Value),
                "body" => headOnly || JsonElement.DeepEquals(message.GetProperty("body"), member.Value),
                "headers_include" => member.Value.EnumerateArray().All(field => Includes(message.GetProperty("headers"), field)),
                _ => true,
            };
            if (!agrees)
            {
                return member.Name;
            }
        }

        return null;
    }

    private static bool Includes(JsonElement headers, JsonElement field) => headers.EnumerateArray().Any(header =>
        (field[0].ValueKind == JsonValueKind.Null || JsonElement.DeepEquals(header[0], field[0])) && JsonElement.DeepEquals(header[1], field[1]));

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static JsonElement Parse(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    private static string? Find(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
