namespace HiPerf.Ftp;

/// <summary>A server's answer to FEAT as a value.</summary>
/// <param name="Names">The features that are known here.</param>
/// <param name="Facts">The facts that MLST offers.</param>
/// <param name="SelectedFacts">Those of them that it sends unless OPTS MLST asks for others.</param>
/// <param name="Hashes">The algorithms that HASH offers.</param>
/// <param name="SelectedHash">The one that it uses unless OPTS HASH asks for another.</param>
/// <param name="UnknownCount">Features that are not known here.</param>
/// <remarks>RFC 2389 section 3.2, RFC 3659 section 7.8.</remarks>
public readonly record struct FtpFeatures(
    FtpFeatureNames Names, FtpFactNames Facts, FtpFactNames SelectedFacts, FtpHashAlgorithms Hashes, FtpHashAlgorithms SelectedHash, int UnknownCount)
{
    /// <summary>Whether all of these are offered.</summary>
    public bool Has(FtpFeatureNames names) => (Names & names) == names;
}
