using System.Text;

namespace HiPerf.Ftp;

/// <summary>A folder that is listed, shared by all its entries: what is sent for it, and how its entries' paths and URLs begin.</summary>
internal sealed class FtpFolderPlace
{
    private readonly FtpFolderPlace? _parent;
    private readonly byte[] _name = [];
    private readonly InternetUrl? _root;
    private readonly string? _loginDirectory;
    private readonly string _path = string.Empty;

    /// <summary>The folder a caller named.</summary>
    /// <param name="root">The URL of where the login led.</param>
    /// <param name="path">As it is sent; empty for the current directory.</param>
    /// <param name="loginDirectory">Where the login led; null where not known.</param>
    /// <param name="names">The charset.</param>
    public FtpFolderPlace(InternetUrl root, string path, string? loginDirectory, FtpNames names)
    {
        _root = root;
        _path = path;
        _loginDirectory = loginDirectory;
        Octets = names.Encode(path);
    }

    /// <summary>A folder within, by an entry of its parent.</summary>
    public FtpFolderPlace(FtpFolderPlace parent, FtpEntry entry)
    {
        _parent = parent;
        _name = entry.RawName.ToArray();
        Prefix = entry.Path + "/";
        Depth = parent.Depth + 1;
        ReadOnlySpan<byte> slash = parent.Octets.Length == 0 || parent.Octets[^1] == (byte)'/' ? [] : "/"u8;
        Octets = [.. parent.Octets, .. slash, .. _name];
    }

    /// <summary>The path as it is sent.</summary>
    public byte[] Octets { get; }

    /// <summary>What stands before an entry's name in its path.</summary>
    public string Prefix { get; } = string.Empty;

    /// <summary>Folders between it and the one that was named.</summary>
    public int Depth { get; }

    /// <summary>The folder's URL, its slash included.</summary>
    public string UrlPrefix => field ??= _parent is null
        ? FtpPath.UrlOf(_root!, _path, _loginDirectory, isFolder: true).Href
        : new StringBuilder(_parent.UrlPrefix).Append(Escaped(_name)).Append('/').ToString();

    /// <summary>The URL of an entry.</summary>
    public InternetUrl UrlOf(ReadOnlySpan<byte> name, bool isDirectory) => InternetUrl.Parse(UrlPrefix + Escaped(name) + (isDirectory ? "/" : string.Empty));

    private static string Escaped(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder(octets.Length + 16);
        foreach (var octet in octets)
        {
            _ = char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~'
                ? text.Append((char)octet)
                : text.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
