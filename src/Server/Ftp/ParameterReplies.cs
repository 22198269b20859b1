using HiPerf.Ftp;

namespace HiPerf.Server;

/// <summary>The commands that ask what the server can do, or set how it does it.</summary>
internal static class ParameterReplies
{
    private const FtpFactNames Known = FtpFactNames.Type | FtpFactNames.Size | FtpFactNames.Modify | FtpFactNames.Perm;

    /// <summary>Answers one of them; whatever is not spoken here gets 502.</summary>
    public static void Answer(ReplySender replies, FileDialogue files, FtpCommand command, ReadOnlySpan<byte> argument)
    {
        switch (command)
        {
            case FtpCommand.Type:
                SetType(replies, files, argument);
                break;
            case FtpCommand.Mode:
                Choose(replies, argument, "S"u8);
                break;
            case FtpCommand.Stru:
                Choose(replies, argument, "F"u8);
                break;
            case FtpCommand.Syst:
                replies.Write(215, "UNIX Type: L8"u8);
                break;
            case FtpCommand.Feat:
                TellFeatures(replies);
                break;
            case FtpCommand.Opts:
                SetOption(replies, files, argument);
                break;
            case FtpCommand.Help:
                TellCommands(replies);
                break;
            case FtpCommand.Stat when argument.IsEmpty:
                replies.Write(211, files.IsText ? "No transfer is under way; TYPE A."u8 : "No transfer is under way; TYPE I."u8);
                break;
            case FtpCommand.Stat:
                replies.Write(504, "STAT takes no name: use MLST or LIST."u8);
                break;
            case FtpCommand.Allo or FtpCommand.Acct:
                replies.Write(202, "Not needed here."u8);
                break;
            default:
                replies.Write(502, "Not implemented."u8);
                break;
        }
    }

    // RFC 959 section 5.3.2; a form of print is the file's own.
    private static void SetType(ReplySender replies, FileDialogue files, ReadOnlySpan<byte> argument)
    {
        var isText = System.Text.Ascii.EqualsIgnoreCase(argument, "A"u8) || System.Text.Ascii.EqualsIgnoreCase(argument, "A N"u8);
        if (!isText && !System.Text.Ascii.EqualsIgnoreCase(argument, "I"u8) && !System.Text.Ascii.EqualsIgnoreCase(argument, "L 8"u8))
        {
            replies.Write(argument.IsEmpty ? 501 : 504, "The types are A and I."u8);
            return;
        }

        files.IsText = isText;
        replies.Write(200, "Done."u8);
    }

    private static void Choose(ReplySender replies, ReadOnlySpan<byte> argument, ReadOnlySpan<byte> only)
    {
        if (System.Text.Ascii.EqualsIgnoreCase(argument, only))
        {
            replies.Write(200, "Done."u8);
        }
        else
        {
            replies.Write(argument.IsEmpty ? 501 : 504, "That is not done here."u8);
        }
    }

    // RFC 2389 section 3. Names alone, and what is true of this server.
    private static void TellFeatures(ReplySender replies)
    {
        replies.WriteFirst(211, "Features:"u8);
        replies.WriteIndented("EPSV"u8);
        replies.WriteIndented("MDTM"u8);
        replies.WriteIndented("MLST type*;size*;modify*;perm*;"u8);
        replies.WriteIndented("REST STREAM"u8);
        replies.WriteIndented("SIZE"u8);
        replies.WriteIndented("TVFS"u8);
        replies.WriteIndented("UTF8"u8);
        replies.Write(211, "End."u8);
    }

    private static void TellCommands(ReplySender replies)
    {
        replies.WriteFirst(214, "Commands:"u8);
        replies.WriteIndented("ABOR ALLO CDUP CWD EPSV FEAT HELP LIST MDTM MLSD MLST MODE NLST NOOP"u8);
        replies.WriteIndented("OPTS PASS PASV PWD QUIT REST RETR SIZE STAT STRU SYST TYPE USER"u8);
        replies.Write(214, "End."u8);
    }

    private static void SetOption(ReplySender replies, FileDialogue files, ReadOnlySpan<byte> argument)
    {
        var space = argument.IndexOf((byte)' ');
        var name = space < 0 ? argument : argument[..space];
        var value = space < 0 ? default : argument[(space + 1)..];
        if (System.Text.Ascii.EqualsIgnoreCase(name, "UTF8"u8) && (value.IsEmpty || System.Text.Ascii.EqualsIgnoreCase(value, "ON"u8)))
        {
            replies.Write(200, "Names are UTF-8, always."u8);
        }
        else if (System.Text.Ascii.EqualsIgnoreCase(name, "MLST"u8))
        {
            SetFacts(replies, files, value);
        }
        else
        {
            replies.Write(501, "No such option."u8);
        }
    }

    // RFC 3659 section 7.9: facts that are not known are passed over, and the reply says which are set.
    private static void SetFacts(ReplySender replies, FileDialogue files, ReadOnlySpan<byte> list)
    {
        var facts = FtpFactNames.None;
        while (!list.IsEmpty)
        {
            var end = list.IndexOf((byte)';');
            facts |= FactOf(end < 0 ? list : list[..end]);
            list = end < 0 ? default : list[(end + 1)..];
        }

        files.Facts = facts;
        Span<byte> text = stackalloc byte[128];
        "MLST OPTS "u8.CopyTo(text);
        var length = 10;
        for (var bit = 1; bit <= (int)Known; bit <<= 1)
        {
            length += ((int)facts & bit) == 0 ? 0 : Copy(NameOf((FtpFactNames)bit), text[length..]);
        }

        replies.Write(200, text[..length]);
    }

    private static int Copy(ReadOnlySpan<byte> name, Span<byte> destination)
    {
        name.CopyTo(destination);
        return name.Length;
    }

    private static ReadOnlySpan<byte> NameOf(FtpFactNames fact) => fact switch
    {
        FtpFactNames.Type => "type;"u8,
        FtpFactNames.Size => "size;"u8,
        FtpFactNames.Modify => "modify;"u8,
        FtpFactNames.Perm => "perm;"u8,
        _ => default,
    };

    private static FtpFactNames FactOf(ReadOnlySpan<byte> name)
    {
        for (var bit = 1; bit <= (int)Known; bit <<= 1)
        {
            var known = NameOf((FtpFactNames)bit);
            if (!known.IsEmpty && System.Text.Ascii.EqualsIgnoreCase(name, known[..^1]))
            {
                return (FtpFactNames)bit;
            }
        }

        return FtpFactNames.None;
    }
}
