namespace HiPerf.Gopher;

/// <summary>Who looks after an item, as offsets.</summary>
/// <param name="Comment">Name, telephone and whatever else stands before the address; may be empty.</param>
/// <param name="Email">The address, without its angle brackets; empty when there is none.</param>
/// <remarks>Gopher+ section 2.5.</remarks>
public readonly record struct GopherAdministrator(GopherText Comment, GopherText Email)
{
    // comment [ "<" address ">" ]; what has no such end is comment alone.
    internal static GopherAdministrator Read(ReadOnlySpan<byte> buffer, GopherText text)
    {
        GopherText all = GopherOctets.Trim(buffer, text);
        int open = all.Length > 0 && buffer[all.End - 1] == (byte)'>' ? all.In(buffer).LastIndexOf((byte)'<') : -1;
        return open < 0
            ? new(all, new(all.End, 0))
            : new(GopherOctets.Trim(buffer, new(all.Start, open)), GopherOctets.Trim(buffer, new(all.Start + open + 1, all.Length - open - 2)));
    }
}
