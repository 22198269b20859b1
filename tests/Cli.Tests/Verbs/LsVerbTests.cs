using System.Text.Json;

namespace HiPerf.Cli.Tests.Verbs;

public sealed class LsVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-ls-").FullName;

    private string Url => new Uri(_folder + "/").AbsoluteUri;

    [Fact]
    public async Task Ls_lists_names_lengths_and_folders()
    {
        File.WriteAllBytes(Path.Combine(_folder, "a.txt"), new byte[7]);
        _ = Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        ConsoleRun run = await ConsoleRun.Of("ls", Url);
        string[] lines = [.. run.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
        Assert.Equal(2, lines.Length);
        Assert.Matches(@"^ +- .* sub/$", lines[0]);
        Assert.Matches(@"^ +7  \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ +a\.txt$", lines[1]);
    }

    [Fact]
    public async Task Ls_as_json_is_one_array()
    {
        File.WriteAllBytes(Path.Combine(_folder, "a b.txt"), new byte[7]);
        _ = Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        ConsoleRun run = await ConsoleRun.Of("ls", "--json", Url);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement[] entries = [.. document.RootElement.EnumerateArray().OrderBy(entry => entry.GetProperty("name").GetString(), StringComparer.Ordinal)];
        Assert.Equal(["a b.txt", "sub"], entries.Select(entry => entry.GetProperty("name").GetString()));
        Assert.Equal(Url + "a%20b.txt", entries[0].GetProperty("url").GetString());
        Assert.Equal(7, entries[0].GetProperty("length").GetInt32());
        Assert.True(entries[1].GetProperty("directory").GetBoolean());
        Assert.Equal(JsonValueKind.Null, entries[1].GetProperty("length").ValueKind);
    }

    [Fact]
    public async Task Ls_of_an_empty_folder_as_json_is_an_empty_array()
    {
        ConsoleRun run = await ConsoleRun.Of("ls", "--json", Url);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(0, document.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Ls_on_a_terminal_escapes_names()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names");
        File.WriteAllBytes(Path.Combine(_folder, "a\u001bb\nc"), []);
        ConsoleRun run = await ConsoleRun.Of([], terminal: true, "ls", Url);
        Assert.EndsWith("a\\x1Bb\\nc\n", run.OutputText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ls_of_what_is_no_folder_fails_by_its_kind()
    {
        (await ConsoleRun.Of("ls", Url + "none/")).AssertFailed(ExitCode.LocalFile, "none");
        (await ConsoleRun.Of("ls", "http://127.0.0.1/")).AssertFailed(ExitCode.UnsupportedScheme, "HTTP has no listing");
        (await ConsoleRun.Of("ls", "nope:/x")).AssertFailed(ExitCode.UnsupportedScheme, "'nope'");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
