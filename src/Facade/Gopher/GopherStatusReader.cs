using System.Text;

namespace HiPerf.Gopher;

/// <summary>Reads how an answer by Gopher+ begins: its status line, and the whole of an error.</summary>
/// <remarks>Gopher+ section 2.3. An answer that begins without the line is refused: who asks by Gopher+ was told by the server, or the caller, that it has it.</remarks>
internal sealed class GopherStatusReader
{
    // Of an error, what a person reads; more is read over.
    private const int MostOfError = 8 * 1024;

    private GopherStatusLine? _error;

    /// <summary>Reads what came so far.</summary>
    /// <param name="window">The answer; without its status line when true.</param>
    /// <param name="isFinal">Whether the connection has ended.</param>
    /// <param name="key">With whom.</param>
    /// <param name="line">The status line.</param>
    /// <returns>False when octets are missing.</returns>
    /// <exception cref="GopherException">The answer is an error, or none by Gopher+.</exception>
    public bool TryRead(GopherWindow window, bool isFinal, ConnectionKey key, out GopherStatusLine line)
    {
        line = default;
        if (_error is null)
        {
            var result = GopherStatusLineParser.Parse(window.Octets, out line);
            if (result.NeedsMoreData)
            {
                return isFinal ? throw GopherErrors.Truncated(0, window.Length, InternetPhase.ReceivingHead, key) : false;
            }

            if (!result.IsDone)
            {
                throw GopherErrors.Protocol(result, InternetPhase.ReceivingHead, key);
            }

            window.Consume(result.Consumed);
            if (!line.IsError)
            {
                return true;
            }

            _error = line;
        }

        if (IsWhole(_error.Value, window, isFinal))
        {
            throw Answered(_error.Value, window.Octets, key);
        }

        return false;
    }

    private static bool IsWhole(GopherStatusLine status, GopherWindow window, bool isFinal) =>
        isFinal || window.Length >= MostOfError
        || (status.Framing == GopherFraming.Counted && window.Length >= status.Length)
        || (status.Framing == GopherFraming.DotTerminated && EndsInDot(window.Octets));

    private static bool EndsInDot(ReadOnlySpan<byte> octets) => octets.IndexOf("\n.\r\n"u8) >= 0 || octets.IndexOf("\n.\n"u8) >= 0 || octets.StartsWith(".\r\n"u8);

    private static GopherException Answered(GopherStatusLine status, ReadOnlySpan<byte> octets, ConnectionKey key)
    {
        var text = new byte[Math.Min(octets.Length, MostOfError)];
        octets = octets[..(int)Math.Min(text.Length, status.Framing == GopherFraming.Counted ? status.Length : text.Length)];
        var length = octets.Length;
        if (status.Framing == GopherFraming.DotTerminated)
        {
            var decoder = default(GopherTextDecoder);
            _ = decoder.Decode(octets, text, isFinal: true, out _, out length);
        }
        else
        {
            octets.CopyTo(text);
        }

        var told = text.AsSpan(0, length);
        var end = told.IndexOf((byte)'\n');
        var first = (end < 0 ? told : told[..end]).TrimEnd((byte)'\r');
        var reason = end < 0 ? [] : told[(end + 1)..];
        var result = GopherErrorParser.Parse(first, out var error);
        return result.IsDone
            ? GopherErrors.Answered(error.Code, Administrator(error.Administrator, first), Words(reason), key)
            : GopherErrors.Protocol(result, InternetPhase.ReceivingHead, key);
    }

    private static string? Administrator(GopherAdministrator administrator, ReadOnlySpan<byte> line)
    {
        var (comment, email) = (Words(administrator.Comment.In(line)), Words(administrator.Email.In(line)));
        return email.Length == 0 ? (comment.Length == 0 ? null : comment) : comment.Length == 0 ? $"<{email}>" : $"{comment} <{email}>";
    }

    // An error names no charset and is short: UTF-8 where it is that, else ISO-8859-1, which reads anything.
    private static string Words(ReadOnlySpan<byte> octets)
    {
        octets = octets.TrimEnd("\r\n"u8);
        return System.Text.Unicode.Utf8.IsValid(octets) ? Encoding.UTF8.GetString(octets) : Encoding.Latin1.GetString(octets);
    }
}
