using System.Buffers;

namespace HiPerf.Ftp;

/// <summary>Who logs in, and what of the options may be said on a control connection.</summary>
/// <remarks>
/// <code>
/// user    password   USER        PASS
/// none    none       anonymous   AnonymousPassword
/// given   none       given       empty
/// none    given      refused
/// given   given      given       given
/// </code>
/// Empty counts as none. Characters that end a command are refused before anything is dialed.
/// </remarks>
internal static class FtpCredentials
{
    private static readonly SearchValues<char> s_refused = SearchValues.Create("\r\n\0");

    /// <summary>The user and the password to say.</summary>
    public static (string User, string Password) Of(FtpConnectOptions options) => string.IsNullOrEmpty(options.UserName)
        ? ("anonymous", options.AnonymousPassword)
        : (options.UserName, options.Password ?? string.Empty);

    /// <summary>Checks all that is said while logging in, and the ranges of the options.</summary>
    /// <exception cref="ArgumentException">A password without a user; a CR, LF or NUL; a number outside its range.</exception>
    public static void Check(FtpConnectOptions options)
    {
        if (string.IsNullOrEmpty(options.UserName) && !string.IsNullOrEmpty(options.Password))
        {
            throw new ArgumentException("A password needs a user name.", nameof(options));
        }

        ArgumentNullException.ThrowIfNull(options.AnonymousPassword, nameof(options));
        Check(options.UserName, nameof(options.UserName));
        Check(options.Password, nameof(options.Password));
        Check(options.Account, nameof(options.Account));
        Check(options.AnonymousPassword, nameof(options.AnonymousPassword));
        Check(options.VirtualHost, nameof(options.VirtualHost));
        Check(options.Language, nameof(options.Language));
        if (options.Port is < 0 or > ushort.MaxValue)
        {
            throw new ArgumentException($"{nameof(options.Port)} is outside 0 to 65535.", nameof(options));
        }

        Check(options.KeepAlive, nameof(options.KeepAlive));
        Check(options.AcceptTimeout, nameof(options.AcceptTimeout));
        Check(options.SettleTimeout, nameof(options.SettleTimeout));

        if (options.MaxBytesPerSecond is < 0 or > (1L << 40))
        {
            throw new ArgumentException($"{nameof(options.MaxBytesPerSecond)} is outside 0 to 2^40.", nameof(options));
        }
    }

    private static void Check(TimeSpan time, string name)
    {
        if (time != Timeout.InfiniteTimeSpan && (time <= TimeSpan.Zero || time > TimeSpan.FromDays(24)))
        {
            throw new ArgumentException($"{name} is neither infinite nor between zero and 24 days.", nameof(time));
        }
    }

    // The value itself is not shown: it may be a secret.
    private static void Check(string? text, string name)
    {
        if (text is not null && text.AsSpan().ContainsAny(s_refused))
        {
            throw new ArgumentException($"{name} holds a CR, LF or NUL.", nameof(text));
        }
    }
}
