using HiPerf.Ftp;

namespace HiPerf.Core.Tests.Ftp;

public class FactLineWriterTests
{
    [Fact]
    public void Facts_are_written_and_read_back()
    {
        byte[] line = new byte[200];
        Assert.True(Write(line, out int length));
        Assert.Equal("type=file;size=5;modify=20000102030405.006;perm=adr;UNIX.mode=0644;unique=a; n ", FtpTexts.Of(line.AsSpan(0, length)));
        Assert.True(FactLineParser.Parse(line.AsSpan(0, length), out FactLine facts).IsDone);
        Assert.Equal("File 5 2000-01-02T03:04:05.0060000/3 [n ] - - 420 - Append, Delete, Read", FtpTexts.Facts(line, in facts));
        Assert.All(Enumerable.Range(0, length), short1 => Assert.False(Write(line.AsSpan(0, short1), out _)));
        Assert.True(FactLineWriter.TryWriteOptions(line, FtpFactNames.Type | FtpFactNames.Size, out length));
        Assert.Equal("MLST type;size;", FtpTexts.Of(line.AsSpan(0, length)));
        _ = Assert.Throws<ArgumentException>(() => new FactLineWriter(line).WriteFact(FtpFactNames.Lang, "a;b"u8));
        _ = Assert.Throws<ArgumentException>(() => new FactLineWriter(line).TryComplete("a\rb"u8, out _));
        _ = Assert.Throws<ArgumentException>(() => new FactLineWriter(line).WriteType(FtpFactType.Other));

        static bool Write(Span<byte> destination, out int written)
        {
            var writer = new FactLineWriter(destination);
            writer.WriteType(FtpFactType.File);
            writer.WriteSize(5);
            writer.WriteModify(new DateTime(2000, 1, 2, 3, 4, 5, 6, DateTimeKind.Utc).Ticks);
            writer.WritePermissions(FtpPermissions.Read | FtpPermissions.Append | FtpPermissions.Delete);
            writer.WriteUnixMode(420);
            writer.WriteFact(FtpFactNames.Unique, "a"u8);
            return writer.TryComplete("n "u8, out written);
        }
    }

    [Fact]
    public void Nothing_is_allocated_for_what_is_written_or_does_not_fit()
    {
        byte[] line = new byte[200];
        FtpAllocation.IsNone(() => Write(line) && !Write(line.AsSpan(0, 40)) && FactLineWriter.TryWriteOptions(line, FtpFactNames.Type | FtpFactNames.Size, out _));

        static bool Write(Span<byte> destination)
        {
            var writer = new FactLineWriter(destination);
            writer.WriteType(FtpFactType.Link);
            writer.WriteSize(long.MaxValue);
            writer.WriteModify(DateTime.MaxValue.Ticks);
            writer.WritePermissions(FtpPermissions.Read | FtpPermissions.Write);
            writer.WriteUnixMode(420);
            writer.WriteFact(FtpFactNames.Unique, "a"u8);
            return writer.TryComplete("n"u8, out _);
        }
    }
}
