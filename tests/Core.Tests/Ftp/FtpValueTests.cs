using System.Buffers;
using HiPerf.Ftp;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Ftp;

/// <summary>Commands, addresses, facts, times, sizes, hashes and features: what is read, refused and written.</summary>
public class FtpValueTests
{
    public static TheoryData<string, FtpCommand, string, string?, int> Commands => [.. FtpCommandLines.Valid.Select(s => (s.Line, s.Command, s.Verb, s.Argument, s.Telnet))];

    public static TheoryData<MarkedSample> RefusedCommands => [.. FtpCommandLines.Refused];

    public static TheoryData<string, string, string> HostPortRows => [.. HostPorts.Valid];

    public static TheoryData<string, MarkedSample> RefusedHostPorts => [.. HostPorts.Refused];

    public static TheoryData<string, string> Facts => [.. FactLines.Valid];

    public static TheoryData<MarkedSample> RefusedFacts => [.. FactLines.Refused];

    [Theory, MemberData(nameof(Commands))]
    public void Valid_command_is_read_alike_at_every_cut(string text, FtpCommand command, string verb, string? argument, int telnet)
    {
        byte[] octets = FtpTexts.Octets(text + "NOOP\r\n");
        for (int cut = 0; cut < text.Length; cut++)
        {
            FtpCommandLine line = default;
            ParseResult part = FtpCommandParser.Parse(octets.AsSpan(0, cut), ref line, FtpLimits.Default);
            Assert.True(part.NeedsMoreData);
            ParseResult result = FtpCommandParser.Parse(octets, ref line, FtpLimits.Default, part.Position);
            Assert.Equal(ParseResult.Done(text.Length, telnet < 0 ? Deviations.None : Deviations.TelnetCommand, telnet), result);
            Assert.Equal((command, verb, argument), (line.Command, FtpTexts.Of(line.Verb.In(octets)), line.HasArgument ? FtpTexts.Of(line.Argument.In(octets)) : null));
        }
    }

    [Theory, MemberData(nameof(RefusedCommands))]
    public void Refused_command_is_refused_as_soon_as_the_octet_comes(MarkedSample sample)
    {
        FtpCommandLine line = default;
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), FtpCommandParser.Parse(sample.Octets, ref line, FtpLimits.Default));
        ParseResult before = FtpCommandParser.Parse(sample.Octets.AsSpan(0, sample.Offset), ref line, FtpLimits.Default);
        Assert.True(before.NeedsMoreData);
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), FtpCommandParser.Parse(sample.Octets, ref line, FtpLimits.Default, before.Position));
    }

    [Fact]
    public void Command_that_fills_its_limit_passes_and_one_more_does_not()
    {
        FtpCommandLine line = default;
        var limits = FtpLimits.Default with { MaxCommandLine = 8 };
        Assert.Equal(ParseResult.Done(10), FtpCommandParser.Parse("RETR 567\r\n"u8, ref line, in limits));
        Assert.Equal(ParseResult.Invalid(ParseError.CommandLineTooLong, 8), FtpCommandParser.Parse("RETR 5678\r\n"u8, ref line, in limits));
        Assert.Equal(ParseResult.Done(10), FtpCommandParser.Parse("ABCDEFGH\r\n"u8, ref line, in limits));
        Assert.Equal(ParseResult.Invalid(ParseError.CommandLineTooLong, 8), FtpCommandParser.Parse("ABCDEFGHI\r\n"u8, ref line, in limits));
        Assert.True(FtpCommandWriter.TryWrite(new byte[5000], FtpCommand.Retr, new byte[4091].AsSpan().OfLetters(), out int written));
        Assert.Equal(4098, written);
        _ = Assert.Throws<ArgumentException>(() => FtpCommandWriter.TryWrite(new byte[5000], FtpCommand.Retr, new byte[4092].AsSpan().OfLetters(), out _));
    }

    [Fact]
    public void Commands_are_written_and_read_back()
    {
        byte[] destination = new byte[100];
        Assert.Equal("NOOP\r\n", Written(FtpCommandWriter.TryWrite(destination, FtpCommand.Noop, out int length), length));
        Assert.Equal("PASS \r\n", Written(FtpCommandWriter.TryWrite(destination, FtpCommand.Pass, ReadOnlySpan<byte>.Empty, out length), length));
        Assert.Equal("RETR a\xFF\xFF\r\n", Written(FtpCommandWriter.TryWrite(destination, FtpCommand.Retr, [(byte)'a', 0xFF], out length), length));
        Assert.Equal("RETR \xC3\xA9\r\n", Written(FtpCommandWriter.TryWrite(destination, FtpCommand.Retr, "é", out length), length));
        Assert.Equal("MFMT x\r\n", Written(FtpCommandWriter.TryWrite(destination, "MFMT"u8, "x"u8, out length), length));
        Assert.Equal("CLNT\r\n", Written(FtpCommandWriter.TryWrite(destination, "CLNT"u8, out length), length));
        Assert.Equal("REST 9223372036854775807\r\n", Written(FtpCommandWriter.TryWriteNumber(destination, FtpCommand.Rest, long.MaxValue, out length), length));
        var port = HostPort.FromIPv4(0x84EB0102, 6275);
        Assert.Equal("PORT 132,235,1,2,24,131\r\n", Written(FtpCommandWriter.TryWritePort(destination, in port, out length), length));
        Assert.Equal("EPRT |1|132.235.1.2|6275|\r\n", Written(FtpCommandWriter.TryWriteExtendedPort(destination, in port, out length), length));
        Assert.False(FtpCommandWriter.TryWrite(destination.AsSpan(0, 5), FtpCommand.Noop, out length));
        Assert.Equal(0, length);
        var output = new ArrayBufferWriter<byte>();
        FtpCommandWriter.Write(output, FtpCommand.Cwd, "/a"u8);
        FtpCommandWriter.Write(output, FtpCommand.Cwd, "é");
        FtpCommandWriter.Write(output, "XCRC"u8, "a"u8);
        FtpCommandWriter.Write(output, FtpCommand.Quit);
        FtpReplyWriter.Write(output, 221, "Bye\xFF"u8[..3]);
        Assert.Equal("CWD /a\r\nCWD \xC3\xA9\r\nXCRC a\r\nQUIT\r\n221 Bye\r\n", FtpTexts.Of(output.WrittenSpan));
        _ = Assert.Throws<ArgumentException>(() => FtpCommandWriter.TryWrite(destination, FtpCommand.Unknown, out _));
        _ = Assert.Throws<ArgumentException>(() => FtpCommandWriter.TryWrite(destination, "A B"u8, out _));
        _ = Assert.Throws<ArgumentException>(() => FtpCommandWriter.TryWrite(destination, FtpCommand.Retr, "\uD800", out _));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => FtpCommandWriter.TryWriteNumber(destination, FtpCommand.Rest, -1, out _));

        string Written(bool fits, int count)
        {
            Assert.True(fits);
            return FtpTexts.Of(destination.AsSpan(0, count));
        }
    }

    [Theory, MemberData(nameof(HostPortRows))]
    public void Valid_host_and_port_are_read(string form, string text, string value)
    {
        ParseResult result = FtpTexts.HostPort(form, FtpTexts.Octets(text), out HostPort found);
        Assert.Equal((true, text.Length), (result.IsDone, result.Consumed));
        Assert.Equal(value.Replace("[::ffff:102:304]", "[::ffff:1.2.3.4]", StringComparison.Ordinal), FtpTexts.Tell(in found, in result));

        // Written, it is read the same.
        byte[] written = new byte[HostPortWriter.MaxLength];
        if (found.HasAddress)
        {
            Assert.True(HostPortWriter.TryWriteExtended(written, in found, out int length));
            Assert.True(HostPortParser.ParseExtendedPort(written.AsSpan(0, length), out HostPort again).IsDone);
            Assert.Equal(found, again);
            Assert.False(HostPortWriter.TryWriteExtended(written.AsSpan(0, length - 1), in found, out _));
        }

        Assert.True(HostPortWriter.TryWriteExtendedPassive(written, in found, out int port));
        Assert.True(HostPortParser.ParseExtendedPassive([(byte)'(', .. written.AsSpan(0, port), (byte)')'], out HostPort extended).IsDone);
        Assert.Equal(found.Port, extended.Port);
    }

    [Theory, MemberData(nameof(RefusedHostPorts))]
    public void Refused_host_and_port_are_refused_whatever_follows(string form, MarkedSample sample)
    {
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), FtpTexts.HostPort(form, sample.Octets, out HostPort value));
        Assert.Equal(default, value);
        if (sample.Offset < sample.Octets.Length)
        {
            Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), FtpTexts.HostPort(form, [.. sample.Octets.AsSpan(0, sample.Offset + 1), .. "9,|1.x"u8], out _));
        }
    }

    [Theory, MemberData(nameof(Facts))]
    public void Valid_facts_are_read(string line, string value)
    {
        byte[] octets = FtpTexts.Octets(line);
        Assert.Equal(ParseResult.Done(octets.Length), FactLineParser.Parse(octets, out FactLine facts));
        Assert.Equal(value, FtpTexts.Facts(octets, in facts));
    }

    [Theory, MemberData(nameof(RefusedFacts))]
    public void Refused_facts_are_refused(MarkedSample sample) =>
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), FactLineParser.Parse(sample.Octets, out _));

    [Fact]
    public void Facts_are_written_and_read_back()
    {
        byte[] line = new byte[200];
        Assert.True(Write(line, out int length));
        Assert.Equal("type=file;size=5;modify=20000102030405.006;perm=adr;UNIX.mode=0644;unique=a; n ", FtpTexts.Of(line.AsSpan(0, length)));
        Assert.True(FactLineParser.Parse(line.AsSpan(0, length), out FactLine facts).IsDone);
        Assert.Equal("File 5 2000-01-02T03:04:05.0060000/3 [n ] - - 420 - Append, Delete, Read", FtpTexts.Facts(line, in facts));
        Assert.All(Enumerable.Range(0, length), short1 => Assert.False(Write(line.AsSpan(0, short1), out _)));
        Assert.True(FactLineWriter.TryWriteOptions(line, FtpFactNames.Type | FtpFactNames.Size, out length));
        Assert.Equal("MLST type;size;", FtpTexts.Of(line.AsSpan(0, length)));
        _ = Assert.Throws<ArgumentException>(() => new FactLineWriter(line).WriteFact(FtpFactNames.Lang, "a;b"u8));
        _ = Assert.Throws<ArgumentException>(() => new FactLineWriter(line).TryComplete("a\rb"u8, out _));
        _ = Assert.Throws<ArgumentException>(() => new FactLineWriter(line).WriteType(FtpFactType.Other));

        static bool Write(Span<byte> destination, out int written)
        {
            var writer = new FactLineWriter(destination);
            writer.WriteType(FtpFactType.File);
            writer.WriteSize(5);
            writer.WriteModify(new DateTime(2000, 1, 2, 3, 4, 5, 6, DateTimeKind.Utc).Ticks);
            writer.WritePermissions(FtpPermissions.Read | FtpPermissions.Append | FtpPermissions.Delete);
            writer.WriteUnixMode(420);
            writer.WriteFact(FtpFactNames.Unique, "a"u8);
            return writer.TryComplete("n "u8, out written);
        }
    }

    [Theory]
    [InlineData("0", 0, -1)]
    [InlineData("9223372036854775807", long.MaxValue, -1)]
    [InlineData("0000000000000000010", 10, -1)]
    [InlineData("12  ", 12, -1)]
    [InlineData("", -1, 0)]
    [InlineData("-1", -1, 0)]
    [InlineData(" 1", -1, 0)]
    [InlineData("9223372036854775808", -1, 18)]
    [InlineData("00000000000000000000", -1, 19)]
    [InlineData("1 2", -1, 2)]
    [InlineData("1k", -1, 1)]
    public void Sizes(string text, long size, int offset)
    {
        ParseResult result = SizeParser.Parse(FtpTexts.Octets(text), out long found);
        Assert.Equal((size, offset), (found, result.Position));
        Assert.Equal(offset < 0 ? ParseError.None : ParseError.BadSize, result.Error);
    }

    [Theory]
    [InlineData("Opening BINARY mode data connection for a (1234 bytes).", 1234)]
    [InlineData("Opening for (5 bytes) (1 byte)", 1)]
    [InlineData("Opening for a (12 bytes", -1)]
    [InlineData("Opening for a (-12 bytes)", -1)]
    [InlineData("Opening for (x)", -1)]
    public void Size_hints(string text, long size)
    {
        Assert.Equal(size >= 0, SizeParser.TryFindHint(FtpTexts.Octets(text), out long found));
        Assert.Equal(size, found);
    }

    [Theory]
    [InlineData("0F2C0A5B", FtpHashAlgorithms.Crc32, "0F2C0A5B")]
    [InlineData("F2C0", FtpHashAlgorithms.Crc32, "0000F2C0")]
    [InlineData("\"a b\" 0f2c0a5b", FtpHashAlgorithms.Crc32, "0F2C0A5B")]
    [InlineData("deadbeef 0f2c0a5b", FtpHashAlgorithms.Crc32, "17")]
    [InlineData("deadbeef 0f2c0a5b", FtpHashAlgorithms.Md5, "17")]
    [InlineData("MD5 0-5 d41d8cd98f00b204e9800998ecf8427e a", FtpHashAlgorithms.Md5, "D41D8CD98F00B204E9800998ECF8427E")]
    [InlineData("", FtpHashAlgorithms.Md5, "0")]
    public void Hashes(string text, FtpHashAlgorithms algorithm, string expected)
    {
        Span<byte> hash = stackalloc byte[64];
        ParseResult result = FtpHashParser.Parse(FtpTexts.Octets(text), algorithm, hash, out int written);
        Assert.Equal(expected, result.IsDone ? Convert.ToHexString(hash[..written]) : result.Position == 9 ? "17" : result.Position.ToString());
        Assert.Equal(OperationStatus.DestinationTooSmall, FtpHashParser.Parse(FtpTexts.Octets(text), algorithm, hash[..3], out _).Status);
    }

    [Fact]
    public void Features_are_read()
    {
        const string Text = "211-Features:\r\n AUTH TLS;SSL\r\n AUTH TLS\r\n  EPSV\r\n211-EPRT\r\n rest stream\r\n MLST Type*;Size*;Modify*;Perm;x*;\r\n HASH SHA-256*;SHA-1;MD5;x\r\n MODE Z\r\n MFMT\r\n UTF8\r\n LANG EN*\r\n XSHA1 a;b\r\n FOO\r\n\r\n211 End\r\n";
        byte[] octets = FtpTexts.Octets(Text);
        FtpReply reply = default;
        Assert.True(FtpReplyParser.Parse(octets, ref reply, FtpLimits.Default).IsDone);
        Assert.Equal(ParseResult.Done(octets.Length - 2), FtpFeaturesParser.Parse(octets, in reply, out FtpFeatures features));
        Assert.Equal(
            FtpFeatureNames.AuthTls | FtpFeatureNames.AuthSsl | FtpFeatureNames.Epsv | FtpFeatureNames.Eprt | FtpFeatureNames.RestStream | FtpFeatureNames.Mlst | FtpFeatureNames.Hash
                | FtpFeatureNames.ModeZ | FtpFeatureNames.Mfmt | FtpFeatureNames.Utf8 | FtpFeatureNames.Lang | FtpFeatureNames.Xsha,
            features.Names);
        Assert.Equal(FtpFactNames.Type | FtpFactNames.Size | FtpFactNames.Modify | FtpFactNames.Perm, features.Facts);
        Assert.Equal(FtpFactNames.Type | FtpFactNames.Size | FtpFactNames.Modify, features.SelectedFacts);
        Assert.Equal((FtpHashAlgorithms.Sha256 | FtpHashAlgorithms.Sha1 | FtpHashAlgorithms.Md5, FtpHashAlgorithms.Sha256, 1), (features.Hashes, features.SelectedHash, features.UnknownCount));
        Assert.True(features.Has(FtpFeatureNames.Epsv | FtpFeatureNames.Eprt));
        Assert.True(FtpReplyParser.Parse("211 none\r\n"u8, ref reply, FtpLimits.Default).IsDone);
        Assert.True(FtpFeaturesParser.Parse("211 none\r\n"u8, in reply, out features).IsDone);
        Assert.Equal(default, features);
        Assert.True(FtpReplyParser.Parse("500 none\r\n"u8, ref reply, FtpLimits.Default).IsDone);
        Assert.Equal(ParseResult.Invalid(ParseError.BadFeatureList, 0), FtpFeaturesParser.Parse("500 none\r\n"u8, in reply, out _));
    }

    [Fact]
    public void Replies_are_written_so_that_no_line_ends_them_early()
    {
        byte[] buffer = new byte[200];
        int at = 0;
        Put(FtpReplyWriter.TryWriteLine(buffer, 211, "Features:"u8, out int written), written);
        Put(FtpReplyWriter.TryWriteIndented(buffer.AsSpan(at), "211 MDTM"u8, out written), written);
        Put(FtpReplyWriter.TryWriteLine(buffer.AsSpan(at), 211, "211 x"u8, out written), written);
        Put(FtpReplyWriter.TryWrite(buffer.AsSpan(at), 211, [(byte)'E', 0xFF], out written), written);
        FtpReply reply = default;
        Assert.Equal(at, FtpReplyParser.Parse(buffer, ref reply, FtpLimits.Default).Consumed);
        Assert.Equal("Features:| 211 MDTM|211 x|E\xFF\xFF", FtpTexts.Lines(buffer, in reply));
        Assert.True(FtpReplyWriter.TryWritePath(buffer, "/a\"b"u8, out written));
        Assert.Equal("257 \"/a\"\"b\"\r\n", FtpTexts.Of(buffer.AsSpan(0, written)));
        Assert.False(FtpReplyWriter.TryWritePath(buffer.AsSpan(0, written - 1), "/a\"b"u8, out _));
        _ = Assert.Throws<ArgumentException>(() => FtpReplyWriter.TryWrite(buffer, 200, "a\nb"u8, out _));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => FtpReplyWriter.TryWrite(buffer, 600, "a"u8, out _));

        void Put(bool fits, int count)
        {
            Assert.True(fits);
            at += count;
        }
    }

    [Fact]
    public void Nothing_is_allocated_for_what_is_read_refused_or_written()
    {
        byte[] command = FtpTexts.Octets("RETR a\r\n");
        byte[] facts = FtpTexts.Octets("type=file;size=5;modify=20000102030405; n");
        byte[] buffer = new byte[100];
        long before = 0;
        for (int i = 0; i < 20; i++)
        {
            before = i == 10 ? GC.GetAllocatedBytesForCurrentThread() : before;
            FtpCommandLine line = default;
            var state = default(ControlState);
            bool done = FtpCommandParser.Parse(command, ref line, FtpLimits.Default).IsDone && FactLineParser.Parse(facts, out _).IsDone
                && !FactLineParser.Parse(facts.AsSpan(1, 20), out _).IsDone && FtpCommandWriter.TryWrite(buffer, FtpCommand.Retr, "é", out _)
                && HostPortParser.ParsePassive("(1,2,3,4,5,6)"u8, out HostPort value).IsDone && FtpCommandWriter.TryWriteExtendedPort(buffer, in value, out _)
                && state.Receive(220).Kind == ControlAnswerKind.Final && state.Receive(220).Kind == ControlAnswerKind.Refused
                && FtpHashParser.Parse("0F2C0A5B"u8, FtpHashAlgorithms.Crc32, buffer, out _).IsDone;
            Assert.True(done);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
