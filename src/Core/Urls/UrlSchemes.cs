namespace HiPerf;

/// <summary>What is known of each <see cref="UrlScheme"/>.</summary>
public static class UrlSchemes
{
    /// <summary>The port a URL of the scheme means when it names none, 1 to 65535; −1 for file and for schemes not known.</summary>
    public static int DefaultPort(this UrlScheme scheme) => scheme switch
    {
        UrlScheme.Http or UrlScheme.Ws => 80,
        UrlScheme.Https or UrlScheme.Wss => 443,
        UrlScheme.Ftp => 21,
        UrlScheme.Ftps => 990,
        UrlScheme.Gopher or UrlScheme.Gophers => 70,
        _ => -1,
    };

    /// <summary>Whether a URL of the scheme makes no sense without a host.</summary>
    public static bool RequiresHost(this UrlScheme scheme) => scheme is not (UrlScheme.Other or UrlScheme.File);

    /// <summary>Whether the scheme is one of the six that the WHATWG URL standard calls special: http, https, ws, wss, ftp, file.</summary>
    public static bool IsSpecial(this UrlScheme scheme) =>
        scheme is UrlScheme.Http or UrlScheme.Https or UrlScheme.File or UrlScheme.Ftp or UrlScheme.Ws or UrlScheme.Wss;

    /// <summary>Finds a scheme by its name.</summary>
    /// <param name="name">The name without its colon, in any case.</param>
    public static UrlScheme Find(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 => Is(name, "ws"u8) ? UrlScheme.Ws : UrlScheme.Other,
        3 => Is(name, "ftp"u8) ? UrlScheme.Ftp : Is(name, "wss"u8) ? UrlScheme.Wss : UrlScheme.Other,
        4 => Is(name, "http"u8) ? UrlScheme.Http : Is(name, "file"u8) ? UrlScheme.File : Is(name, "ftps"u8) ? UrlScheme.Ftps : UrlScheme.Other,
        5 => Is(name, "https"u8) ? UrlScheme.Https : UrlScheme.Other,
        6 => Is(name, "gopher"u8) ? UrlScheme.Gopher : UrlScheme.Other,
        7 => Is(name, "gophers"u8) ? UrlScheme.Gophers : UrlScheme.Other,
        _ => UrlScheme.Other,
    };

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> scheme)
    {
        for (var i = 0; i < scheme.Length; i++)
        {
            if ((name[i] | 0x20) != scheme[i])
            {
                return false;
            }
        }

        return true;
    }
}
