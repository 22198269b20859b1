using HiPerf.Ftp;
using HiPerf.Fuzzing;

namespace HiPerf.Properties.Ftp;

/// <summary>Laws of the accounts of replies over whole dialogues.</summary>
public sealed class ControlLaws
{
    [Fact]
    public void Valid_dialogue_is_taken_to_its_end() => Law.Holds(2000, ProtocolArbitraries.FtpDialogues(), dialogue =>
    {
        var state = default(ControlState);
        foreach (FtpDialogueStep step in dialogue.Steps)
        {
            Assert.Equal(ParseError.None, Take(ref state, step));
        }

        Assert.Equal(0, state.Outstanding);
        Assert.True(state.IsIdle || state.IsClosed);
    });

    [Fact]
    public void Reply_out_of_turn_is_noticed_when_it_comes_and_for_ever() => Law.Holds(2000, ProtocolArbitraries.BrokenFtpDialogues(), broken =>
    {
        var state = default(ControlState);
        for (int i = 0; i < broken.Step; i++)
        {
            Assert.Equal(ParseError.None, Take(ref state, broken.Dialogue.Steps[i]));
        }

        Assert.Equal(broken.Error, Take(ref state, broken.Dialogue.Steps[broken.Step]));
        Assert.Equal(broken.Error, state.Receive(200).Error);
        Assert.False(state.MaySend(FtpCommand.Noop));
        Assert.False(state.IsIdle || state.IsTransferComplete);
    });

    [Fact]
    public void Both_sides_of_a_dialogue_are_read_back() => Law.Holds(1000, ProtocolArbitraries.FtpDialogues(), dialogue =>
    {
        byte[] server = Inputs.Latin1(dialogue.ServerWire);
        byte[] client = Inputs.Latin1(dialogue.ClientWire);
        (int served, int sent) = (0, 0);
        foreach (FtpDialogueStep step in dialogue.Steps)
        {
            if (step.Reply is { } reply)
            {
                FtpReply read = default;
                served += FtpReplyParser.Parse(server.AsSpan(served), ref read, FtpLimits.Default).Consumed;
                Assert.Equal((reply.Code, reply.Lines.Count), (read.Code, read.LineCount));
                continue;
            }

            FtpCommandLine line = default;
            ReadOnlySpan<byte> rest = client.AsSpan(sent);
            sent += FtpCommandParser.Parse(rest, ref line, FtpLimits.Default).Consumed;
            Assert.Equal(step.Command!.Verb, System.Text.Encoding.Latin1.GetString(line.Verb.In(rest)));
        }

        Assert.Equal((server.Length, client.Length), (served, sent));
    });

    private static ParseError Take(ref ControlState state, FtpDialogueStep step)
    {
        if (step.Reply is { } reply)
        {
            return state.Receive(reply.Code).Error;
        }

        state.Send(FtpCommands.Find(Inputs.Latin1(step.Command!.Verb)));
        return ParseError.None;
    }
}
