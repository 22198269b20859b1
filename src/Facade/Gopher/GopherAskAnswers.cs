using System.Buffers;
using System.Globalization;
using System.Text;

namespace HiPerf.Gopher;

/// <summary>Writes the data block that answers an ASK form: each answer a line, in the order of the questions.</summary>
/// <remarks>
/// <code>
/// data-block = "+-1" CRLF *answer "." CRLF
/// answer     = line CRLF / count CRLF *( line CRLF )
/// </code>
/// Gopher+ sections 2.3 and 2.8. An answer that holds a line end is one of several lines (AskL, ChooseF): their count goes before them, and a line end at its own end begins no further line. A line that begins with a dot is
/// stuffed, as in any text that a dot ends.
/// </remarks>
internal static class GopherAskAnswers
{
    private static readonly SearchValues<char> s_unsendable = SearchValues.Create("\0\r");

    /// <summary>Writes the block behind the request that announces it.</summary>
    /// <param name="output">Takes the block, once all of it was looked at.</param>
    /// <param name="answers">The answers, as UTF-8.</param>
    /// <exception cref="ArgumentException">One of them is null, or holds a NUL, a CR that ends no line, or half of a surrogate pair.</exception>
    public static void Write(IBufferWriter<byte> output, IReadOnlyList<string> answers)
    {
        byte[] lines = GopherLocatorText.Utf8(Lines(answers), nameof(answers));
        Put(output, "+-1\r\n"u8);
        var encoder = new GopherTextEncoder(endsLines: true);
        Span<byte> stuffed = output.GetSpan((2 * lines.Length) + 8);
        _ = encoder.Encode(lines, stuffed, out _, out int written);
        _ = encoder.TryComplete(stuffed[written..], out int end);
        output.Advance(written + end);
    }

    private static string Lines(IReadOnlyList<string> answers)
    {
        var lines = new StringBuilder();
        foreach (string? answer in answers)
        {
            string text = answer?.Replace("\r\n", "\n", StringComparison.Ordinal) ?? throw new ArgumentException("An answer is null.", nameof(answers));
            if (text.AsSpan().ContainsAny(s_unsendable))
            {
                throw new ArgumentException("An answer holds a NUL, or a CR that ends no line (Gopher+ section 2.8).", nameof(answers));
            }

            if (text.Contains('\n'))
            {
                text = text.EndsWith('\n') ? text[..^1] : text;
                lines.Append(CultureInfo.InvariantCulture, $"{text.AsSpan().Count('\n') + 1}\n");
            }

            lines.Append(text).Append('\n');
        }

        return lines.ToString();
    }

    private static void Put(IBufferWriter<byte> output, ReadOnlySpan<byte> octets)
    {
        octets.CopyTo(output.GetSpan(octets.Length));
        output.Advance(octets.Length);
    }
}
