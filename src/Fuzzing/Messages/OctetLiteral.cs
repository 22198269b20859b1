using System.Globalization;
using System.Text;

namespace HiPerf.Fuzzing;

/// <summary>Prints octets as a C# expression, so that a falsified case is pasted into a test as it stands.</summary>
public static class OctetLiteral
{
    /// <summary>Prints octets.</summary>
    /// <param name="octets">Any octets.</param>
    /// <returns>A UTF-8 literal where all octets are ASCII, else a call of <c>Encoding.Latin1.GetBytes</c>.</returns>
    public static string Of(ReadOnlySpan<byte> octets) => Of(Encoding.Latin1.GetString(octets));

    /// <summary>Prints octets given as text.</summary>
    /// <param name="wire">One character of U+0000 to U+00FF an octet.</param>
    /// <returns>A UTF-8 literal where all octets are ASCII, else a call of <c>Encoding.Latin1.GetBytes</c>.</returns>
    public static string Of(string wire)
    {
        ArgumentNullException.ThrowIfNull(wire);
        return System.Text.Ascii.IsValid(wire) ? Quote(wire) + "u8" : $"Encoding.Latin1.GetBytes({Quote(wire)})";
    }

    private static string Quote(string wire)
    {
        var literal = new StringBuilder(wire.Length + 2).Append('"');
        foreach (char octet in wire)
        {
            // \u has always four digits; \x would swallow the hexadecimal digits that follow it.
            _ = octet switch
            {
                '\r' => literal.Append("\\r"),
                '\n' => literal.Append("\\n"),
                '\t' => literal.Append("\\t"),
                '"' => literal.Append("\\\""),
                '\\' => literal.Append("\\\\"),
                >= ' ' and < '\u007F' => literal.Append(octet),
                _ => literal.Append("\\u").Append(((int)octet).ToString("X4", CultureInfo.InvariantCulture)),
            };
        }

        return literal.Append('"').ToString();
    }
}
