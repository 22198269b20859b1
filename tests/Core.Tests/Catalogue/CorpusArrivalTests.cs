using System.Text;
using System.Text.Json;
using HiPerf.Samples.Catalogue;

namespace HiPerf.Core.Tests.Catalogue;

/// <summary>RQ-34: every message of the corpora beside the checkout is read alike at once, in two at every octet, and octet by octet.</summary>
public class CorpusArrivalTests
{
    [Theory]
    [InlineData("http-requests.jsonl", 700)]
    [InlineData("http-responses.jsonl", 73)]
    [InlineData("http-chunked.jsonl", 24)]
    public void Message_cut_in_two_is_read_as_whole(string file, int count) =>
        ReadAlike(file, count, length => Enumerable.Range(0, length).Select(cut => (int[])[cut]));

    [Theory]
    [InlineData("http-requests.jsonl", 700)]
    [InlineData("http-responses.jsonl", 73)]
    [InlineData("http-chunked.jsonl", 24)]
    public void Message_octet_by_octet_is_read_as_whole(string file, int count) =>
        ReadAlike(file, count, length => [[.. Enumerable.Range(0, length)]]);

    private static void ReadAlike(string file, int count, Func<int, IEnumerable<int[]>> arrivals)
    {
        MessageAttack[] messages = [.. Messages(file)];
        Assert.Equal(count, messages.Length);
        foreach (MessageAttack message in messages)
        {
            MessageReading whole = MessageReading.Of(message);
            Assert.All(arrivals(message.Text.Length), cuts => Assert.Equal(whole, MessageReading.Of(message, cuts, out _)));
        }
    }

    private static IEnumerable<MessageAttack> Messages(string file)
    {
        string path = Path.Combine(CatalogueDocument.Root, "..", "shared", "data", file);
        Assert.SkipUnless(File.Exists(path), $"no ../shared/data/{file} beside the checkout");
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument record = JsonDocument.Parse(line);
            string kind = record.RootElement.GetProperty("kind").GetString()!;
            if (kind == "chunk-size-line")
            {
                continue;
            }

            string text = Encoding.Latin1.GetString(record.RootElement.GetProperty("input").GetBytesFromBase64());
            yield return new MessageAttack("RQ-34", record.RootElement.GetProperty("id").GetString()!,
                kind == "chunked-body" ? "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + text : text, Verdict.Incomplete, ParseError.None, "")
            { IsResponse = kind == "response" };
        }
    }
}
