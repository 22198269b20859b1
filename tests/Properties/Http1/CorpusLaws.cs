using System.Text;
using System.Text.Json;
using HiPerf.Properties.Fuzz;
using HiPerf.Properties.Fuzz.Targets;

namespace HiPerf.Properties.Http1;

/// <summary>Every message of the sample tables and of the corpora beside the checkout: split at every octet, and next to inaccessible pages, on the path that is active.</summary>
public sealed class CorpusLaws
{
    // Bits 8 to 15 choose strict reading with a server's limits; bit 16 a body that nothing came before.
    private const ulong Strict = 1 << 16;

    public static TheoryData<string, string> Corpora => new()
    {
        { "request", "http-requests.jsonl" },
        { "response", "http-responses.jsonl" },
        { "chunked", "http-chunked.jsonl" },
    };

    [Theory]
    [InlineData("request")]
    [InlineData("response")]
    [InlineData("chunked")]
    public void Samples_split_anywhere_and_guarded_are_answered_as_whole(string name)
    {
        IFuzzTarget target = FuzzTargets.All.Single(t => t.Name == name);
        Hold(target, target.Samples.Select(Encoding.Latin1.GetBytes), least: 20);
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Corpus_split_anywhere_and_guarded_is_answered_as_whole(string name, string file)
    {
        string? path = Find(file);
        Assert.SkipWhen(path is null, $"no ../shared/data/{file} beside the checkout");
        Hold(FuzzTargets.All.Single(t => t.Name == name), File.ReadLines(path).Select(Input).OfType<byte[]>(), least: 20);
    }

    private static void Hold(IFuzzTarget target, IEnumerable<byte[]> messages, int least)
    {
        int count = 0;
        var whole = new Answer();
        var answer = new Answer();
        using var guarded = new GuardedOctets(FuzzInput.MaxLength / Environment.SystemPageSize);
        foreach (byte[] message in messages.Where(m => m.Length <= FuzzInput.MaxLength))
        {
            count++;
            target.Parse(message, Strict, whole);
            target.Parse(guarded.AtStart(message), Strict, answer);
            Assert.True(whole.Is(answer), Tell(message, "at the start of a page", whole, answer));
            ReadOnlySpan<byte> atEnd = guarded.AtEnd(message);
            target.Parse(atEnd, Strict, answer);
            Assert.True(whole.Is(answer), Tell(message, "at the end of a page", whole, answer));
            for (int split = 0; split <= message.Length; split++)
            {
                target.ParseInTwo(atEnd, split, Strict, answer);
                Assert.True(whole.Is(answer), Tell(message, $"split at {split}", whole, answer));

                // What has arrived so far ends at the page, too.
                target.Parse(guarded.AtEnd(message.AsSpan(0, split)), Strict, answer);
                atEnd = guarded.AtEnd(message);
            }
        }

        Assert.True(count >= least, $"{count} messages");
    }

    private static string Tell(byte[] message, string where, Answer whole, Answer answer) => $"{Fuzzing.OctetLiteral.Of(message)} {where}: {answer}, whole: {whole}";

    private static byte[]? Input(string line)
    {
        using JsonDocument record = JsonDocument.Parse(line);
        return record.RootElement.TryGetProperty("input", out JsonElement input) ? input.GetBytesFromBase64() : null;
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
