using System.Globalization;
using System.Text.Json;

namespace HiPerf.Cli.Tests.Inspecting;

/// <summary>Other projects' requests and menu lines: all agree, whichever of the two kinds is asked for.</summary>
public class GopherCorpusTests
{
    [Theory]
    [InlineData("gopher-request")]
    [InlineData("gopher-menu")]
    public async Task Requests_and_items_all_agree(string kind)
    {
        List<Corpus.Case> cases = await Corpus.RunAsync(kind, "gopher.jsonl");
        Assert.Equal((6, 5), (cases.Count(item => Kind(item) == "gopher-request"), cases.Count(item => Kind(item) == "gopher-menu-item")));
        Assert.Equal([], cases.Where(item => !Agrees(item)).Select(item => item.Id));
    }

    [Fact]
    public async Task Urls_of_gopher_all_agree()
    {
        List<Corpus.Case> cases = [.. (await Corpus.RunAsync("url", "urls.jsonl")).Where(item => item.Record.GetProperty("scheme").GetString() == "gopher")];
        Assert.Equal(3, cases.Count);
        Assert.All(cases, item => Assert.All(item.Record.GetProperty("expected").EnumerateObject(), member => Assert.True(JsonElement.DeepEquals(item.Answer.GetProperty(member.Name), member.Value))));
    }

    private static bool Agrees(Corpus.Case item)
    {
        JsonElement expected = item.Record.GetProperty("expected");
        if (Kind(item) == "gopher-menu-item")
        {
            JsonElement read = item.Answer.GetProperty("items")[0];
            return item.Answer.GetProperty("items").GetArrayLength() == 1
                && (Text(expected, "item_type"), Text(expected, "display"), Text(expected, "selector"), Text(expected, "host")) == (Text(read, "type"), Text(read, "display"), Text(read, "selector"), Text(read, "host"))
                && Text(expected, "port") == read.GetProperty("port").GetInt32().ToString(CultureInfo.InvariantCulture);
        }

        return expected.TryGetProperty("wire", out JsonElement wire)
            ? item.Answer.TryGetProperty("wire", out JsonElement sent) && JsonElement.DeepEquals(wire, sent)
            : Text(expected, "verdict") == Text(item.Answer, "verdict");
    }

    private static string Kind(Corpus.Case item) => Text(item.Record, "kind")!;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
