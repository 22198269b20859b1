using HiPerf.Generators.Hashing;

namespace HiPerf.Generators.Tests.Hashing;

public class AesRoundTests
{
    // FIPS 197 appendix B: the first two rounds of its example.
    [Theory]
    [InlineData("193de3bea0f4e22b9ac68d2ae9f84808", "a0fafe1788542cb123a339392a6c7605", "a49c7ff2689f352b6b5bea43026a5049")]
    [InlineData("a49c7ff2689f352b6b5bea43026a5049", "f2c295f27a96b9435935807a7359f67f", "aa8f5f0361dde3ef82d24ad26832469a")]
    public void Apply_is_the_round_of_the_standard(string state, string key, string next) =>
        Assert.Equal(next, Convert.ToHexStringLower(AesRound.Apply(Convert.FromHexString(state), Convert.FromHexString(key))));
}
