using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp.Copying;

public class CopyDigestTests
{
    [Theory]
    [InlineData(FtpHashAlgorithms.Crc32, "cbf43926", FtpProof.Checksum)]
    [InlineData(FtpHashAlgorithms.Md5, "25f9e794323b453885f5181f1b624d0b", FtpProof.Checksum)]
    [InlineData(FtpHashAlgorithms.Sha1, "f7c3bc1d808e04732adf679965ccc34ca7ae3441", FtpProof.Checksum)]
    [InlineData(FtpHashAlgorithms.Sha256, "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225", FtpProof.Hash)]
    [InlineData(FtpHashAlgorithms.Sha512, "d9e6762dd1c8eaf6d61b3c6192fc408d4d6d5f1176d0c29169bc24e71c3f274ad27fcd5811b313d681f7e55ec02d73d499c95455b6b5bb503acf574fba8ffe85", FtpProof.Hash)]
    public void Value_is_the_algorithms_own_however_it_is_appended(FtpHashAlgorithms algorithm, string expected, FtpProof proof)
    {
        var octets = Encoding.ASCII.GetBytes("123456789");
        for (var cut = 0; cut <= octets.Length; cut++)
        {
            using var digest = new CopyDigest(algorithm);
            digest.Append(octets.AsSpan(0, cut));
            digest.Append(octets.AsSpan(cut));

            Assert.Equal((expected, proof), (Convert.ToHexStringLower(digest.Finish()), digest.Proof));
        }
    }

    [Theory]
    [InlineData(FtpHashAlgorithms.None, FtpHashAlgorithms.None)]
    [InlineData(FtpHashAlgorithms.Crc32 | FtpHashAlgorithms.Sha1, FtpHashAlgorithms.Sha1)]
    [InlineData(FtpHashAlgorithms.Md5 | FtpHashAlgorithms.Sha256, FtpHashAlgorithms.Sha256)]
    [InlineData(FtpHashAlgorithms.Sha384 | FtpHashAlgorithms.Sha256, FtpHashAlgorithms.Sha384)]
    [InlineData((FtpHashAlgorithms)~0, FtpHashAlgorithms.Sha512)]
    public void Strongest_of_a_set_is_chosen(FtpHashAlgorithms offered, FtpHashAlgorithms strongest) => Assert.Equal(strongest, CopyDigest.Strongest(offered));

    [Fact]
    public async Task Count_ends_what_is_appended_from_a_stream()
    {
        using var digest = new CopyDigest(FtpHashAlgorithms.Crc32);

        Assert.Equal(9, await digest.AppendAsync(new MemoryStream(Encoding.ASCII.GetBytes("123456789rest")), 9, TestContext.Current.CancellationToken));

        Assert.Equal("cbf43926", Convert.ToHexStringLower(digest.Finish()));
    }
}
