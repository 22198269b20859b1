using System.Security.Cryptography;

namespace HiPerf.Ftp;

/// <summary>Compares the hash of what was copied with the server's.</summary>
internal static class CopyProof
{
    /// <summary>Asks for the server's and compares.</summary>
    /// <returns>What is proved; null when there is nothing to compare, or the server does not compute it for this file.</returns>
    /// <exception cref="FtpException">ContentCorrupt: they differ.</exception>
    public static async ValueTask<(FtpProof Proof, FtpHashAlgorithms Algorithm)?> OfHashAsync(FtpConnection connection, string remotePath, CopyDigest? digest,
        CancellationToken cancellationToken)
    {
        if (digest is null || await AskAsync(connection, remotePath, digest.Algorithm, cancellationToken).ConfigureAwait(false) is not { } hash)
        {
            return null;
        }

        return CryptographicOperations.FixedTimeEquals(hash.Value.Span, digest.Finish())
            ? (digest.Proof, digest.Algorithm)
            : throw CopyErrors.HashDiffers(digest.Algorithm, connection.Url);
    }

    /// <summary>Asks for a hash; null when the server has none for this file. A server that offers it and then refuses it proves nothing, and loses nothing.</summary>
    public static async ValueTask<FtpHash?> AskAsync(FtpConnection connection, string remotePath, FtpHashAlgorithms algorithm, CancellationToken cancellationToken)
    {
        try
        {
            var hash = await connection.GetHashAsync(remotePath, algorithm, cancellationToken).ConfigureAwait(false);
            return hash?.Algorithm == algorithm ? hash : null;
        }
        catch (FtpException e) when (e.ReplyCode is >= 400 and not 421 and not 530)
        {
            return null;
        }
    }
}
