using System.Buffers;
using System.Buffers.Text;

namespace HiPerf.Http;

/// <summary>Reads Authorization and Proxy-Authorization of the scheme Basic.</summary>
/// <remarks>
/// <code>
/// user-pass = user-id ":" password
/// </code>
/// RFC 7617 section 2: Base64 of the two, the first colon parts them, neither holds a control octet. Padding is required (RFC 4648 section 3.2).
/// </remarks>
public static class BasicCredentialsParser
{
    /// <summary>Reads a whole value.</summary>
    /// <param name="value">The field value, scheme included.</param>
    /// <param name="destination">Takes the decoded octets; three for each four of the token68 always do.</param>
    /// <param name="credentials">Where they stand; default unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadCredentials; BadBasicCredentials at the scheme where it is another, else at the token68.
    /// DestinationTooSmall: BadBasicCredentials, at the token68.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> value, Span<byte> destination, out BasicCredentials credentials)
    {
        credentials = default;
        ParseResult result = CredentialsParser.Parse(value, out Challenge challenge);
        if (!result.IsDone)
        {
            return result;
        }

        int start = challenge.Token68.IsPresent ? challenge.Token68.Start : challenge.ParametersStart;
        if (challenge.Scheme != AuthScheme.Basic || !challenge.Token68.IsPresent)
        {
            return ParseResult.Invalid(ParseError.BadBasicCredentials, challenge.Scheme == AuthScheme.Basic ? start : challenge.SchemeText.Start);
        }

        OperationStatus status = Base64.DecodeFromUtf8(challenge.Token68.In(value), destination, out _, out int written);
        if (status == OperationStatus.DestinationTooSmall)
        {
            destination.Clear();
            return ParseResult.TooSmall(ParseError.BadBasicCredentials, start);
        }

        Span<byte> decoded = destination[..written];
        int colon = decoded.IndexOf((byte)':');
        if (status != OperationStatus.Done || colon < 0 || HoldsControl(decoded))
        {
            decoded.Clear();
            return ParseResult.Invalid(ParseError.BadBasicCredentials, start);
        }

        credentials = new BasicCredentials(colon, written - colon - 1);
        return result;
    }

    /// <summary>Whether an octet is a CTL of RFC 5234 appendix B.1: HTAB is one.</summary>
    internal static bool HoldsControl(ReadOnlySpan<byte> octets) => octets.IndexOfAnyInRange((byte)0, (byte)0x1F) >= 0 || octets.Contains((byte)0x7F);
}
