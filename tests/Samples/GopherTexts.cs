namespace HiPerf.Samples;

/// <summary>Texts as they are sent, and what they say. RFC 1436 appendix.</summary>
public static class GopherTexts
{
    /// <summary>The octets; the text; whether it ends in a line of a dot alone; octets behind that.</summary>
    public static IReadOnlyList<(string Sent, string Text, bool Terminated, int Behind)> All { get; } =
    [
        ("", "", false, 0),
        (".\r\n", "", true, 0),
        (".", "", true, 0),
        (".\r", "", true, 0),
        (".\n", "", true, 0),
        ("a\r\n.\r\n", "a\r\n", true, 0),
        ("a\n.\n", "a\n", true, 0),
        ("a\r\nb\r\n", "a\r\nb\r\n", false, 0),
        ("a\r\nb", "a\r\nb", false, 0),
        ("..\r\n...\r\n..a\r\n.\r\n", ".\r\n..\r\n.a\r\n", true, 0),
        ("a.\r\n.\r\n", "a.\r\n", true, 0),
        (".profile\r\n.\r\n", ".profile\r\n", true, 0),
        (". \r\n.\r\n", ". \r\n", true, 0),
        (".\ra\r\n.\r\n", ".\ra\r\n", true, 0),
        ("\r\n\r\n.\r\n", "\r\n\r\n", true, 0),
        ("a\r\n.\r\nb\r\n", "a\r\n", true, 3),
        ("\0\u00FF\r\n.\r\n", "\0\u00FF\r\n", true, 0),
    ];
}
