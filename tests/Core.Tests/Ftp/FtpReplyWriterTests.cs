using HiPerf.Ftp;

namespace HiPerf.Core.Tests.Ftp;

public class FtpReplyWriterTests
{
    [Fact]
    public void Replies_are_written_so_that_no_line_ends_them_early()
    {
        byte[] buffer = new byte[200];
        int at = 0;
        Put(FtpReplyWriter.TryWriteLine(buffer, 211, "Features:"u8, out int written), written);
        Put(FtpReplyWriter.TryWriteIndented(buffer.AsSpan(at), "211 MDTM"u8, out written), written);
        Put(FtpReplyWriter.TryWriteLine(buffer.AsSpan(at), 211, "211 x"u8, out written), written);
        Put(FtpReplyWriter.TryWrite(buffer.AsSpan(at), 211, [(byte)'E', 0xFF], out written), written);
        FtpReply reply = default;
        Assert.Equal(at, FtpReplyParser.Parse(buffer, ref reply, FtpLimits.Default).Consumed);
        Assert.Equal("Features:| 211 MDTM|211 x|E\xFF\xFF", FtpTexts.Lines(buffer, in reply));
        Assert.True(FtpReplyWriter.TryWritePath(buffer, "/a\"b"u8, out written));
        Assert.Equal("257 \"/a\"\"b\"\r\n", FtpTexts.Of(buffer.AsSpan(0, written)));
        Assert.False(FtpReplyWriter.TryWritePath(buffer.AsSpan(0, written - 1), "/a\"b"u8, out _));
        _ = Assert.Throws<ArgumentException>(() => FtpReplyWriter.TryWrite(buffer, 200, "a\nb"u8, out _));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => FtpReplyWriter.TryWrite(buffer, 600, "a"u8, out _));

        void Put(bool fits, int count)
        {
            Assert.True(fits);
            at += count;
        }
    }

    [Fact]
    public void Nothing_is_allocated_for_what_is_written_or_does_not_fit()
    {
        byte[] buffer = new byte[200];
        FtpAllocation.IsNone(() => FtpReplyWriter.TryWrite(buffer, 226, "done"u8, out _) && FtpReplyWriter.TryWriteLine(buffer, 211, "Features:"u8, out _)
            && FtpReplyWriter.TryWriteIndented(buffer, [(byte)'a', 0xFF], out _) && FtpReplyWriter.TryWritePath(buffer, "/a\"b"u8, out _) && !FtpReplyWriter.TryWrite(buffer.AsSpan(0, 9), 226, "done"u8, out _));
    }
}
