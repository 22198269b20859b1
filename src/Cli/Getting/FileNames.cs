using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Cli.Getting;

/// <summary>Finds the name that what a URL leads to is written under.</summary>
internal static class FileNames
{
    /// <summary>The last part of a URL's path, where it is one plain name on any system; empty where it is none: then a person has to find one.</summary>
    public static string Of(InternetUrl url)
    {
        string path = url.Scheme is "gopher" or "gophers" ? Selector(url.Path) : url.Path;
        string name = Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
        int parameter = url.Scheme is "ftp" or "ftps" ? name.IndexOf(";type=", StringComparison.OrdinalIgnoreCase) : -1;
        name = parameter < 0 ? name : name[..parameter];
        return PlainName.IsPlain(Encoding.UTF8.GetBytes(name)) ? name : string.Empty;
    }

    // The type stands before the selector, which needs no slash; words of a search stand behind it, and menus may end in a slash.
    private static string Selector(string path)
    {
        int end = path.IndexOf("%09", StringComparison.Ordinal);
        return (end < 0 ? path : path[..end]).TrimEnd('/') is { Length: > 2 } selector ? selector[2..] : string.Empty;
    }
}
