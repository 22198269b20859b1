using HiPerf.Ftp;
using HiPerf.Transport;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>The limit of speed.</summary>
public class FtpRateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1L, false)]
    [InlineData(1L << 40, false)]
    [InlineData(0L, true)]
    [InlineData((1L << 40) + 1, true)]
    public void Rate_has_its_range(long rate, bool isRefused)
    {
        var error = Record.Exception(() => new FtpRate(rate, new ManualClock()));

        Assert.Equal(isRefused, error is ArgumentOutOfRangeException);
    }

    [Fact]
    public void Bucket_is_a_quarter_of_a_second_deep_and_fills_steadily()
    {
        var clock = new ManualClock();
        var rate = new FtpRate(1000, clock);

        Assert.Equal(250, rate.Share(10_000));
        Assert.Equal(10, rate.Share(10));
        rate.Take(250);
        Assert.Equal(TimeSpan.Zero, rate.Due());
        rate.Take(250);
        Assert.Equal(TimeSpan.FromSeconds(0.25), rate.Due());
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(TimeSpan.FromSeconds(0.15), rate.Due());
        clock.Advance(TimeSpan.FromSeconds(100));
        rate.Take(251);
        Assert.Equal(TimeSpan.FromSeconds(0.001), rate.Due());
    }

    [Fact]
    public async Task Download_takes_its_time()
    {
        await using var peer = new DataPeer().With("a", DataPeer.Octets(2000));
        var clock = new ManualClock();
        await using var session = peer.NewSession(new InternetTimeouts { ReadStall = Timeout.InfiniteTimeSpan, ResponseHead = Timeout.InfiniteTimeSpan, Total = Timeout.InfiniteTimeSpan }, clock);
        await using var connection = await peer.ConnectAsync(session, new FtpConnectOptions { MaxBytesPerSecond = 1000 });
        await using var file = await connection.OpenReadAsync("a", cancellationToken: Token);
        var reading = FtpDownloadTests.ReadAllAsync(file, 4096);
        var seconds = 0.0;

        while (!reading.IsCompleted)
        {
            if (clock.TimerCount > 0)
            {
                clock.Advance(TimeSpan.FromMilliseconds(50));
                seconds += 0.05;
            }

            await Task.Yield();
        }

        Assert.Equal(peer.Files["a"], await reading);
        Assert.True(seconds >= 1.5, $"{seconds} s");
    }
}
