namespace HiPerf.Ftp;

/// <summary>Finds one entry: by MLST (RFC 3659 section 7), or in the listing of its folder where the server does not know that.</summary>
internal static class FtpEntryLookup
{
    /// <summary>Finds it; null where there is none.</summary>
    public static async ValueTask<FtpEntry?> FindAsync(FtpLink link, string path, InternetUrl root, CancellationToken cancellationToken)
    {
        var (folder, name) = Split(path);
        if (link.Features.Names == FtpFeatureNames.None || link.Features.Has(FtpFeatureNames.Mlst))
        {
            await link.EnterAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var control = link.Control;
                control.Write(FtpCommand.Mlst, path);
                var code = await control.ReceiveAsync(cancellationToken).ConfigureAwait(false);
                if (code == 550)
                {
                    return null;
                }

                if (!FtpFileFacts.IsUnknown(code))
                {
                    return code < 300 ? Read(link, new FtpFolderPlace(root, folder, link.LoginDirectory, control.Names), name) : throw control.Refused();
                }
            }
            finally
            {
                link.Turn.Leave();
            }
        }

        await foreach (var entry in FtpFolder.EnumerateAsync(link, folder, null, root, null, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Name == name)
            {
                return entry;
            }
        }

        return null;
    }

    // The name in the reply may be the one that was asked for, a whole path, or what a link leads to: the entry's own is the last of the path.
    private static (string Folder, string Name) Split(string path)
    {
        var trimmed = path.TrimEnd('/');
        var slash = trimmed.LastIndexOf('/');
        return trimmed.Length == 0 ? ("/", ".") : slash < 0 ? (string.Empty, trimmed) : (slash == 0 ? "/" : trimmed[..slash], trimmed[(slash + 1)..]);
    }

    private static FtpEntry Read(FtpLink link, FtpFolderPlace folder, string name)
    {
        var control = link.Control;
        var octets = control.ReplyOctets;
        var lines = control.Reply.LinesIn(octets);
        _ = lines.Next(out _, out _);
        _ = lines.Next(out _, out var text);
        var facts = text.In(octets).TrimStart((byte)' ');
        var space = facts.IndexOf((byte)' ');
        byte[] line = [.. space < 0 ? facts : facts[..space], (byte)' ', .. control.Names.Encode(name)];
        var parser = new FtpListingParser(FtpListingFormat.Mlsx);
        var limits = link.Options.ListingLimits;
        var result = parser.Parse(line, isFinal: true, out var entry, in limits);
        return result.IsDone && entry.Kind == FtpLineKind.Entry && control.Reply.LineCount > 2
            ? new FtpEntryMaker(control.Names, link.Options.ServerTimeOffset).Make(in entry, line, folder)
            : throw FtpErrors.Protocol(ParseResult.Invalid(ParseError.BadFact, 0), control.Phase, control.Key, "MLST");
    }
}
