using System.Buffers;
using HiPerf.Ftp;

namespace HiPerf.Core.Tests.Ftp;

public class FtpHashParserTests
{
    [Theory]
    [InlineData("0F2C0A5B", FtpHashAlgorithms.Crc32, "0F2C0A5B")]
    [InlineData("F2C0", FtpHashAlgorithms.Crc32, "0000F2C0")]
    [InlineData("\"a b\" 0f2c0a5b", FtpHashAlgorithms.Crc32, "0F2C0A5B")]
    [InlineData("deadbeef 0f2c0a5b", FtpHashAlgorithms.Crc32, "17")]
    [InlineData("deadbeef 0f2c0a5b", FtpHashAlgorithms.Md5, "17")]
    [InlineData("MD5 0-5 d41d8cd98f00b204e9800998ecf8427e a", FtpHashAlgorithms.Md5, "D41D8CD98F00B204E9800998ECF8427E")]
    [InlineData("", FtpHashAlgorithms.Md5, "0")]
    public void Hashes(string text, FtpHashAlgorithms algorithm, string expected)
    {
        Span<byte> hash = stackalloc byte[64];
        ParseResult result = FtpHashParser.Parse(FtpTexts.Octets(text), algorithm, hash, out int written);
        Assert.Equal(expected, result.IsDone ? Convert.ToHexString(hash[..written]) : result.Position == 9 ? "17" : result.Position.ToString());
        Assert.Equal(OperationStatus.DestinationTooSmall, FtpHashParser.Parse(FtpTexts.Octets(text), algorithm, hash[..3], out _).Status);
    }

    [Theory]
    [InlineData(FtpHashAlgorithms.Crc32, "CRC32", 4)]
    [InlineData(FtpHashAlgorithms.Md5, "MD5", 16)]
    [InlineData(FtpHashAlgorithms.Sha1, "SHA-1", 20)]
    [InlineData(FtpHashAlgorithms.Sha256, "SHA-256", 32)]
    [InlineData(FtpHashAlgorithms.Sha384, "SHA-384", 48)]
    [InlineData(FtpHashAlgorithms.Sha512, "SHA-512", 64)]
    [InlineData(FtpHashAlgorithms.None, "", 0)]
    public void Algorithm_has_its_name_and_size(FtpHashAlgorithms algorithm, string name, int size)
    {
        Assert.Equal((name, size), (FtpTexts.Of(FtpHashNames.Bytes(algorithm)), FtpHashParser.SizeOf(algorithm)));
        Assert.Equal(algorithm, FtpHashNames.Find(FtpTexts.Octets(name.ToLowerInvariant())));
        byte[] hash = new byte[64];
        byte[] text = FtpTexts.Octets($"{name} 0-5 {new string('a', 2 * size)} a");
        Assert.Equal(size > 0, FtpHashParser.Parse(text, algorithm, hash, out int written).IsDone);
        Assert.Equal(size, written);
        FtpAllocation.IsNone(() => FtpHashParser.Parse(text, algorithm, hash, out _).IsDone == size > 0);
    }
}
