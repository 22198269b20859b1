using HiPerf.Ftp;
using HiPerf.Fuzzing;

namespace HiPerf.Properties.Ftp;

/// <summary>Laws of the control connection's parsers beside those that the fuzz targets hold: prefixes, growth octet by octet, round trips.</summary>
public sealed class FtpLaws
{
    [Fact]
    public void Reply_prefix_needs_more_data_and_growth_ends_as_the_whole() => Law.Holds(400, ProtocolArbitraries.FtpReplies(), reply =>
    {
        byte[] octets = reply.ToOctets();
        FtpReply grown = default;
        int examined = 0;
        for (int length = 0; length < octets.Length; length++)
        {
            ParseResult part = FtpReplyParser.Parse(octets.AsSpan(0, length), ref grown, FtpLimits.Default, examined);
            Assert.True(part.NeedsMoreData);
            examined = part.Position;
        }

        Assert.Equal(ParseResult.Done(octets.Length), FtpReplyParser.Parse(octets, ref grown, FtpLimits.Default, examined));
        Assert.Equal((reply.Code, reply.Lines.Count), (grown.Code, grown.LineCount));
        Assert.Equal(reply.Lines[0], System.Text.Encoding.Latin1.GetString(grown.Text.In(octets)));
        Assert.Equal(reply.Lines[^1], System.Text.Encoding.Latin1.GetString(grown.LastText.In(octets)));
    });

    [Fact]
    public void Command_round_trip_what_the_writer_writes_is_read_back() => Law.Holds(1000, ProtocolArbitraries.FtpCommandLines(), command =>
    {
        byte[] octets = command.ToOctets();
        byte[] written = new byte[octets.Length];
        byte[] verb = Inputs.Latin1(command.Verb);
        Assert.True(command.Argument is null
            ? FtpCommandWriter.TryWrite(written, verb, out int length)
            : FtpCommandWriter.TryWrite(written, verb, Inputs.Latin1(command.Argument), out length));
        Assert.Equal(octets, written.AsSpan(0, length).ToArray());
        FtpCommandLine line = default;
        Assert.Equal(ParseResult.Done(octets.Length), FtpCommandParser.Parse(octets, ref line, FtpLimits.Default));
        Assert.Equal(command.Verb, System.Text.Encoding.Latin1.GetString(line.Verb.In(octets)));
        Assert.Equal(command.Argument, line.HasArgument ? System.Text.Encoding.Latin1.GetString(line.Argument.In(octets)) : null);
    });

    [Fact]
    public void Facts_are_read_from_every_valid_line() => Law.Holds(1000, ProtocolArbitraries.FactLines(), line =>
    {
        byte[] octets = line.ToOctets();
        Assert.Equal(ParseResult.Done(octets.Length), FactLineParser.Parse(octets, out FactLine facts));
        Assert.Equal(line.Name, System.Text.Encoding.Latin1.GetString(facts.Name.In(octets)));
    });

    [Fact]
    public void Whatever_stands_in_an_argument_is_written_on_one_line_or_refused() => Law.Holds(1000, ProtocolArbitraries.HostileFtpCommandLines(), hostile =>
    {
        byte[] argument = Inputs.Latin1(hostile.Wire);
        byte[] written = new byte[2 * FtpCommandWriter.MaxLine];
        if (argument.AsSpan().IndexOfAny<byte>(0, (byte)'\r', (byte)'\n') >= 0)
        {
            _ = Assert.Throws<ArgumentException>(() => FtpCommandWriter.TryWrite(written, FtpCommand.Retr, argument, out _));
            return;
        }

        Assert.True(FtpCommandWriter.TryWrite(written, FtpCommand.Retr, argument, out int length));
        FtpCommandLine line = default;
        Assert.Equal(length, FtpCommandParser.Parse(written.AsSpan(0, length), ref line, FtpLimits.Default).Consumed);
        byte[] plain = new byte[line.Argument.Length];
        Assert.True(TelnetText.TryUnescape(line.Argument.In(written), plain, out int count));
        Assert.Equal(argument, plain.AsSpan(0, count).ToArray());
    });

    [Fact]
    public void Near_valid_reply_is_refused_for_its_violation_however_it_arrives() => Law.Holds(1000, ProtocolArbitraries.NearValidFtpReplies(), ProtocolArbitraries.Arrivals(), (near, arrival) =>
    {
        byte[] octets = near.ToOctets();
        FtpReply reply = default;
        ParseResult result = ParseResult.NeedMoreData(0);
        foreach (int end in arrival.Ends(octets.Length))
        {
            result = result.NeedsMoreData ? FtpReplyParser.Parse(octets.AsSpan(0, end), ref reply, FtpLimits.Default, result.Position) : result;
        }

        Assert.Equal(ParseResult.Invalid(near.Error, near.Position), result);
    });

    [Fact]
    public void Near_valid_command_is_refused_for_its_violation_however_it_arrives() => Law.Holds(1000, ProtocolArbitraries.NearValidFtpCommandLines(), ProtocolArbitraries.Arrivals(), (near, arrival) =>
    {
        byte[] octets = near.ToOctets();
        FtpCommandLine line = default;
        ParseResult result = ParseResult.NeedMoreData(0);
        foreach (int end in arrival.Ends(octets.Length))
        {
            result = result.NeedsMoreData ? FtpCommandParser.Parse(octets.AsSpan(0, end), ref line, FtpLimits.Default, result.Position) : result;
        }

        Assert.Equal(ParseResult.Invalid(near.Error, near.Position), result);
    });

    [Fact]
    public void Near_valid_facts_are_refused_for_their_violation() => Law.Holds(1000, ProtocolArbitraries.NearValidFactLines(), near =>
        Assert.Equal(ParseResult.Invalid(near.Error, near.Position), FactLineParser.Parse(near.ToOctets(), out _)));
}
