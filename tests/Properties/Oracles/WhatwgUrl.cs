using System.Text;

namespace HiPerf.Properties.Oracles;

/// <summary>A URL record of the WHATWG URL standard, section 4.1, and its serializer, section 4.5. Text is octets, one character of U+0000 to U+00FF each.</summary>
internal sealed class WhatwgUrl
{
    public string Scheme { get; set; } = "";

    public StringBuilder UserName { get; } = new();

    public StringBuilder Password { get; } = new();

    /// <summary>Serialized; null is no host, which is not the empty one.</summary>
    public string? Host { get; set; }

    public UrlHostKind HostKind { get; set; }

    public int? Port { get; set; }

    public List<string> Path { get; } = [];

    /// <summary>Null when the path is a list of segments.</summary>
    public StringBuilder? OpaquePath { get; set; }

    public string? Query { get; set; }

    public StringBuilder? Fragment { get; set; }

    public bool IsSpecial => Scheme is "http" or "https" or "ws" or "wss" or "ftp" or "file";

    public string PathText => OpaquePath?.ToString() ?? string.Concat(Path.Select(s => "/" + s));

    public bool HasCredentials => UserName.Length > 0 || Password.Length > 0;

    public int? DefaultPort => Scheme switch { "http" or "ws" => 80, "https" or "wss" => 443, "ftp" => 21, _ => null };

    public void CopyAuthority(WhatwgUrl other)
    {
        UserName.Clear().Append(other.UserName);
        Password.Clear().Append(other.Password);
        (Host, HostKind, Port) = (other.Host, other.HostKind, other.Port);
    }

    public void CopyPath(WhatwgUrl other)
    {
        Path.Clear();
        Path.AddRange(other.Path);
        OpaquePath = other.OpaquePath is null ? null : new StringBuilder(other.OpaquePath.ToString());
    }

    // Section 4.4, shorten a url's path.
    public void ShortenPath()
    {
        bool driveRoot = Scheme == "file" && Path.Count == 1 && Path[0].Length == 2 && ReferenceGrammar.IsAlpha(Path[0][0]) && Path[0][1] == ':';
        if (!driveRoot && Path.Count > 0)
        {
            Path.RemoveAt(Path.Count - 1);
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder(Scheme).Append(':');
        if (Host is not null)
        {
            text.Append("//");
            if (HasCredentials)
            {
                text.Append(UserName).Append(Password.Length > 0 ? ":" : "").Append(Password).Append('@');
            }

            text.Append(Host);
            if (Port is not null)
            {
                text.Append(':').Append(Port);
            }
        }
        else if (OpaquePath is null && Path.Count > 1 && Path[0].Length == 0)
        {
            text.Append("/.");
        }

        text.Append(PathText);
        if (Query is not null)
        {
            text.Append('?').Append(Query);
        }

        return Fragment is null ? text.ToString() : text.Append('#').Append(Fragment).ToString();
    }
}
