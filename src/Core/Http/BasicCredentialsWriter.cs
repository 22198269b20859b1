using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace HiPerf.Http;

/// <summary>Writes the value of Authorization or Proxy-Authorization for the scheme Basic. RFC 7617 section 2.</summary>
public static class BasicCredentialsWriter
{
    private const int SchemeLength = 6;

    private static readonly SearchValues<char> s_controls = SearchValues.Create([.. Enumerable.Range(0, 32).Append(0x7F).Select(octet => (char)octet)]);

    /// <summary>Writes a whole value, scheme included.</summary>
    /// <param name="destination">Takes it: six octets, and four for each three of user, colon and password.</param>
    /// <param name="user">No colon, no control octet; may be empty.</param>
    /// <param name="password">No control octet; may be empty.</param>
    /// <param name="written">Octets written, 0 when it did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">User or password may not be written.</exception>
    public static bool TryWrite(Span<byte> destination, ReadOnlySpan<byte> user, ReadOnlySpan<byte> password, out int written)
    {
        Check(user, password);
        written = 0;
        int length = user.Length + 1 + password.Length;
        if (destination.Length < SchemeLength + length)
        {
            return false;
        }

        Span<byte> decoded = destination[SchemeLength..];
        password.CopyTo(decoded[(user.Length + 1)..]);
        user.CopyTo(decoded);
        decoded[user.Length] = (byte)':';
        return TryEncode(destination, length, out written);
    }

    /// <summary>Writes a whole value, scheme included, with user and password in UTF-8.</summary>
    /// <param name="destination">Takes it.</param>
    /// <param name="user">No colon, no control character; may be empty.</param>
    /// <param name="password">No control character; may be empty.</param>
    /// <param name="written">Octets written, 0 when it did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">User or password may not be written, or holds half a surrogate pair.</exception>
    /// <remarks>RFC 7617 section 2.1. Characters are written as they come: normalize them before, where they come from a keyboard.</remarks>
    public static bool TryWrite(Span<byte> destination, ReadOnlySpan<char> user, ReadOnlySpan<char> password, out int written)
    {
        Check(user, password);
        written = 0;
        if (destination.Length <= SchemeLength)
        {
            return false;
        }

        Span<byte> decoded = destination[SchemeLength..];
        OperationStatus status = Utf8.FromUtf16(user, decoded, out _, out int userLength, replaceInvalidSequences: false);
        if (status != OperationStatus.Done || userLength == decoded.Length)
        {
            return Abandon(decoded, status, "user");
        }

        decoded[userLength] = (byte)':';
        status = Utf8.FromUtf16(password, decoded[(userLength + 1)..], out _, out int passwordLength, replaceInvalidSequences: false);
        return status == OperationStatus.Done ? TryEncode(destination, userLength + 1 + passwordLength, out written) : Abandon(decoded, status, "password");
    }

    private static void Check(ReadOnlySpan<byte> user, ReadOnlySpan<byte> password)
    {
        if (user.Contains((byte)':') || BasicCredentialsParser.HoldsControl(user))
        {
            FieldValueMisuse.BadUser();
        }

        if (BasicCredentialsParser.HoldsControl(password))
        {
            FieldValueMisuse.BadPassword();
        }
    }

    // Controls and the colon are one octet each in UTF-8, and part of no other character.
    private static void Check(ReadOnlySpan<char> user, ReadOnlySpan<char> password)
    {
        if (user.Contains(':') || user.ContainsAny(s_controls))
        {
            FieldValueMisuse.BadUser();
        }

        if (password.ContainsAny(s_controls))
        {
            FieldValueMisuse.BadPassword();
        }
    }

    // The secret does not stay where no value comes of it.
    private static bool Abandon(Span<byte> decoded, OperationStatus status, string parameter)
    {
        decoded.Clear();
        if (status is OperationStatus.InvalidData or OperationStatus.NeedMoreData)
        {
            FieldValueMisuse.BadCharacters(parameter);
        }

        return false;
    }

    private static bool TryEncode(Span<byte> destination, int length, out int written)
    {
        OperationStatus status = Base64.EncodeToUtf8InPlace(destination[SchemeLength..], length, out int encoded);
        written = 0;
        if (status != OperationStatus.Done)
        {
            return Abandon(destination[SchemeLength..], status, "password");
        }

        "Basic "u8.CopyTo(destination);
        written = SchemeLength + encoded;
        return true;
    }
}
