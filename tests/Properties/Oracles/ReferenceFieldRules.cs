using static HiPerf.Properties.Oracles.ReferenceGrammar;
using static HiPerf.Properties.Oracles.ReferenceRule;

namespace HiPerf.Properties.Oracles;

/// <summary>The rules of field values, as RFC 9110, 9111 and 4647 list them; nothing of it is Core's.</summary>
/// <remarks>Lists are those of recipients (RFC 9110 section 5.6.1.2), with optional white space at the ends of the value.</remarks>
internal static class ReferenceFieldRules
{
    private static readonly ReferenceRule s_space = Many(Octet(c => c is ' ' or '\t'));

    private static readonly ReferenceRule s_token = Some(Octet(IsToken));

    private static readonly ReferenceRule s_quoted = Sequence(
        Exactly("\""),
        Many(Any(Octet(c => IsText(c) && c is not ('"' or '\\')), Sequence(Exactly("\\"), Octet(IsText)))),
        Exactly("\""));

    private static readonly ReferenceRule s_tokenOrQuoted = Any(s_token, s_quoted);

    private static readonly ReferenceRule s_digits = Some(Octet(IsDigit));

    private static readonly ReferenceRule s_entityTag = Sequence(
        Optional(Exactly("W/")), Exactly("\""), Many(Octet(c => c is '!' or (>= '#' and <= '~') or >= '\u0080')), Exactly("\""));

    private static readonly ReferenceRule s_authParameter = Sequence(s_token, s_space, Exactly("="), s_space, s_tokenOrQuoted);

    private static readonly ReferenceRule s_token68 = Sequence(Some(Octet(c => IsAlpha(c) || IsDigit(c) || "-._~+/".Contains(c))), Many(Exactly("=")));

    private static readonly ReferenceRule s_challenge =
        Sequence(s_token, Optional(Sequence(Some(Exactly(" ")), Any(s_token68, Elements(s_authParameter)))));

    private static readonly ReferenceRule s_qvalue = Any(
        Sequence(Exactly("0"), Optional(Sequence(Exactly("."), Between(0, 3, Octet(IsDigit))))),
        Sequence(Exactly("1"), Optional(Sequence(Exactly("."), Between(0, 3, Exactly("0"))))));

    private static readonly ReferenceRule s_parameter = Sequence(s_token, Exactly("="), s_tokenOrQuoted);

    // A parameter of any name but q, or q with its qvalue.
    private static readonly ReferenceRule s_weighted = Any(
        Sequence(Any(Octet(c => IsToken(c) && c is not ('q' or 'Q')), Sequence(Octet(IsToken), s_token)), Exactly("="), s_tokenOrQuoted),
        Sequence(Text("q="), s_qvalue));

    private static readonly ReferenceRule s_weight = Sequence(s_space, Exactly(";"), s_space, Text("q="), s_qvalue);

    private static readonly ReferenceRule s_languageRange = Any(
        Sequence(Between(1, 8, Octet(IsAlpha)), Many(Sequence(Exactly("-"), Between(1, 8, Octet(c => IsAlpha(c) || IsDigit(c)))))),
        Exactly("*"));

    public static ReferenceRuleStates EntityTags { get; } = Any(Exactly("*"), List(s_entityTag)).Compile();

    public static ReferenceRuleStates ByteRanges { get; } =
        Sequence(Text("bytes="), NonEmptyList(Any(Sequence(s_digits, Exactly("-"), Optional(s_digits)), Sequence(Exactly("-"), s_digits)))).Compile();

    public static ReferenceRuleStates OtherRanges { get; } = Sequence(s_token, Exactly("="), NonEmptyList(Some(Octet(c => c is > ' ' and < '\u007F' and not ',')))).Compile();

    public static ReferenceRuleStates ContentRange { get; } = Sequence(
        s_token, Exactly(" "),
        Any(Sequence(s_digits, Exactly("-"), s_digits, Exactly("/"), Any(s_digits, Exactly("*"))), Sequence(Exactly("*/"), s_digits))).Compile();

    public static ReferenceRuleStates Challenges { get; } = List(s_challenge).Compile();

    public static ReferenceRuleStates Credentials { get; } = Sequence(s_challenge, s_space).Compile();

    public static ReferenceRuleStates CacheControl { get; } = List(Sequence(s_token, Optional(Sequence(Exactly("="), s_tokenOrQuoted)))).Compile();

    public static ReferenceRuleStates Accept { get; } = List(Sequence(s_token, Exactly("/"), s_token, Parameters(s_weighted))).Compile();

    public static ReferenceRuleStates AcceptEncoding { get; } = List(Sequence(s_token, Optional(s_weight))).Compile();

    public static ReferenceRuleStates AcceptLanguage { get; } = List(Sequence(s_languageRange, Optional(s_weight))).Compile();

    public static ReferenceRuleStates MediaType { get; } = Sequence(s_token, Exactly("/"), s_token, Parameters(s_parameter), s_space).Compile();

    private static ReferenceRule Parameters(ReferenceRule parameter) => Many(Sequence(s_space, Exactly(";"), s_space, Optional(parameter)));

    // #element => [ element ] *( OWS "," OWS [ element ] )
    private static ReferenceRule Elements(ReferenceRule element) => Sequence(Optional(element), Many(Sequence(s_space, Exactly(","), s_space, Optional(element))));

    private static ReferenceRule List(ReferenceRule element) => Sequence(s_space, Elements(element), s_space);

    // 1#element => *( "," OWS ) element *( OWS "," [ OWS element ] )
    private static ReferenceRule NonEmptyList(ReferenceRule element) =>
        Sequence(s_space, Many(Sequence(Exactly(","), s_space)), element, Many(Sequence(s_space, Exactly(","), Optional(Sequence(s_space, element)))), s_space);
}
