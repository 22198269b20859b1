using System.Globalization;
using System.Text.Json;

namespace HiPerf.Cli.Tests.Inspecting;

/// <summary>Other projects' listings. Every case whose fields its tests assert agrees; where the rest do not, docs/ftp-listings.md says which and why, and no others.</summary>
public class FtpListCorpusTests
{
    private static readonly string[] s_page = File.ReadAllLines(Path.Combine(FindRoot(), "docs", "ftp-listings.md"));

    [Fact]
    public async Task Listings_disagree_only_where_the_page_says()
    {
        List<Corpus.Case> cases = await Corpus.RunAsync("ftp-list", "ftp-listings.jsonl");
        Assert.Equal(327, cases.Count);
        Assert.Equal(
            Rows().Select(row => $"{row[1]}: {row[2]}").Order(StringComparer.Ordinal),
            cases.Select(item => (item, what: Difference(item))).Where(pair => pair.what is not null).Select(pair => $"{pair.item.Id}: {pair.what}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Listings_with_asserted_fields_all_agree()
    {
        List<Corpus.Case> cases = await Corpus.RunAsync("ftp-list", "ftp-listings.jsonl");
        Corpus.Case[] asserted = [.. cases.Where(IsAsserted)];
        Assert.Equal(53, asserted.Length);
        Assert.Equal([], asserted.Where(item => Difference(item) is not null).Select(item => $"{item.Id}: {Difference(item)}"));
    }

    [Fact]
    public void Page_gives_a_reason_for_each_case_and_counts_them()
    {
        Assert.All(Rows(), row => Assert.True(row.Length == 5 && row[3].Length > 10, string.Join('|', row)));
        Assert.Contains(s_page, line => line.Contains($" {Rows().Count()} do not agree", StringComparison.Ordinal));
    }

    private static bool IsAsserted(Corpus.Case item)
    {
        JsonElement expected = item.Record.GetProperty("expected");
        return expected.TryGetProperty("entries", out _) && !expected.TryGetProperty("fields_from", out _);
    }

    // What disagrees first; null when nothing does. Headings that the source keeps state by are no verdict.
    private static string? Difference(Corpus.Case item)
    {
        JsonElement expected = item.Record.GetProperty("expected");
        string verdict = expected.GetProperty("verdict").GetString()!;
        if (verdict == "header-or-stateful")
        {
            return null;
        }

        if (verdict != item.Answer.GetProperty("verdict").GetString())
        {
            return item.Answer.GetProperty("verdict").GetString();
        }

        if (verdict == "reject" || !expected.TryGetProperty("entries", out JsonElement entries))
        {
            return null;
        }

        JsonElement[] read = [.. item.Answer.GetProperty("entries").EnumerateArray()];
        return read.Length != entries.GetArrayLength() ? "entries" : entries.EnumerateArray().Zip(read, Difference).FirstOrDefault(what => what is not null);
    }

    private static string? Difference(JsonElement expected, JsonElement entry)
    {
        foreach (JsonProperty member in expected.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
        {
            string? read = entry.TryGetProperty(member.Name, out JsonElement value) ? value.ToString() : null;
            bool agrees = member.Name switch
            {
                "name" or "type" or "size" or "permissions" or "owner" or "group" or "target" or "unique" => read == member.Value.ToString(),
                "modified" => read is { Length: > 0 } && Same(member.Value.ToString(), read),
                "permissions_octal" => Octal(entry.GetProperty("permissions").GetString()!) == member.Value.ToString(),
                _ => true,
            };
            if (!agrees)
            {
                return member.Name;
            }
        }

        return null;
    }

    // One of them may be more exact, if it says zero there.
    private static bool Same(string expected, string read) => Parse(expected) is var e && Parse(read) is var r
        && (e == r || (expected.Length < read.Length && read.StartsWith(expected, StringComparison.Ordinal)));

    private static DateTime Parse(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static string Octal(string permissions) => permissions.Length == 4
        ? permissions[1..]
        : string.Concat(permissions.PadRight(9, '-').Chunk(3).Select(three => (char)('0' + (three[0] == 'r' ? 4 : 0) + (three[1] == 'w' ? 2 : 0) + (three[2] is 'x' or 's' or 't' ? 1 : 0))));

    private static IEnumerable<string[]> Rows() => s_page.Where(line => line.StartsWith("| commons-net/", StringComparison.Ordinal)
        || line.StartsWith("| jlaffaye/", StringComparison.Ordinal) || line.StartsWith("| basic-ftp/", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "HiPerf.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("HiPerf.sln is in no folder above the tests.");
    }
}
