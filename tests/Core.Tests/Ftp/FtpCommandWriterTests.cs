using System.Buffers;
using HiPerf.Ftp;

namespace HiPerf.Core.Tests.Ftp;

public class FtpCommandWriterTests
{
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

    [Fact]
    public void Line_that_fills_the_limit_is_written_and_one_more_octet_throws()
    {
        Assert.True(FtpCommandWriter.TryWrite(new byte[5000], FtpCommand.Retr, new byte[4091].AsSpan().OfLetters(), out int written));
        Assert.Equal(4098, written);
        _ = Assert.Throws<ArgumentException>(() => FtpCommandWriter.TryWrite(new byte[5000], FtpCommand.Retr, new byte[4092].AsSpan().OfLetters(), out _));
    }

    [Fact]
    public void Nothing_is_allocated_for_what_is_written()
    {
        byte[] buffer = new byte[100];
        var port = HostPort.FromIPv4(0x84EB0102, 6275);
        FtpAllocation.IsNone(() => FtpCommandWriter.TryWrite(buffer, FtpCommand.Retr, "é", out _) && FtpCommandWriter.TryWriteExtendedPort(buffer, in port, out _)
            && FtpCommandWriter.TryWriteNumber(buffer, FtpCommand.Rest, long.MaxValue, out _) && !FtpCommandWriter.TryWrite(buffer.AsSpan(0, 3), FtpCommand.Noop, out _));
    }
}
