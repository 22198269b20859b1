using System.Text;

namespace HiPerf.Server;

/// <summary>Who looks after the items, as ADMIN parts it.</summary>
/// <param name="Comment">A name; may be empty.</param>
/// <param name="Email">The address; may be empty.</param>
internal sealed record GopherContact(byte[] Comment, byte[] Email)
{
    /// <summary>Reads <c>Ann Example &lt;ann@example.org&gt;</c>; what has no address at its end is a comment alone.</summary>
    public static GopherContact Of(string text)
    {
        text = text.Trim();
        var open = text.EndsWith('>') ? text.LastIndexOf('<') : -1;
        return open < 0
            ? new GopherContact(Encoding.UTF8.GetBytes(text), [])
            : new GopherContact(Encoding.UTF8.GetBytes(text[..open].TrimEnd()), Encoding.UTF8.GetBytes(text[(open + 1)..^1]));
    }
}
