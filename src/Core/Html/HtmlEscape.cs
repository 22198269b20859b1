using System.Buffers;
using System.Text;

namespace HiPerf.Html;

/// <summary>Writes a text so that it is text in HTML, in an element as in an attribute of either quote, and so that nothing of it is hidden.</summary>
/// <remarks>
/// <para><c>&amp; &lt; &gt; " '</c> become references (HTML section 13.2.5: nothing else begins markup). Control characters become their pictures (U+2400 and on);
/// those of U+0080 to U+009F, what turns the direction of text, what ends lines, and noncharacters become U+FFFD.</para>
/// <para>Joiners, combining marks and spaces stay: scripts need them.</para>
/// </remarks>
internal static class HtmlEscape
{
    private const string Plain = " !#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

    private static readonly SearchValues<byte> s_octets = SearchValues.Create(Encoding.ASCII.GetBytes(Plain));

    private static readonly SearchValues<char> s_characters = SearchValues.Create(Plain);

    public static void Write(ref HtmlOutput output, in HtmlText text)
    {
        if (text.Characters.IsEmpty)
        {
            WriteOctets(ref output, text.Octets);
        }
        else
        {
            WriteCharacters(ref output, text.Characters);
        }
    }

    private static void WriteOctets(ref HtmlOutput output, ReadOnlySpan<byte> octets)
    {
        while (!octets.IsEmpty)
        {
            int plain = octets.IndexOfAnyExcept(s_octets);
            output.Append(plain < 0 ? octets : octets[..plain]);
            if (plain < 0)
            {
                return;
            }

            // What is no UTF-8 is answered by U+FFFD and by how many octets that stands for.
            _ = Rune.DecodeFromUtf8(octets[plain..], out Rune character, out int count);
            WriteCareful(ref output, character);
            octets = octets[(plain + count)..];
        }
    }

    private static void WriteCharacters(ref HtmlOutput output, ReadOnlySpan<char> characters)
    {
        while (!characters.IsEmpty)
        {
            int plain = characters.IndexOfAnyExcept(s_characters);
            output.AppendAscii(plain < 0 ? characters : characters[..plain]);
            if (plain < 0)
            {
                return;
            }

            _ = Rune.DecodeFromUtf16(characters[plain..], out Rune character, out int count);
            WriteCareful(ref output, character);
            characters = characters[(plain + count)..];
        }
    }

    private static void WriteCareful(ref HtmlOutput output, Rune character)
    {
        switch (character.Value)
        {
            case '&':
                output.Append("&amp;"u8);
                break;
            case '<':
                output.Append("&lt;"u8);
                break;
            case '>':
                output.Append("&gt;"u8);
                break;
            case '"':
                output.Append("&quot;"u8);
                break;
            case '\'':
                output.Append("&#39;"u8);
                break;
            case < 0x20:
                output.Append(new Rune(0x2400 + character.Value));
                break;
            case 0x7F:
                output.Append(new Rune(0x2421));
                break;
            default:
                output.Append(Misleads(character.Value) ? Rune.ReplacementChar : character);
                break;
        }
    }

    // U+061C, U+200E, U+200F, U+202A to U+202E and U+2066 to U+2069 turn the direction of what follows (Unicode annex 9); U+2028 and U+2029 end lines;
    // U+206A to U+206F, U+FEFF and U+FFF9 to U+FFFB are deprecated controls; noncharacters are an error of the page (HTML section 13.2.3.5).
    private static bool Misleads(int point) => point is (>= 0x80 and <= 0x9F) or 0x061C or 0x200E or 0x200F or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x206F)
        or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xFDD0 and <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE;
}
