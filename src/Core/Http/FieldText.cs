namespace HiPerf.Http;

/// <summary>Where a token or the inside of a quoted-string stands in a field value: plain data, valid after the buffer moves.</summary>
/// <param name="Start">Offset of the first octet; behind the opening quote of a quoted-string.</param>
/// <param name="Length">Octets, escapes counted, quotes not.</param>
/// <param name="Form">How it is written; None when it is not there.</param>
/// <remarks>RFC 9110 sections 5.6.2 and 5.6.4.</remarks>
public readonly record struct FieldText(int Start, int Length, FieldTextForm Form)
{
    /// <summary>Whether there is any, be it empty.</summary>
    public bool IsPresent => Form != FieldTextForm.None;

    /// <summary>Offset of the octet behind the text; in a quoted-string that of the closing quote.</summary>
    public int End => Start + Length;

    /// <summary>The octets as they stand, escapes included.</summary>
    /// <param name="value">The field value it was read from.</param>
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> value) => value.Slice(Start, Length);

    /// <summary>Copies the text without its escapes.</summary>
    /// <param name="value">The field value it was read from.</param>
    /// <param name="destination">At most <see cref="Length"/> octets are needed.</param>
    /// <param name="written">Octets of the text, 0 when it did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    public bool TryUnescape(ReadOnlySpan<byte> value, Span<byte> destination, out int written)
    {
        ReadOnlySpan<byte> text = In(value);
        written = 0;
        if (Form != FieldTextForm.EscapedString)
        {
            if (!text.TryCopyTo(destination))
            {
                return false;
            }

            written = text.Length;
            return true;
        }

        int count = 0;
        while (!text.IsEmpty)
        {
            int escape = text.IndexOf((byte)'\\');
            int plain = escape < 0 ? text.Length : escape;
            if (!text[..plain].TryCopyTo(destination[count..]))
            {
                return false;
            }

            count += plain;
            if (escape < 0)
            {
                break;
            }

            if (count == destination.Length)
            {
                return false;
            }

            destination[count++] = text[escape + 1];
            text = text[(escape + 2)..];
        }

        written = count;
        return true;
    }

    /// <summary>Whether the text without its escapes is another.</summary>
    /// <param name="value">The field value it was read from.</param>
    /// <param name="text">What to compare with.</param>
    public bool EqualsIn(ReadOnlySpan<byte> value, ReadOnlySpan<byte> text) => Compare(value, text, ignoreCase: false);

    /// <summary>Whether the text without its escapes is another, whatever the case of ASCII letters.</summary>
    /// <param name="value">The field value it was read from.</param>
    /// <param name="text">What to compare with.</param>
    public bool EqualsIgnoreCaseIn(ReadOnlySpan<byte> value, ReadOnlySpan<byte> text) => Compare(value, text, ignoreCase: true);

    private bool Compare(ReadOnlySpan<byte> value, ReadOnlySpan<byte> text, bool ignoreCase)
    {
        ReadOnlySpan<byte> own = In(value);
        while (Form == FieldTextForm.EscapedString && own.IndexOf((byte)'\\') is var escape and >= 0)
        {
            if (text.Length <= escape || !Same(own[..escape], text[..escape], ignoreCase) || !Same(own.Slice(escape + 1, 1), text.Slice(escape, 1), ignoreCase))
            {
                return false;
            }

            own = own[(escape + 2)..];
            text = text[(escape + 1)..];
        }

        return Same(own, text, ignoreCase);
    }

    // Octets above 0x7F are compared as they are: Ascii.EqualsIgnoreCase finds them equal to nothing, not even to themselves.
    private static bool Same(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, bool ignoreCase)
    {
        if (!ignoreCase || left.Length != right.Length)
        {
            return left.SequenceEqual(right);
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i] && ((left[i] ^ right[i]) != 0x20 || !char.IsAsciiLetter((char)left[i])))
            {
                return false;
            }
        }

        return true;
    }
}
