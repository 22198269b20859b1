using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>What of the options is refused before anything is dialed.</summary>
public class FtpCredentialsTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(24 * TimeSpan.TicksPerDay, true)]
    [InlineData((24 * TimeSpan.TicksPerDay) + 1, false)]
    [InlineData(-1, false)]
    [InlineData(-TimeSpan.TicksPerMillisecond, true)]
    public void Times_are_above_zero_and_24_days_at_most_or_infinite(long ticks, bool isTaken)
    {
        var time = TimeSpan.FromTicks(ticks);
        var options = new FtpConnectOptions();
        Assert.All<FtpConnectOptions>([options with { KeepAlive = time }, options with { AcceptTimeout = time }, options with { SettleTimeout = time }],
            given => Assert.Equal(isTaken, Record.Exception(() => FtpCredentials.Check(given)) is null));
    }
}
