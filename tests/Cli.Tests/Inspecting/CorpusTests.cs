using System.Text.Json;

namespace HiPerf.Cli.Tests.Inspecting;

/// <summary>Other projects' cases. All of grade exact agree; where the others do not, docs/http1.md says which, how many and why, and no others.</summary>
public class CorpusTests
{
    [Theory]
    [InlineData("http-request", "http-requests", 700, 477)]
    [InlineData("http-response", "http-responses", 73, 19)]
    public async Task Messages_of_grade_exact_all_agree(string kind, string corpus, int count, int exact)
    {
        List<Corpus.Case> cases = await Corpus.RunAsync(kind, $"{corpus}.jsonl");
        Assert.Equal((count, exact), (cases.Count, cases.Count(item => item.Grade == "exact")));
        Assert.Equal([], cases.Where(item => item.Grade == "exact" && Corpus.Difference(item) is not null).Select(item => $"{item.Id}: {Corpus.Difference(item)}"));
    }

    [Theory]
    [InlineData("http-request", "http-requests")]
    [InlineData("http-response", "http-responses")]
    public async Task Messages_beyond_exact_disagree_only_where_the_page_says(string kind, string corpus)
    {
        List<Corpus.Case> cases = await Corpus.RunAsync(kind, $"{corpus}.jsonl");
        Assert.Equal(KnownDisagreements.Of(corpus), KnownDisagreements.Found(cases.Where(item => item.Grade != "exact" && Corpus.Difference(item) is not null)));
    }

    [Fact]
    public async Task Chunked_bodies_disagree_only_where_the_page_says()
    {
        List<Corpus.Case> cases = await Corpus.RunAsync("http-chunked", "http-chunked.jsonl");
        Assert.Equal(24, cases.Count);
        Assert.Equal(KnownDisagreements.Of("http-chunked"), KnownDisagreements.Found(cases.Where(item => !Agrees(item))));
    }

    [Fact]
    public async Task Urls_all_agree_tagged_ones_too()
    {
        List<Corpus.Case> cases = await Corpus.RunAsync("url", "urls.jsonl");
        Assert.Equal(235, cases.Count);
        Assert.Equal([], cases.Where(item => !Agrees(item)).Select(item => item.Id));
    }

    [Fact]
    public void Page_counts_what_it_lists()
    {
        Assert.Equal([], KnownDisagreements.Malformed());
        Assert.True(KnownDisagreements.SaysTotal, $"docs/http1.md says nothing of {KnownDisagreements.Total} cases");
    }

    // Every expected member stands in the answer as it is.
    private static bool Agrees(Corpus.Case item) => item.Record.GetProperty("expected").EnumerateObject()
        .All(member => item.Answer.TryGetProperty(member.Name, out JsonElement value) && JsonElement.DeepEquals(value, member.Value));
}
