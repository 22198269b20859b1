namespace HiPerf.Server;

/// <summary>Reads If-None-Match and If-Range: entity tags.</summary>
/// <remarks>
/// <code>
/// If-None-Match = "*" / #entity-tag
/// entity-tag    = [ "W/" ] DQUOTE *etagc DQUOTE
/// etagc         = %x21 / %x23-7E / obs-text
/// </code>
/// RFC 9110 sections 8.8.3 and 13.1.2. A list that breaks the grammar matches up to where it breaks.
/// </remarks>
internal static class EntityTagList
{
    /// <summary>Whether a list holds a tag, or is an asterisk.</summary>
    /// <param name="list">The field's value.</param>
    /// <param name="tag">The tag of the file, quotes included, strong.</param>
    /// <param name="strongly">Whether a weak tag in the list never matches: If-Match and If-Range. RFC 9110 section 8.8.3.2.</param>
    public static bool Matches(ReadOnlySpan<byte> list, ReadOnlySpan<byte> tag, bool strongly)
    {
        if (list.SequenceEqual("*"u8))
        {
            return true;
        }

        while (true)
        {
            list = list.TrimStart(" \t,"u8);
            var weak = list.StartsWith("W/"u8);
            if (weak)
            {
                list = list[2..];
            }

            if (list.IsEmpty || list[0] != (byte)'"')
            {
                return false;
            }

            var end = list[1..].IndexOf((byte)'"');
            if (end < 0)
            {
                return false;
            }

            if (!(weak && strongly) && list[..(end + 2)].SequenceEqual(tag))
            {
                return true;
            }

            list = list[(end + 2)..];
        }
    }
}
