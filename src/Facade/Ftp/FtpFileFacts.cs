using System.Runtime.CompilerServices;
using System.Text;

namespace HiPerf.Ftp;

/// <summary>What a server says of one file: SIZE, MDTM, MFMT. RFC 3659, draft-somers-ftp-mfxx.</summary>
internal static class FtpFileFacts
{
    /// <summary>SIZE in binary type; null for no such file, and where the server does not know the command.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<long?> GetSizeAsync(FtpLink link, string path, CancellationToken cancellationToken)
    {
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var control = link.Control;
            var setsType = link.Type != FtpTransferType.Binary;
            if (setsType)
            {
                // Several servers tell no size in ASCII, where it would be another.
                control.Write(FtpCommand.Type, "I");
            }

            control.Write(FtpCommand.Size, path);
            if (setsType)
            {
                link.Type = await control.ReceiveAsync(cancellationToken).ConfigureAwait(false) < 300 ? FtpTransferType.Binary : null;
            }

            if (!IsTold(control, await control.ReceiveAsync(cancellationToken).ConfigureAwait(false)))
            {
                return null;
            }

            var result = SizeParser.Parse(control.Reply.Text.In(control.ReplyOctets), out var size);
            return result.IsDone ? size : throw FtpErrors.Protocol(result, control.Phase, control.Key, "SIZE");
        }
        finally
        {
            link.Turn.Leave();
        }
    }

    /// <summary>MDTM; null as for SIZE.</summary>
    public static async ValueTask<DateTimeOffset?> GetLastWriteTimeAsync(FtpLink link, string path, CancellationToken cancellationToken)
    {
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var control = link.Control;
            control.Write(FtpCommand.Mdtm, path);
            if (!IsTold(control, await control.ReceiveAsync(cancellationToken).ConfigureAwait(false)))
            {
                return null;
            }

            var text = control.Reply.Text.In(control.ReplyOctets);
            var result = TimeValParser.Parse(text.TrimEnd((byte)' '), out var time);
            return result.IsDone ? new DateTimeOffset(time.UtcTicks, TimeSpan.Zero) : throw FtpErrors.Protocol(result, control.Phase, control.Key, "MDTM");
        }
        finally
        {
            link.Turn.Leave();
        }
    }

    /// <summary>MFMT where it is offered or nothing is known; where it is not, or not known, MDTM with the time before the name.</summary>
    public static async ValueTask SetLastWriteTimeAsync(FtpLink link, string path, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var argument = $"{Format(time)} {path}";
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var control = link.Control;
            if (link.Features.Names == FtpFeatureNames.None || link.Features.Has(FtpFeatureNames.Mfmt))
            {
                control.Write(FtpCommand.Mfmt, argument);
                var code = await control.ReceiveAsync(cancellationToken).ConfigureAwait(false);
                if (code < 300)
                {
                    return;
                }

                if (!IsUnknown(code))
                {
                    throw control.Refused();
                }
            }

            control.Write(FtpCommand.Mdtm, argument);
            if (await control.ReceiveAsync(cancellationToken).ConfigureAwait(false) >= 300)
            {
                throw control.Refused();
            }
        }
        finally
        {
            link.Turn.Leave();
        }
    }

    /// <summary>Whether the server does not know the command, or not its argument.</summary>
    public static bool IsUnknown(int code) => code is >= 500 and <= 504;

    private static bool IsTold(FtpControl control, int code) => code == 213
        || (code != 550 && !IsUnknown(code) ? throw control.Refused() : false);

    private static string Format(DateTimeOffset time)
    {
        Span<byte> digits = stackalloc byte[TimeValWriter.MaxLength];

        // To the second: the form every server takes.
        _ = TimeValWriter.TryWrite(digits, time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), out var written);
        return Encoding.ASCII.GetString(digits[..written]);
    }
}
