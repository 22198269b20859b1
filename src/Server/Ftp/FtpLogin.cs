using System.Security.Cryptography;
using System.Text;

namespace HiPerf.Server;

/// <summary>Who may log in over FTP. It keeps no password, and tells none.</summary>
public sealed class FtpLogin
{
    private readonly Func<string, string, CancellationToken, ValueTask<bool>> _isValid;

    private FtpLogin(Func<string, string, CancellationToken, ValueTask<bool>> isValid)
    {
        _isValid = isValid;
    }

    /// <summary>The users <c>anonymous</c> and <c>ftp</c>, with any password.</summary>
    public static FtpLogin Anonymous { get; } = new(static (user, _, _) => new(IsAnonymous(user)));

    /// <summary>One user with one password, compared in a time that tells neither.</summary>
    /// <param name="user">The name.</param>
    /// <param name="password">The password; a hash of it is kept.</param>
    public static FtpLogin Single(string user, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(user);
        ArgumentNullException.ThrowIfNull(password);
        var key = RandomNumberGenerator.GetBytes(32);
        var (userHash, passwordHash) = (Hash(key, user), Hash(key, password));
        return new((givenUser, givenPassword, _) => new(CryptographicOperations.FixedTimeEquals(userHash, Hash(key, givenUser))
            & CryptographicOperations.FixedTimeEquals(passwordHash, Hash(key, givenPassword))));
    }

    /// <summary>Whoever a callback lets in.</summary>
    /// <param name="isValid">Told the name and the password of each try, decoded as UTF-8, and ended by the token when the client is gone. What it throws ends the session.
    /// It should take as long for names it knows as for others.</param>
    public static FtpLogin By(Func<string, string, CancellationToken, ValueTask<bool>> isValid)
    {
        ArgumentNullException.ThrowIfNull(isValid);
        return new(isValid);
    }

    internal ValueTask<bool> IsValidAsync(string user, string password, CancellationToken cancellationToken) => _isValid(user, password, cancellationToken);

    private static bool IsAnonymous(string user) =>
        user.Equals("anonymous", StringComparison.OrdinalIgnoreCase) || user.Equals("ftp", StringComparison.OrdinalIgnoreCase);

    private static byte[] Hash(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
