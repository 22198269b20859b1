namespace HiPerf.Ftp;

/// <summary>Reads what a server says to FEAT.</summary>
/// <remarks>
/// <code>
/// 211-text CRLF 1*( SP feature-label [ SP feature-parms ] CRLF ) 211 text CRLF   /   211 text CRLF   ; no features
/// MLST parms = *( factname [ "*" ] ";" )        ; RFC 3659 section 7.8.1, the star marks what is sent unless asked otherwise
/// HASH parms = *( name [ "*" ] [ ";" ] )        ; draft-bryan-ftpext-hash
/// AUTH parms = *( name ";" )                    ; RFC 4217 section 6
/// </code>
/// RFC 2389 section 3.2. A feature line may begin with more spaces than one, or with <c>211-</c>, as some servers have it. Unknown features are counted.
/// </remarks>
public static class FtpFeaturesParser
{
    private const int FeatureCount = 35;

    /// <summary>Reads a whole reply.</summary>
    /// <param name="buffer">The buffer the reply was parsed from.</param>
    /// <param name="reply">A reply to FEAT.</param>
    /// <param name="features">What is offered; default unless Done.</param>
    /// <returns>Done: the reply is read. InvalidData: BadFeatureList at 0 where the reply is no 211.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> buffer, in FtpReply reply, out FtpFeatures features)
    {
        features = default;
        if (reply.Code != 211)
        {
            return ParseResult.Invalid(ParseError.BadFeatureList, 0);
        }

        FtpReplyLineReader lines = reply.LinesIn(buffer);
        _ = lines.Next(out FtpText line, out FtpText text);
        for (int i = 2; i < reply.LineCount && lines.Next(out line, out text); i++)
        {
            Read(text.In(buffer).Trim((byte)' '), ref features);
        }

        return ParseResult.Done(lines.Next(out line, out _) || reply.LineCount == 1 ? line.End : 0);
    }

    private static void Read(ReadOnlySpan<byte> feature, ref FtpFeatures features)
    {
        int space = feature.IndexOf((byte)' ');
        ReadOnlySpan<byte> label = space < 0 ? feature : feature[..space];
        ReadOnlySpan<byte> rest = space < 0 ? default : feature[(space + 1)..].Trim((byte)' ');
        if (label.IsEmpty)
        {
            return;
        }

        FtpFeatureNames name = Find(label, rest);
        features = features with { Names = features.Names | name, UnknownCount = features.UnknownCount + (name == FtpFeatureNames.None ? 1 : 0) };
        if (name == FtpFeatureNames.Mlst)
        {
            (FtpFactNames offered, FtpFactNames selected) = ReadFacts(rest);
            features = features with { Facts = offered, SelectedFacts = selected };
        }
        else if (name == FtpFeatureNames.Hash)
        {
            (FtpHashAlgorithms offered, FtpHashAlgorithms selected) = ReadHashes(rest);
            features = features with { Hashes = offered, SelectedHash = selected };
        }
    }

    /// <summary>Reads the facts of MLST in FEAT, or of a reply to OPTS MLST, where no star stands.</summary>
    /// <param name="text">Fact names, a semicolon behind each.</param>
    /// <returns>All that are known here; those with a star.</returns>
    public static (FtpFactNames Offered, FtpFactNames Selected) ReadFacts(ReadOnlySpan<byte> text)
    {
        var offered = FtpFactNames.None;
        var selected = FtpFactNames.None;
        while (NextName(ref text, out ReadOnlySpan<byte> name, out bool isSelected))
        {
            FtpFactNames fact = FtpFactTable.Find(name);
            offered |= fact;
            selected |= isSelected ? fact : FtpFactNames.None;
        }

        return (offered, selected);
    }

    private static (FtpHashAlgorithms Offered, FtpHashAlgorithms Selected) ReadHashes(ReadOnlySpan<byte> text)
    {
        var offered = FtpHashAlgorithms.None;
        var selected = FtpHashAlgorithms.None;
        while (NextName(ref text, out ReadOnlySpan<byte> name, out bool isSelected))
        {
            FtpHashAlgorithms algorithm = FtpHashNames.Find(name);
            offered |= algorithm;
            selected |= isSelected ? algorithm : FtpHashAlgorithms.None;
        }

        return (offered, selected);
    }

    private static bool NextName(ref ReadOnlySpan<byte> text, out ReadOnlySpan<byte> name, out bool isSelected)
    {
        int end = text.IndexOfAny((byte)';', (byte)' ');
        name = end < 0 ? text : text[..end];
        bool isThere = !text.IsEmpty;
        text = end < 0 ? default : text[(end + 1)..];
        isSelected = name.EndsWith("*"u8);
        name = isSelected ? name[..^1] : name;
        return isThere;
    }

    private static FtpFeatureNames Find(ReadOnlySpan<byte> label, ReadOnlySpan<byte> rest)
    {
        if (FtpOctets.Is(label, "AUTH"u8))
        {
            return ReadSchemes(rest);
        }

        if (FtpOctets.Is(label, "REST"u8))
        {
            return FtpOctets.Is(rest, "STREAM"u8) ? FtpFeatureNames.RestStream : FtpFeatureNames.None;
        }

        if (FtpOctets.Is(label, "MODE"u8))
        {
            return FtpOctets.Is(rest, "Z"u8) ? FtpFeatureNames.ModeZ : FtpFeatureNames.None;
        }

        if (FtpOctets.Is(label, "MLSD"u8))
        {
            return FtpFeatureNames.Mlst;
        }

        for (int i = 0; i < FeatureCount; i++)
        {
            if (FtpOctets.Is(label, Label((FtpFeatureNames)(1L << i))))
            {
                return (FtpFeatureNames)(1L << i);
            }
        }

        return FtpFeatureNames.None;
    }

    private static FtpFeatureNames ReadSchemes(ReadOnlySpan<byte> text)
    {
        var names = FtpFeatureNames.None;
        while (NextName(ref text, out ReadOnlySpan<byte> name, out _))
        {
            names |= FtpOctets.Is(name, "TLS"u8) || FtpOctets.Is(name, "TLS-C"u8) ? FtpFeatureNames.AuthTls : FtpOctets.Is(name, "SSL"u8) || FtpOctets.Is(name, "TLS-P"u8) ? FtpFeatureNames.AuthSsl : FtpFeatureNames.None;
        }

        return names;
    }

    // Those with a second word, or several names, are found by Find.
    private static ReadOnlySpan<byte> Label(FtpFeatureNames name) => name switch
    {
        FtpFeatureNames.Pbsz => "PBSZ"u8,
        FtpFeatureNames.Prot => "PROT"u8,
        FtpFeatureNames.Ccc => "CCC"u8,
        FtpFeatureNames.Eprt => "EPRT"u8,
        FtpFeatureNames.Epsv => "EPSV"u8,
        FtpFeatureNames.Size => "SIZE"u8,
        FtpFeatureNames.Mdtm => "MDTM"u8,
        FtpFeatureNames.Mlst => "MLST"u8,
        FtpFeatureNames.Tvfs => "TVFS"u8,
        FtpFeatureNames.Utf8 => "UTF8"u8,
        FtpFeatureNames.Lang => "LANG"u8,
        FtpFeatureNames.Host => "HOST"u8,
        FtpFeatureNames.Hash => "HASH"u8,
        FtpFeatureNames.Mfmt => "MFMT"u8,
        FtpFeatureNames.Mfct => "MFCT"u8,
        FtpFeatureNames.Mff => "MFF"u8,
        FtpFeatureNames.Clnt => "CLNT"u8,
        FtpFeatureNames.Pret => "PRET"u8,
        FtpFeatureNames.Avbl => "AVBL"u8,
        FtpFeatureNames.Csid => "CSID"u8,
        FtpFeatureNames.Xcrc => "XCRC"u8,
        FtpFeatureNames.Xmd5 => "XMD5"u8,
        FtpFeatureNames.Xsha => "XSHA"u8,
        FtpFeatureNames.Xsha256 => "XSHA256"u8,
        FtpFeatureNames.Xsha512 => "XSHA512"u8,
        FtpFeatureNames.Md5 => "MD5"u8,
        FtpFeatureNames.Site => "SITE"u8,
        FtpFeatureNames.Comb => "COMB"u8,
        FtpFeatureNames.Xsha1 => "XSHA1"u8,
        FtpFeatureNames.Mmd5 => "MMD5"u8,
        FtpFeatureNames.Rang => "RANG"u8,
        _ => default,
    };
}
