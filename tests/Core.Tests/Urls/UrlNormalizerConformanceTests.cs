using System.Text;

namespace HiPerf.Core.Tests.Urls;

public class UrlNormalizerConformanceTests
{
    // Cases of the corpus that do not agree, with the reason. None is known.
    private static readonly Dictionary<string, string> s_disagreeing = new(StringComparer.Ordinal);

    [Fact]
    public void Corpus_every_case_agrees_in_href_and_parts()
    {
        var cases = UrlConformance.Load();
        var wrong = new List<string>();
        foreach (var item in cases)
        {
            var difference = Difference(item);
            if (difference is not null)
            {
                wrong.Add($"{item.Id}: {difference}");
            }
        }

        Assert.Equal(s_disagreeing.Keys.Order(StringComparer.Ordinal), wrong.Select(line => line[..line.IndexOf(':')]).Order(StringComparer.Ordinal));
        Assert.True(wrong.Count == s_disagreeing.Count, string.Join('\n', wrong));
    }

    [Fact]
    public void Corpus_holds_tagged_cases_and_only_listed_ones_disagree()
    {
        var tagged = UrlConformance.Load().Where(item => item.HasTagBeyondRelative).ToList();
        Assert.NotEmpty(tagged);
        Assert.Equal(tagged.Count - tagged.Count(item => s_disagreeing.ContainsKey(item.Id)), tagged.Count(item => Difference(item) is null));
    }

    [Fact]
    public void Corpus_normal_forms_are_fixed_points()
    {
        foreach (var item in UrlConformance.Load().Where(item => item.Accepted))
        {
            var href = item.Expected["href"];
            Assert.Equal(href, UrlSamples.Normalize(href));
        }
    }

    private static string? Difference(UrlConformance.Case item)
    {
        var destination = new byte[4096];
        var result = UrlSamples.Run(item.Input, item.Base, destination, out var parts);
        if (result.IsDone != item.Accepted)
        {
            return $"{item.Input} answered {result.Status} {result.Error} at {result.Position}";
        }

        if (!item.Accepted)
        {
            return null;
        }

        var got = UrlConformance.Parts(destination, parts);
        foreach (var (name, value) in item.Expected)
        {
            if (!string.Equals(got[name], value, StringComparison.Ordinal))
            {
                return $"{name} is {got[name]}, expected {value}";
            }
        }

        return null;
    }
}
