using HiPerf.Ftp;

namespace HiPerf.Core.Tests.Ftp;

public class ControlStateTests
{
    private const string Login = "<220 >USER <331 >PASS <230 ";

    [Theory]
    [InlineData("<220", "Final")]
    [InlineData("<120 <220", "Final")]
    [InlineData("<230", "MismatchedReply")]
    [InlineData("<530", "Closing")]
    [InlineData(">NOOP", "throws")]
    [InlineData(Login, "Final PASS")]
    [InlineData("<220 >USER <230", "Final USER")]
    [InlineData("<220 >AUTH <234 tls/0", "tls")]
    [InlineData("<220 >AUTH >PBSZ", "throws")]
    [InlineData("<220 >NOOP >AUTH", "throws")]
    [InlineData(Login + ">TYPE >PASV >RETR <200 <227 <150 <226 eof", "Final RETR complete")]
    [InlineData(Login + ">RETR >EPSV <150 <226 <229", "Final EPSV")]
    [InlineData(Login + ">RETR >EPSV <150 <229", "MismatchedReply")]
    [InlineData(Login + ">RETR >RETR", "throws")]
    [InlineData(Login + ">RETR <150 >ABOR <426 <226", "Final ABOR")]
    [InlineData(Login + ">RETR <150 >ABOR <226 <225", "Final ABOR")]
    [InlineData(Login + ">RETR <150 >STAT <226 <211", "Final STAT")]
    [InlineData(Login + ">RETR <150 <110 <226 eof", "Final RETR complete")]
    [InlineData(Login + ">RETR <150 <250 eof", "Final RETR complete")]
    [InlineData(Login + ">RNFR <350 >RNTO <250", "Final RNTO")]
    [InlineData(Login + ">RNFR <550 >RNTO", "throws")]
    [InlineData(Login + ">RNFR <350 >NOOP >RNTO", "throws")]
    [InlineData(Login + ">REST <350 >RETR <150", "Preliminary RETR")]
    [InlineData(Login + ">PWD <257", "Final PWD")]
    [InlineData(Login + ">SIZE <213", "Final SIZE")]
    [InlineData(Login + ">SIZE <550", "Final SIZE")]
    [InlineData(Login + ">FEAT <211", "Final FEAT")]
    [InlineData(Login + ">MLST <250", "Final MLST")]
    [InlineData(Login + ">QUIT <221", "Closing QUIT")]
    [InlineData(Login + ">QUIT >NOOP", "throws")]
    [InlineData(Login + ">QUIT <221 <221", "ReplyAfterClose")]
    [InlineData(Login + ">MFMT <213", "Final MFMT")]
    [InlineData(Login + ">MFMT <250", "Final MFMT")]
    [InlineData(Login + ">MFMT <227", "MismatchedReply")]
    [InlineData(Login + ">HASH <213", "Final HASH")]
    [InlineData(Login + ">HASH <200", "MismatchedReply")]
    [InlineData(Login + ">AVBL <213", "Final AVBL")]
    [InlineData(Login + ">XCRC <250", "Final XCRC")]
    [InlineData(Login + ">XMD5 <213", "Final XMD5")]
    [InlineData(Login + ">XSHA1 <200", "Final XSHA1")]
    [InlineData(Login + ">MD5 <251", "Final MD5")]
    [InlineData(Login + ">MMD5 <252", "Final MMD5")]
    [InlineData(Login + ">XSHA512 <226", "MismatchedReply")]
    [InlineData(Login + ">RANG <350 >RETR <150", "Preliminary RETR")]
    [InlineData(Login + ">RANG <200", "MismatchedReply")]
    [InlineData(Login + ">XYZZY <213", "Final")]
    [InlineData(Login + ">XYZZY <227", "MismatchedReply")]
    [InlineData(Login + "<200 <421", "UnsolicitedReply")]
    public void Dialogue_ends_as_the_table_says(string script, string expected) => Assert.Equal(expected, ControlScript.Run(script, out _));

    [Fact]
    public void As_many_commands_wait_as_the_limit_says_and_no_more()
    {
        string noops = string.Concat(Enumerable.Repeat(">NOOP ", ControlState.MaxOutstanding));
        Assert.Equal("Final PASS", ControlScript.Run(Login + noops, out ControlState state));
        Assert.Equal((ControlState.MaxOutstanding, false), (state.Outstanding, state.IsIdle));
        Assert.Equal("throws", ControlScript.Run(Login + noops + ">NOOP", out _));
        string script = Login + string.Concat(Enumerable.Repeat(noops + string.Concat(Enumerable.Repeat("<200 ", ControlState.MaxOutstanding)), 3));
        Assert.Equal("Final NOOP", ControlScript.Run(script, out state));
        Assert.True(state.IsIdle);
    }

    [Fact]
    public void Every_command_and_code_has_a_decided_answer()
    {
        foreach (FtpCommand command in Enum.GetValues<FtpCommand>().Where(command => command != FtpCommand.Rnto))
        {
            int taken = 0;
            for (int code = 100; code < 600; code++)
            {
                _ = ControlScript.Run(Login, out ControlState state);
                state.Send(command);
                ControlAnswer answer = state.Receive(code);
                Assert.Equal(answer.Kind == ControlAnswerKind.Refused, answer.Error != ParseError.None);
                Assert.Equal(answer.Error, state.Error);
                Assert.True(code < 400 || answer.Kind is ControlAnswerKind.Final or ControlAnswerKind.Closing);
                taken += code < 400 && answer.Kind != ControlAnswerKind.Refused ? 1 : 0;
                if (answer.Kind == ControlAnswerKind.Refused)
                {
                    Assert.Equal(answer, state.Receive(200));
                }
            }

            Assert.True(taken > 0, $"{command} can never succeed.");
        }
    }

    [Fact]
    public void Idle_is_neither_before_the_greeting_nor_after_a_loss()
    {
        Assert.False(default(ControlState).IsIdle);
        _ = ControlScript.Run(Login, out ControlState state);
        Assert.True(state.IsIdle);
        Assert.Equal(ParseError.UnsolicitedReply, state.Receive(200).Error);
        Assert.False(state.IsIdle);
        _ = Assert.Throws<InvalidOperationException>(() => new ControlState().EndData());
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new ControlState().Receive(600));
    }
}
