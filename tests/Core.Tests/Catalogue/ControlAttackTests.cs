using HiPerf.Core.Tests.Ftp;
using HiPerf.Ftp;
using HiPerf.Samples;
using HiPerf.Samples.Catalogue;

namespace HiPerf.Core.Tests.Catalogue;

/// <summary>Every row on the control connection.</summary>
public class ControlAttackTests
{
    public static TheoryData<ControlAttack> Attacks => [.. ControlAttacks.All];

    [Theory, MemberData(nameof(Attacks))]
    public void Attack_ends_as_the_catalogue_says(ControlAttack attack) =>
        Assert.Equal((attack.Outcome, attack.Offset), attack.Slot switch
        {
            ControlSlot.Reply => Reply(attack.Octets),
            ControlSlot.Passive => HostPort(HostPorts.Passive, attack.Octets),
            ControlSlot.ExtendedPassive => HostPort(HostPorts.ExtendedPassive, attack.Octets),
            ControlSlot.QuotedPath => QuotedPath(attack.Octets),
            ControlSlot.Dialogue => (ControlScript.Run(attack.Text, out _), -1),
            _ => (Argument(attack.Octets), -1),
        });

    private static (string, int) Reply(byte[] octets)
    {
        FtpReply reply = default;
        ParseResult result = FtpReplyParser.Parse(octets, ref reply, FtpLimits.Default);
        Assert.Equal(result.IsDone ? octets.Length : 0, result.Consumed);
        return result.IsDone ? ($"{reply.Code} {reply.LineCount}", -1) : result.NeedsMoreData ? ("incomplete", -1) : (result.Error.ToString(), result.Position);
    }

    private static (string, int) HostPort(string form, byte[] octets)
    {
        ParseResult result = FtpTexts.HostPort(form, octets, out HostPort value);
        return result.IsDone ? (FtpTexts.Tell(in value, in result), -1) : (result.Error.ToString(), result.Position);
    }

    private static (string, int) QuotedPath(byte[] octets)
    {
        ParseResult result = QuotedPathParser.Parse(octets, out FtpText path);
        byte[] name = new byte[path.Length];
        Assert.True(QuotedPathParser.TryUnquote(path.In(octets), name, out int written));
        return result.IsDone ? (FtpTexts.Of(name.AsSpan(0, written)), -1) : (result.Error.ToString(), result.Position);
    }

    private static string Argument(byte[] octets)
    {
        int space = octets.IndexOf((byte)' ');
        byte[] destination = new byte[100];
        _ = Assert.Throws<ArgumentException>(() => FtpCommandWriter.TryWrite(destination, octets.AsSpan(0, space), octets.AsSpan(space + 1), out _));
        _ = Assert.Throws<ArgumentException>(() => FtpCommandWriter.TryWrite(destination, FtpCommands.Find(octets.AsSpan(0, space)), FtpTexts.Of(octets.AsSpan(space + 1)), out _));
        Assert.DoesNotContain(destination, octet => octet != 0);
        return "throws";
    }
}
