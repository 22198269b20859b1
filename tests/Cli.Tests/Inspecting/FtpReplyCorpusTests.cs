using System.Text.Json;

namespace HiPerf.Cli.Tests.Inspecting;

/// <summary>Other projects' replies: all agree.</summary>
public class FtpReplyCorpusTests
{
    [Fact]
    public async Task Replies_all_agree()
    {
        List<Corpus.Case> cases = await Corpus.RunAsync("ftp-reply", "ftp-replies.jsonl");
        Assert.Equal(14, cases.Count);
        Assert.Equal([], cases.Where(item => Difference(item) is not null).Select(item => $"{item.Id}: {Difference(item)}"));
    }

    private static string? Difference(Corpus.Case item)
    {
        foreach (JsonProperty member in item.Record.GetProperty("expected").EnumerateObject())
        {
            bool agrees = member.Name == "replies"
                ? Agree(member.Value, item.Answer.GetProperty("replies"))
                : item.Answer.TryGetProperty(member.Name, out JsonElement value) && JsonElement.DeepEquals(value, member.Value);
            if (!agrees)
            {
                return member.Name;
            }
        }

        return null;
    }

    private static bool Agree(JsonElement expected, JsonElement replies) => expected.GetArrayLength() == replies.GetArrayLength()
        && expected.EnumerateArray().Zip(replies.EnumerateArray(), (wanted, reply) =>
            JsonElement.DeepEquals(wanted.GetProperty("code"), reply.GetProperty("code")) && JsonElement.DeepEquals(wanted.GetProperty("wire_lines"), reply.GetProperty("lines"))).All(same => same);
}
