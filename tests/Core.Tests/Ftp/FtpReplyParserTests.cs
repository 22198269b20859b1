using System.Buffers;
using System.Text.Json;
using HiPerf.Ftp;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Ftp;

public class FtpReplyParserTests
{
    public static TheoryData<string, int, string, Deviations, int> Valid => [.. FtpReplies.Valid.Select(s => (s.Reply, s.Code, s.Texts, s.Deviations, s.First))];

    public static TheoryData<MarkedSample> Refused => [.. FtpReplies.Refused];

    [Theory, MemberData(nameof(Valid))]
    public void Valid_reply_is_read_alike_at_every_cut(string text, int code, string texts, Deviations deviations, int first)
    {
        byte[] octets = FtpTexts.Octets(text + "220 next\r\n");
        for (int cut = 0; cut <= text.Length; cut++)
        {
            FtpReply reply = default;
            ParseResult part = FtpReplyParser.Parse(octets.AsSpan(0, cut), ref reply, FtpLimits.Default);
            Assert.Equal(cut == text.Length ? OperationStatus.Done : OperationStatus.NeedMoreData, part.Status);
            ParseResult result = part.IsDone ? part : FtpReplyParser.Parse(octets, ref reply, FtpLimits.Default, part.Position);
            Assert.Equal(ParseResult.Done(text.Length, deviations, first), result);
            Assert.Equal((code, texts), (reply.Code, FtpTexts.Lines(octets, in reply)));
            Assert.Equal(code / 100, reply.Class);
        }
    }

    [Theory, MemberData(nameof(Refused))]
    public void Refused_reply_is_refused_as_soon_as_the_octet_comes(MarkedSample sample)
    {
        FtpReply reply = default;
        byte[] octets = sample.Octets;
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), FtpReplyParser.Parse(octets, ref reply, FtpLimits.Default));
        ParseResult before = FtpReplyParser.Parse(octets.AsSpan(0, sample.Offset), ref reply, FtpLimits.Default);
        Assert.True(before.NeedsMoreData);
        byte[] changed = [.. octets[..(sample.Offset + 1)], .. "\xFF\0\r\n200 x\r\n"u8];
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), FtpReplyParser.Parse(changed, ref reply, FtpLimits.Default, before.Position));
    }

    [Fact]
    public void Limits_pass_what_fills_them_and_refuse_one_more()
    {
        var limits = FtpLimits.Default with { MaxReplyLine = 10, MaxReply = 30, MaxReplyLines = 3 };
        Assert.Equal((ParseError.None, 12), Read("200 456789\r\n", limits));
        Assert.Equal((ParseError.ReplyLineTooLong, 10), Read("200 4567890\r\n", limits));
        Assert.Equal((ParseError.None, 12), Read("200 4567\xFF\xFF\r\n", limits));
        Assert.Equal((ParseError.ReplyLineTooLong, 10), Read("200 45678\xFF\xFF\r\n", limits));
        Assert.Equal((ParseError.None, 30), Read("200-5678\r\n0123456\r\n200 56789\r\n"[..19] + "200 56789\r\n", limits));
        Assert.Equal((ParseError.ReplyTooLarge, 30), Read("200-56789\r\n01234567\r\n200 5678\r\n", limits));
        Assert.Equal((ParseError.None, 15), Read("200-\r\n\r\n200 a\r\n", limits));
        Assert.Equal((ParseError.TooManyReplyLines, 10), Read("200-\r\n\r\n\r\n200 a\r\n", limits));
    }

    [Fact]
    public void Work_is_in_proportion_to_the_octets_however_they_come()
    {
        byte[] octets = FtpTexts.Octets("200-" + new string('a', 8000) + "\r\n" + new string('b', 8000) + "\r\n200 c\r\n");
        FtpReply reply = default;
        int examined = 0;
        long work = 0;
        for (int length = 1; length < octets.Length; length++)
        {
            work += length - examined;
            ParseResult result = FtpReplyParser.Parse(octets.AsSpan(0, length), ref reply, FtpLimits.Default, examined);
            Assert.True(result.NeedsMoreData);
            examined = result.Position;
        }

        Assert.InRange(work, 0, 4L * octets.Length);
    }

    [Fact]
    public void Nothing_is_allocated_for_what_is_read_or_refused()
    {
        byte[] valid = FtpTexts.Octets("211-Features:\r\n MDTM\r\n\xFF\xF4\r\n211 End\r\n");
        byte[] refused = FtpTexts.Octets("211-a\r\n\0");
        FtpReply reply = default;
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 10; i++)
            {
                Assert.True(FtpReplyParser.Parse(valid, ref reply, FtpLimits.Default).IsDone && FtpFeaturesParser.Parse(valid, in reply, out _).IsDone);
                Assert.False(FtpReplyParser.Parse(refused, ref reply, FtpLimits.Default).IsDone);
            }
        }));
    }

    [Fact]
    public void Telnet_is_taken_out_of_a_text()
    {
        (string Text, string Plain)[] rows =
        [
            ("a", "a"), ("\xFF\xFF", "\xFF"), ("a\xFF\xF4" + "b", "ab"), ("a\xFF\xFD\x01" + "b", "ab"), ("a\xFF", "a\xFF"), ("\xFF" + "a", "\xFF" + "a"), ("a\xFF\xFD", "a"),
            ("a\xFF\xFA\x18\x01\xFF\xF0" + "b", "ab"), ("a\xFF\xFA\x18", "a\x18"), ("\xFF\xFF\xFF\xFF", "\xFF\xFF"), ("", ""),
        ];
        Assert.All(rows, row =>
        {
            byte[] text = FtpTexts.Octets(row.Text);
            byte[] plain = new byte[row.Plain.Length];
            Assert.True(TelnetText.TryUnescape(text, plain, out int written));
            Assert.Equal(row.Plain, FtpTexts.Of(plain.AsSpan(0, written)));
            Assert.Equal(plain.Length == 0, TelnetText.TryUnescape(text, plain.AsSpan(0, Math.Max(0, plain.Length - 1)), out _));
            Assert.Equal(row.Text.Contains('\xFF', StringComparison.Ordinal), TelnetText.NeedsUnescape(text));
        });
    }

    [Fact]
    public void Corpus_of_other_suites_is_read_as_they_read_it()
    {
        string path = Path.Combine(Catalogue.CatalogueDocument.Root, "..", "shared", "data", "ftp-replies.jsonl");
        Assert.SkipUnless(File.Exists(path), "../shared/data/ftp-replies.jsonl is not there.");
        string[] records = File.ReadAllLines(path);
        Assert.Equal(14, records.Length);
        Assert.All(records, record =>
        {
            using JsonDocument json = JsonDocument.Parse(record);
            byte[] input = json.RootElement.GetProperty("input").GetBytesFromBase64();
            JsonElement expected = json.RootElement.GetProperty("expected");
            string verdict = expected.GetProperty("verdict").GetString()!;
            FtpReply reply = default;
            if (json.RootElement.GetProperty("kind").GetString() == "ftp-reply")
            {
                int at = 0;
                foreach (JsonElement one in expected.GetProperty("replies").EnumerateArray())
                {
                    ParseResult result = FtpReplyParser.Parse(input.AsSpan(at), ref reply, FtpLimits.Default);
                    Assert.True(result.IsDone);
                    Assert.Equal(one.GetProperty("code").GetInt32(), reply.Code);
                    Assert.Equal(one.GetProperty("wire_lines").EnumerateArray().Select(line => line.GetString()), Wire(input.AsSpan(at), in reply));
                    at += result.Consumed;
                }

                Assert.Equal(verdict == "incomplete", FtpReplyParser.Parse(input.AsSpan(at), ref reply, FtpLimits.Default).NeedsMoreData && at < input.Length);
                return;
            }

            Assert.True(FtpReplyParser.Parse(input, ref reply, FtpLimits.Default).IsDone);
            bool isExtended = json.RootElement.GetProperty("kind").GetString() == "ftp-epsv";
            ParseResult port = FtpTexts.HostPort(isExtended ? HostPorts.ExtendedPassive : HostPorts.Passive, reply.Text.In(input), out HostPort value);
            Assert.Equal(verdict == "accept", port.IsDone);
            if (port.IsDone)
            {
                string host = isExtended ? string.Empty : expected.GetProperty("host").GetString()!;
                Assert.Equal($"{host}:{expected.GetProperty("port").GetInt32()}", FtpTexts.Tell(in value, in port));
            }
        });
    }

    private static List<string?> Wire(ReadOnlySpan<byte> buffer, in FtpReply reply)
    {
        var texts = new List<string?>();
        FtpReplyLineReader lines = reply.LinesIn(buffer);
        while (lines.Next(out FtpText line, out _))
        {
            texts.Add(FtpTexts.Of(line.In(buffer)));
        }

        return texts;
    }

    private static (ParseError, int) Read(string text, FtpLimits limits)
    {
        FtpReply reply = default;
        ParseResult result = FtpReplyParser.Parse(FtpTexts.Octets(text), ref reply, in limits);
        return (result.Error, result.IsDone ? result.Consumed : result.Position);
    }
}
