using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Http;

/// <summary>What the writers of field values throw at a caller who hands them what no such value may hold. The value itself stays out of the text: it may be a secret.</summary>
internal static class FieldValueMisuse
{
    [DoesNotReturn]
    public static void BadToken() => throw new ArgumentException("A token is one or more tchars (RFC 9110 section 5.6.2).", "token");

    [DoesNotReturn]
    public static void BadText() =>
        throw new ArgumentException("A quoted-string holds HTAB, SP, VCHAR and obs-text alone (RFC 9110 section 5.6.4).", "text");

    [DoesNotReturn]
    public static void BadNumber(long number) => throw new ArgumentOutOfRangeException(nameof(number), number, "A number in a field is 0 to 2^63-1.");

    [DoesNotReturn]
    public static void BadWeight(int weight) =>
        throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight is 0 to 1000 thousandths (RFC 9110 section 12.4.2).");
}
