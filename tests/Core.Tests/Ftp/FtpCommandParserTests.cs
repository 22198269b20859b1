using HiPerf.Ftp;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Ftp;

public class FtpCommandParserTests
{
    public static TheoryData<string, FtpCommand, string, string?, int> Commands => [.. FtpCommandLines.Valid.Select(s => (s.Line, s.Command, s.Verb, s.Argument, s.Telnet))];

    public static TheoryData<MarkedSample> RefusedCommands => [.. FtpCommandLines.Refused];

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
    }

    [Fact]
    public void Nothing_is_allocated_for_what_is_read_or_refused()
    {
        byte[] valid = FtpTexts.Octets("RETR a\xFF\xFF\r\n");
        byte[] refused = FtpTexts.Octets("RETR a\0");
        FtpAllocation.IsNone(() =>
        {
            FtpCommandLine line = default;
            return FtpCommandParser.Parse(valid, ref line, FtpLimits.Default).IsDone && !FtpCommandParser.Parse(refused, ref line, FtpLimits.Default).IsDone;
        });
    }
}
