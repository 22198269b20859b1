using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace HiPerf.Http;

/// <summary>Writes the value of Authorization or Proxy-Authorization for the scheme Basic. RFC 7617 section 2.</summary>
public static class BasicCredentialsWriter
{
    private const int SchemeLength = 6;

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
        written = 0;
        if (destination.Length <= SchemeLength)
        {
            return false;
        }

        Span<byte> decoded = destination[SchemeLength..];
        if (!TryEncode(user, decoded, out int userLength, "user") || userLength == decoded.Length)
        {
            return false;
        }

        decoded[userLength] = (byte)':';
        Span<byte> behind = decoded[(userLength + 1)..];
        if (!TryEncode(password, behind, out int passwordLength, "password"))
        {
            return false;
        }

        Check(decoded[..userLength], behind[..passwordLength]);
        return TryEncode(destination, userLength + 1 + passwordLength, out written);
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

    private static bool TryEncode(ReadOnlySpan<char> text, Span<byte> destination, out int written, string parameter)
    {
        OperationStatus status = Utf8.FromUtf16(text, destination, out _, out written, replaceInvalidSequences: false);
        if (status is OperationStatus.InvalidData or OperationStatus.NeedMoreData)
        {
            FieldValueMisuse.BadCharacters(parameter);
        }

        return status == OperationStatus.Done;
    }

    private static bool TryEncode(Span<byte> destination, int length, out int written)
    {
        OperationStatus status = Base64.EncodeToUtf8InPlace(destination[SchemeLength..], length, out int encoded);
        written = 0;
        if (status != OperationStatus.Done)
        {
            return false;
        }

        "Basic "u8.CopyTo(destination);
        written = SchemeLength + encoded;
        return true;
    }
}
