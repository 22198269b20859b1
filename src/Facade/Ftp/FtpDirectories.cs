using System.Buffers;

namespace HiPerf.Ftp;

/// <summary>The current directory: PWD, and the path name in its reply.</summary>
internal static class FtpDirectories
{
    /// <summary>Asks for the current directory.</summary>
    public static async ValueTask<string> GetAsync(FtpLink link, CancellationToken cancellationToken)
    {
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var control = link.Control;
            control.Write(FtpCommand.Pwd);
            if (await control.ReceiveAsync(cancellationToken).ConfigureAwait(false) != 257)
            {
                throw control.Refused();
            }

            return ReadPath(control, out var result) ?? throw FtpErrors.Protocol(result, control.Phase, control.Key, "PWD");
        }
        finally
        {
            link.Turn.Leave();
        }
    }

    /// <summary>Reads the path name in the reply that came last, a 257; null where there is none.</summary>
    public static string? ReadPath(FtpControl control, out ParseResult result)
    {
        var text = control.Reply.Text.In(control.ReplyOctets);
        var rented = ArrayPool<byte>.Shared.Rent(2 * text.Length);
        try
        {
            var plain = rented.AsSpan(0, text.Length);
            _ = TelnetText.TryUnescape(text, plain, out var length);
            plain = plain[..length];
            result = QuotedPathParser.Parse(plain, out var path);
            if (!result.IsDone)
            {
                return null;
            }

            _ = QuotedPathParser.TryUnquote(path.In(plain), rented.AsSpan(text.Length), out var written);
            return control.Names.Decode(rented.AsSpan(text.Length, written));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
