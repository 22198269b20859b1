using HiPerf.Ftp;

namespace HiPerf.Core.Tests.Ftp;

public class TimeValWriterTests
{
    [Theory]
    [InlineData("0001-01-01T00:00:00", "00010101000000")]
    [InlineData("2000-01-02T03:04:05.006", "20000102030405.006")]
    [InlineData("9999-12-31T23:59:59.9999999", "99991231235959.999")]
    public void Time_is_written_and_read_back_to_the_millisecond(string time, string text)
    {
        long ticks = DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture).Ticks;
        byte[] destination = new byte[TimeValWriter.MaxLength];
        Assert.True(TimeValWriter.TryWrite(destination, ticks, out int written));
        Assert.Equal(text, FtpTexts.Of(destination.AsSpan(0, written)));
        Assert.True(TimeValParser.Parse(destination.AsSpan(0, written), out TimeVal value).IsDone);
        Assert.Equal(ticks - (ticks % TimeSpan.TicksPerMillisecond), value.UtcTicks);
        Assert.False(TimeValWriter.TryWrite(destination.AsSpan(0, text.Length - 1), ticks, out written));
        Assert.Equal(0, written);
        FtpAllocation.IsNone(() => TimeValWriter.TryWrite(destination, ticks, out _) && !TimeValWriter.TryWrite(destination.AsSpan(0, 13), ticks, out _));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void Ticks_of_no_date_throw(long ticks) => Assert.Throws<ArgumentOutOfRangeException>(() => TimeValWriter.TryWrite(new byte[18], ticks, out _));
}
