using System.Text;

namespace HiPerf.Http;

/// <summary>What a Content-Disposition field says: offsets into the field value it was read from.</summary>
/// <remarks>RFC 6266. The file name is a peer's: make it safe by <see cref="SafeFileName"/> before it names a file.</remarks>
/// <param name="Type">What is to be done with the content.</param>
/// <param name="TypeText">The type as it stands.</param>
/// <param name="FileName">The parameter filename.</param>
/// <param name="ExtFileName">The parameter <c>filename*</c>.</param>
public readonly record struct ContentDisposition(DispositionType Type, FieldText TypeText, FieldText FileName, FieldText ExtFileName)
{
    /// <summary>Whether any file name is given.</summary>
    public bool HasFileName => FileName.IsPresent || ExtFileName.IsPresent;

    /// <summary>Decodes the file name: that of <c>filename*</c>, or that of filename where there is no other, or its encoding is unknown, or it is not of its encoding.</summary>
    /// <param name="value">The field value it was read from.</param>
    /// <param name="destination">Takes the characters; as many as the field has octets are always enough. Any character can come out, NUL and slashes too.</param>
    /// <param name="written">Characters written; 0 when there is no name or it did not fit.</param>
    /// <returns>False when there is no name that can be decoded, or the destination is too short.</returns>
    /// <remarks>RFC 6266 section 4.3. Octets above 0x7F in filename are UTF-8 where all of them are, else ISO-8859-1.</remarks>
    public bool TryGetFileName(ReadOnlySpan<byte> value, Span<char> destination, out int written)
    {
        written = 0;
        if (ExtFileName.IsPresent)
        {
            ReadOnlySpan<byte> octets = ExtFileName.In(value);
            if (ExtValueParser.Parse(octets, out ExtValue text).IsDone)
            {
                ParseResult result = text.Decode(octets, destination, out written);
                if (result.IsDone)
                {
                    return true;
                }

                if (result.Error == ParseError.TextTooLong)
                {
                    return false;
                }
            }
        }

        return FileName.IsPresent
            && (TryDecode(FileName.In(value), utf8: true, destination, out written) || TryDecode(FileName.In(value), utf8: false, destination, out written));
    }

    private bool TryDecode(ReadOnlySpan<byte> octets, bool utf8, Span<char> destination, out int written)
    {
        written = 0;
        int length = 0;
        var assembler = default(Utf8Assembler);
        for (int at = 0; at < octets.Length; at++)
        {
            // The parser has seen that an octet follows every backslash of a quoted-string.
            if (octets[at] == (byte)'\\' && FileName.Form == FieldTextForm.EscapedString)
            {
                at++;
            }

            int point = utf8 ? assembler.Push(octets[at]) : octets[at];
            if (point == Utf8Assembler.Invalid)
            {
                return false;
            }

            if (point >= 0)
            {
                if (!new Rune(point).TryEncodeToUtf16(destination[length..], out int count))
                {
                    return false;
                }

                length += count;
            }
        }

        if (assembler.IsWithin)
        {
            return false;
        }

        written = length;
        return true;
    }
}
