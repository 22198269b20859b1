using HiPerf.Ftp;

namespace HiPerf.Core.Tests.Ftp;

public class FtpFeaturesParserTests
{
    [Fact]
    public void Features_are_read()
    {
        const string Text = "211-Features:\r\n AUTH TLS;SSL\r\n AUTH TLS\r\n  EPSV\r\n211-EPRT\r\n rest stream\r\n MLST Type*;Size*;Modify*;Perm;x*;\r\n HASH SHA-256*;SHA-1;SHA-384;MD5;x\r\n MODE Z\r\n MFMT\r\n UTF8\r\n LANG EN*\r\n XSHA1 a;b\r\n MMD5\r\n RANG STREAM\r\n FOO\r\n\r\n211 End\r\n";
        byte[] octets = FtpTexts.Octets(Text);
        FtpReply reply = default;
        Assert.True(FtpReplyParser.Parse(octets, ref reply, FtpLimits.Default).IsDone);
        Assert.Equal(ParseResult.Done(octets.Length - 2), FtpFeaturesParser.Parse(octets, in reply, out FtpFeatures features));
        Assert.Equal(
            FtpFeatureNames.AuthTls | FtpFeatureNames.AuthSsl | FtpFeatureNames.Epsv | FtpFeatureNames.Eprt | FtpFeatureNames.RestStream | FtpFeatureNames.Mlst | FtpFeatureNames.Hash
                | FtpFeatureNames.ModeZ | FtpFeatureNames.Mfmt | FtpFeatureNames.Utf8 | FtpFeatureNames.Lang | FtpFeatureNames.Xsha1 | FtpFeatureNames.Mmd5 | FtpFeatureNames.Rang,
            features.Names);
        Assert.Equal(FtpFactNames.Type | FtpFactNames.Size | FtpFactNames.Modify | FtpFactNames.Perm, features.Facts);
        Assert.Equal(FtpFactNames.Type | FtpFactNames.Size | FtpFactNames.Modify, features.SelectedFacts);
        Assert.Equal((FtpHashAlgorithms.Sha256 | FtpHashAlgorithms.Sha1 | FtpHashAlgorithms.Sha384 | FtpHashAlgorithms.Md5, FtpHashAlgorithms.Sha256, 1), (features.Hashes, features.SelectedHash, features.UnknownCount));
        Assert.True(features.Has(FtpFeatureNames.Epsv | FtpFeatureNames.Eprt));
        Assert.True(FtpReplyParser.Parse("211 none\r\n"u8, ref reply, FtpLimits.Default).IsDone);
        Assert.True(FtpFeaturesParser.Parse("211 none\r\n"u8, in reply, out features).IsDone);
        Assert.Equal(default, features);
        Assert.True(FtpReplyParser.Parse("500 none\r\n"u8, ref reply, FtpLimits.Default).IsDone);
        Assert.Equal(ParseResult.Invalid(ParseError.BadFeatureList, 0), FtpFeaturesParser.Parse("500 none\r\n"u8, in reply, out _));
    }

    [Fact]
    public void Nothing_is_allocated_for_what_is_read_or_refused()
    {
        byte[] octets = FtpTexts.Octets("211-Features:\r\n AUTH TLS;SSL\r\n MLST Type*;Size*;\r\n HASH SHA-256*;\r\n211 End\r\n");
        FtpAllocation.IsNone(() =>
        {
            FtpReply reply = default;
            return FtpReplyParser.Parse(octets, ref reply, FtpLimits.Default).IsDone && FtpFeaturesParser.Parse(octets, in reply, out _).IsDone;
        });
    }
}
