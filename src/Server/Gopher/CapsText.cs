using System.Text;

namespace HiPerf.Server;

/// <summary>The file by which a server tells clients how its selectors are made, where the folder has none of its own.</summary>
internal static class CapsText
{
    /// <summary>Its plain name.</summary>
    public static ReadOnlySpan<byte> Name => "caps.txt"u8;

    /// <summary>Makes the text, as it goes over the wire.</summary>
    /// <param name="administrator">Who looks after the server; null for nobody.</param>
    public static byte[] Make(string? administrator)
    {
        var text = new StringBuilder("CAPS\n\nCapsVersion=1\nExpireCapsAfter=3600\n\nPathDelimeter=/\nPathIdentity=.\nPathParent=..\nPathParentDouble=FALSE\nPathKeepPreDelimeter=FALSE\n\n"
            + "DefaultEncoding=UTF-8\nServerSoftware=HiPerf\n");
        if (administrator is not null)
        {
            _ = text.Append("ServerAdmin=").Append(administrator).Append('\n');
        }

        return FileOctets.Encode(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
