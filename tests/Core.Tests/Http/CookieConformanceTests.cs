using System.Globalization;
using System.Text;
using System.Text.Json;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

/// <summary>The cookie corpora, where they lie beside the checkout.</summary>
public class CookieConformanceTests
{
    // Of RFC 6265 alone, which ignores a cookie without a name; RFC 6265bis section 5.6 step 3 keeps it, and section 5.8.3 sends its value alone.
    private const string Nameless = "nameless";

    // A cookie for "org" is refused by the list of public suffixes (RFC 6265bis section 5.7 step 9), which is a jar's and not Core's.
    private const string PublicSuffix = "public suffix";

    private static readonly Dictionary<string, string> s_disagreed = new(StringComparer.Ordinal)
    {
        ["http-state/chromium0009"] = Nameless,
        ["http-state/chromium0010"] = Nameless,
        ["http-state/chromium0012"] = Nameless,
        ["http-state/name0017"] = Nameless,
        ["http-state/name0023"] = Nameless,
        ["http-state/name0025"] = Nameless,
        ["http-state/name0028"] = Nameless,
        ["http-state/name0031"] = Nameless,
        ["http-state/name0032"] = Nameless,
        ["http-state/name0033"] = Nameless,
        ["http-state/domain0017"] = PublicSuffix,
    };

    [Fact]
    public void Cookies_of_the_corpus_agree_but_for_the_listed_ones()
    {
        List<string> disagreed = [];
        int skipped = 0;
        int cases = 0;
        foreach (JsonElement record in Load("cookies.jsonl"))
        {
            // Switched off by the suite itself, or in dispute: an empty Domain behind another one.
            if (record.TryGetProperty("disabled", out _) || HasTag(record, "disputed"))
            {
                skipped++;
                continue;
            }

            cases++;
            string got = Run(record);
            if (got != record.GetProperty("expected").GetProperty("cookie").GetString())
            {
                disagreed.Add(record.GetProperty("id").GetString()!);
                string? reason = s_disagreed.GetValueOrDefault(disagreed[^1]);
                Assert.True(reason is not null && (reason == Nameless) == HasTag(record, "nameless-cookie"), $"{disagreed[^1]} answers {got}");
            }
        }

        Assert.Equal((217, 5), (cases, skipped));
        Assert.Equal(s_disagreed.Keys.Order(StringComparer.Ordinal), disagreed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Cookie_dates_of_the_corpus_all_agree()
    {
        int cases = 0;
        foreach (JsonElement record in Load("cookie-dates.jsonl"))
        {
            cases++;
            bool read = CookieDate.TryParse(Encoding.Latin1.GetBytes(record.GetProperty("input").GetString()!), out long ticks);
            string? date = read ? new DateTime(ticks).ToString("R", CultureInfo.InvariantCulture) : null;
            Assert.Equal(record.GetProperty("expected").GetProperty("date").GetString(), date);
        }

        Assert.Equal(15, cases);
    }

    private static string Run(JsonElement record)
    {
        var jar = new CookieJarModel(record.GetProperty("now").GetDateTime());
        foreach (JsonElement set in record.GetProperty("set").EnumerateArray())
        {
            foreach (JsonElement value in set.GetProperty("set_cookie").EnumerateArray())
            {
                jar.Set(set.GetProperty("url").GetString()!, Encoding.Latin1.GetBytes(value.GetString()!));
            }
        }

        return jar.Get(record.GetProperty("get").GetProperty("url").GetString()!);
    }

    private static bool HasTag(JsonElement record, string tag) =>
        record.TryGetProperty("tags", out JsonElement tags) && tags.EnumerateArray().Any(t => t.GetString() == tag);

    private static IEnumerable<JsonElement> Load(string name)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HiPerf.sln")))
        {
            folder = folder.Parent;
        }

        string? path = folder is null ? null : Path.Combine(folder.FullName, "..", "shared", "data", name);
        Assert.SkipUnless(path is not null && File.Exists(path), $"no ../shared/data/{name} beside the checkout");
        return [.. File.ReadLines(path!).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
