using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Cli.Browsing;

/// <summary>Finds a name to save under in what a peer sent.</summary>
internal static class FileNames
{
    /// <summary>The last part of a URL's path, where it is one plain name on any system; empty where it is none: then a person has to find one.</summary>
    public static string ProposalFor(InternetUrl url)
    {
        string path = url.Path.TrimEnd('/');
        string name = Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);

        // In a Gopher URL the type stands before a selector that has no slash.
        if (url.Scheme is "gopher" or "gophers" && path.LastIndexOf('/') <= 0)
        {
            name = name.Length > 1 ? name[1..] : string.Empty;
        }

        return PlainName.IsPlain(Encoding.UTF8.GetBytes(name)) ? name : string.Empty;
    }
}
