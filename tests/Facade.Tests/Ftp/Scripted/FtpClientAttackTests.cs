using System.Globalization;
using System.Text;
using HiPerf.Ftp;
using HiPerf.Samples.Catalogue;

namespace HiPerf.Facade.Tests.Ftp.Scripted;

/// <summary>Every row of FC-01 to FC-14 against the client: its error with its kind, nothing short told as whole, no octet outside the folder, no connection to a foreign host.</summary>
public class FtpClientAttackTests
{
    public static TheoryData<FtpClientAttack> Attacks => [.. FtpClientAttacks.All];

    [Theory, MemberData(nameof(Attacks))]
    public async Task Attack_comes_to_what_the_catalogue_says(FtpClientAttack attack)
    {
        await using var run = new FtpAttackRun(attack);
        var outcome = await run.RunAsync();
        Assert.Equal(attack.Outcome, outcome);
        Assert.False(run.Server.HasForeignConnections);
        Assert.Equal([], run.Strays());
        if (attack.Work is FtpWork.Download or FtpWork.Resume && outcome.StartsWith("fails", StringComparison.Ordinal))
        {
            Assert.Null(run.Written());
        }

        foreach (var expected in attack.Sent.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = expected.Split('=');
            Assert.Equal((parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture)), (parts[0], run.Server.Count(parts[0].Replace('_', ' '))));
        }

        if (attack.Work == FtpWork.Mirror)
        {
            Assert.All(run.Below(), path => Assert.All(path.Split(Path.DirectorySeparatorChar), name => Assert.True(PlainName.IsPlain(Encoding.UTF8.GetBytes(name)), name)));
            Assert.Contains("hello.txt", run.Below());
        }
    }
}
