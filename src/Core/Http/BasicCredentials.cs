namespace HiPerf.Http;

/// <summary>Where user and password stand among the decoded octets.</summary>
/// <param name="UserLength">Octets of the user-id, from offset 0.</param>
/// <param name="PasswordLength">Octets of the password, behind the colon that follows the user-id.</param>
/// <remarks>RFC 7617 section 2. Which characters the octets stand for is the scheme's charset parameter's to say: UTF-8, or unknown.</remarks>
public readonly record struct BasicCredentials(int UserLength, int PasswordLength)
{
    /// <summary>The user-id.</summary>
    /// <param name="decoded">What the credentials were decoded into.</param>
    public ReadOnlySpan<byte> UserIn(ReadOnlySpan<byte> decoded) => decoded[..UserLength];

    /// <summary>The password.</summary>
    /// <param name="decoded">What the credentials were decoded into.</param>
    public ReadOnlySpan<byte> PasswordIn(ReadOnlySpan<byte> decoded) => decoded.Slice(UserLength + 1, PasswordLength);
}
