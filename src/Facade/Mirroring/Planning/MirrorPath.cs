using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Mirroring;

/// <summary>Paths relative to the root of a mirror: plain names parted by <c>/</c>.</summary>
internal static class MirrorPath
{
    /// <summary>The path of a name in a folder.</summary>
    public static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    /// <summary>The folder a path lies in; empty for the root.</summary>
    public static string FolderOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? string.Empty : path[..slash];
    }

    /// <summary>The last component.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Whether every component is plain under the rules, and there is one.</summary>
    public static bool IsBelowRoot(string path, PlainNameRules rules = PlainNameRules.None)
    {
        foreach (var range in path.AsSpan().Split('/'))
        {
            if (!IsPlain(path.AsSpan(range), rules))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a name is one plain component; half a surrogate pair is none.</summary>
    public static bool IsPlain(ReadOnlySpan<char> name, PlainNameRules rules) => PlainName.IsPlain(Octets(name), rules);

    // U+FFFD must not stand in for what has no octets: it would be another name.
    private static byte[] Octets(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsSurrogate(name[i]))
            {
                if (!char.IsHighSurrogate(name[i]) || i + 1 == name.Length || !char.IsLowSurrogate(name[i + 1]))
                {
                    return [];
                }

                i++;
            }
        }

        var octets = new byte[Encoding.UTF8.GetByteCount(name)];
        _ = Encoding.UTF8.GetBytes(name, octets);
        return octets;
    }
}
