using System.Text;

namespace HiPerf.Ftp;

/// <summary>A file's hash as the server computes it: by HASH (draft-bryan-ftpext-hash), else by the X commands, which no document defines.</summary>
internal static class FtpHashing
{
    private const FtpHashAlgorithms All = (FtpHashAlgorithms)~0;

    // Strongest first.
    private static readonly FtpHashAlgorithms[] s_order =
        [FtpHashAlgorithms.Sha512, FtpHashAlgorithms.Sha384, FtpHashAlgorithms.Sha256, FtpHashAlgorithms.Sha1, FtpHashAlgorithms.Md5, FtpHashAlgorithms.Crc32];

    private static readonly (FtpFeatureNames Feature, FtpHashAlgorithms Algorithm, FtpCommand Command)[] s_commands =
    [
        (FtpFeatureNames.Xsha512, FtpHashAlgorithms.Sha512, FtpCommand.Xsha512), (FtpFeatureNames.Xsha256, FtpHashAlgorithms.Sha256, FtpCommand.Xsha256),
        (FtpFeatureNames.Xsha, FtpHashAlgorithms.Sha1, FtpCommand.Xsha), (FtpFeatureNames.Xsha1, FtpHashAlgorithms.Sha1, FtpCommand.Xsha1),
        (FtpFeatureNames.Xmd5, FtpHashAlgorithms.Md5, FtpCommand.Xmd5), (FtpFeatureNames.Md5, FtpHashAlgorithms.Md5, FtpCommand.Md5),
        (FtpFeatureNames.Xcrc, FtpHashAlgorithms.Crc32, FtpCommand.Xcrc),
    ];

    /// <summary>The algorithms a server can be asked for.</summary>
    public static FtpHashAlgorithms Offered(in FtpFeatures features)
    {
        var offered = features.Has(FtpFeatureNames.Hash) ? features.Hashes : FtpHashAlgorithms.None;
        foreach (var (feature, algorithm, _) in s_commands)
        {
            offered |= features.Has(feature) ? algorithm : FtpHashAlgorithms.None;
        }

        return offered;
    }

    /// <summary>Asks for the strongest hash among those given that the server offers; null when there is none.</summary>
    public static ValueTask<FtpHash?> GetAsync(FtpLink link, string path, FtpHashAlgorithms algorithms, CancellationToken cancellationToken)
    {
        var possible = Offered(link.Features) & (algorithms == FtpHashAlgorithms.None ? All : algorithms);
        var algorithm = Array.Find(s_order, one => (possible & one) != 0);
        return algorithm == FtpHashAlgorithms.None ? new ValueTask<FtpHash?>((FtpHash?)null) : AskAsync(link, path, algorithm, cancellationToken);
    }

    private static async ValueTask<FtpHash?> AskAsync(FtpLink link, string path, FtpHashAlgorithms algorithm, CancellationToken cancellationToken)
    {
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var control = link.Control;
            if (link.Features.Has(FtpFeatureNames.Hash) && (link.Features.Hashes & algorithm) != 0)
            {
                await SelectAsync(link, algorithm, cancellationToken).ConfigureAwait(false);
                control.Write(FtpCommand.Hash, path);
            }
            else
            {
                control.Write(CommandOf(link.Features, algorithm), path);
            }

            if (await control.ReceiveAsync(cancellationToken).ConfigureAwait(false) >= 300)
            {
                throw control.Refused();
            }

            return Read(control, algorithm);
        }
        finally
        {
            link.Turn.Leave();
        }
    }

    private static async ValueTask SelectAsync(FtpLink link, FtpHashAlgorithms algorithm, CancellationToken cancellationToken)
    {
        if (link.SelectedHash == algorithm)
        {
            return;
        }

        link.SelectedHash = FtpHashAlgorithms.None;
        link.Control.Write(FtpCommand.Opts, "HASH " + Encoding.ASCII.GetString(FtpHashNames.Bytes(algorithm)));
        if (await link.Control.ReceiveAsync(cancellationToken).ConfigureAwait(false) >= 300)
        {
            throw link.Control.Refused();
        }

        link.SelectedHash = algorithm;
    }

    private static FtpHash Read(FtpControl control, FtpHashAlgorithms algorithm)
    {
        // Of several lines the last but one holds it, or the first: whichever has a word that is one.
        var octets = control.ReplyOctets;
        var value = new byte[FtpHashParser.SizeOf(algorithm)];
        ParseResult result = default;
        for (var lines = control.Reply.LinesIn(octets); lines.Next(out _, out var text);)
        {
            result = FtpHashParser.Parse(text.In(octets), algorithm, value, out _);
            if (result.IsDone)
            {
                return new FtpHash(algorithm, value);
            }
        }

        throw FtpErrors.Protocol(result, control.Phase, control.Key, FtpCommands.Text(control.Answer.Command));
    }

    private static FtpCommand CommandOf(in FtpFeatures features, FtpHashAlgorithms algorithm)
    {
        foreach (var (feature, its, command) in s_commands)
        {
            if (its == algorithm && features.Has(feature))
            {
                return command;
            }
        }

        return FtpCommand.Hash;
    }
}
