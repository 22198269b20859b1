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

    [DoesNotReturn]
    public static void BadEntityTag() =>
        throw new ArgumentException("An entity tag holds visible octets but the quote, and obs-text (RFC 9110 section 8.8.3).", "opaque");

    [DoesNotReturn]
    public static void BadOwnEntityTag() =>
        throw new ArgumentException("An entity tag stands in quotes, behind W/ where it is weak (RFC 9110 section 8.8.3).", "entityTag");

    [DoesNotReturn]
    public static void BadRange() =>
        throw new ArgumentException("A range has a unit, begins at 0 or later, ends where it begins or later, and lies within the whole (RFC 9110 section 14).", "range");

    [DoesNotReturn]
    public static void BadToken68() => throw new ArgumentException("A token68 is letters, digits and -._~+/, equals signs at its end (RFC 9110 section 11.2).", "token68");

    [DoesNotReturn]
    public static void BadAuthOrder() =>
        throw new InvalidOperationException("A scheme stands first; then parameters, or one token68, not both (RFC 9110 section 11.3).");

    [DoesNotReturn]
    public static void RepeatedAuthParameter() => throw new ArgumentException("A parameter stands once in a challenge (RFC 9110 section 11.2).", "name");

    [DoesNotReturn]
    public static void BadUser() => throw new ArgumentException("A user-id holds no colon and no control octet (RFC 7617 section 2).", "user");

    [DoesNotReturn]
    public static void BadPassword() => throw new ArgumentException("A password holds no control octet (RFC 7617 section 2).", "password");

    [DoesNotReturn]
    public static void FewParts() => throw new ArgumentException("There must be a place for each range.", "parts");

    [DoesNotReturn]
    public static void BadCharacters(string parameter) => throw new ArgumentException("The text holds half a surrogate pair.", parameter);

    [DoesNotReturn]
    public static void BadDirective() =>
        throw new ArgumentException("This cache directive does not take such an argument, or stands already (RFC 9111 section 5.2).", "directive");

    [DoesNotReturn]
    public static void BadSeconds(long seconds) =>
        throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "A time is 0 to 2^31 seconds (RFC 9111 section 1.2.2).");

    [DoesNotReturn]
    public static void BadOffers() => throw new ArgumentException("The offers are a list with commas, each of the grammar that the field has (RFC 9110 section 12.5).", "offers");
}
