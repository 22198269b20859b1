using System.Buffers;

namespace HiPerf.Http1;

/// <summary>Which octets and characters a caller may put into a head, and the throwing checks of the writers.</summary>
/// <remarks>RFC 9110 sections 5.5 and 5.6.2, RFC 9112 sections 3 and 4. Characters above 0xFF have no octet: they are refused, never narrowed.</remarks>
internal static class FieldOctets
{
    private static readonly SearchValues<byte> s_token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static readonly SearchValues<byte> s_control = SearchValues.Create(Controls());

    private static readonly SearchValues<char> s_text = SearchValues.Create(Text());

    // Everything RFC 3986 lets stand in a URI but "#", and what browsers leave as it is (WHATWG URL: [ ] \ ^ ` { | }).
    private static readonly SearchValues<byte> s_target =
        SearchValues.Create("!$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    public static bool IsToken(byte octet) => s_token.Contains(octet);

    public static bool IsToken(ReadOnlySpan<byte> octets) => !octets.IsEmpty && !octets.ContainsAnyExcept(s_token);

    public static bool IsTarget(ReadOnlySpan<byte> octets) => !octets.IsEmpty && !octets.ContainsAnyExcept(s_target);

    /// <summary>Whether all octets are HTAB, SP, VCHAR or obs-text.</summary>
    public static bool IsText(ReadOnlySpan<byte> octets) => !octets.ContainsAny(s_control);

    /// <summary>Whether all characters stand for octets that are HTAB, SP, VCHAR or obs-text.</summary>
    public static bool IsText(ReadOnlySpan<char> characters) => !characters.ContainsAnyExcept(s_text);

    private static byte[] Controls()
    {
        byte[] controls = new byte[32];
        int count = 0;
        for (int octet = 0; octet < 0x20; octet++)
        {
            if (octet != '\t')
                controls[count++] = (byte)octet;
        }

        controls[count] = 0x7F;
        return controls;
    }

    private static char[] Text()
    {
        var text = new char[0x100 - 32];
        int count = 0;
        for (int character = 0; character <= 0xFF; character++)
        {
            if (character is '\t' or (>= 0x20 and not 0x7F))
                text[count++] = (char)character;
        }

        return text;
    }
}
