namespace HiPerf.Samples;

/// <summary>Values of WWW-Authenticate. RFC 9110 section 11, with the examples of RFC 7617, 7616, 6750 and 4559.</summary>
public static class Challenges
{
    /// <summary>Value, and its challenges: scheme, blank, token68 or parameters with semicolons, a bar between challenges.</summary>
    public static IReadOnlyList<(string Value, string Challenges)> Valid { get; } =
    [
        ("Basic realm=\"simple\", Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\"", "Basic realm=simple|Newauth realm=apps;type=1;title=Login to \"apps\""),
        ("Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Basic realm=\"simple\"", "Newauth realm=apps;type=1;title=Login to \"apps\"|Basic realm=simple"),
        ("Basic realm=\"WallyWorld\"", "Basic realm=WallyWorld"),
        ("Basic realm=\"foo\", charset=\"UTF-8\"", "Basic realm=foo;charset=UTF-8"),
        ("Bearer realm=\"example\", error=\"invalid_token\", error_description=\"The access token expired\"", "Bearer realm=example;error=invalid_token;error_description=The access token expired"),
        ("Negotiate", "Negotiate "),
        ("Negotiate a87421000492aa874209af8bc028", "Negotiate a87421000492aa874209af8bc028"),
        ("Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256, nonce=\"7yp==\"", "Digest realm=http-auth@example.org;qop=auth, auth-int;algorithm=SHA-256;nonce=7yp=="),
        ("NTLM, Negotiate,Basic realm=x", "NTLM |Negotiate |Basic realm=x"),
        ("a b", "a b"),
        ("a b=", "a b="),
        ("a b==", "a b=="),
        ("a b=c", "a b=c"),
        ("a b = c", "a b=c"),
        ("a b= c", "a b=c"),
        ("a b\t=\t\"c\"", "a b=c"),
        ("a   b/+~._-==, c", "a b/+~._-==|c "),
        ("a , b=c", "a b=c"),
        ("a ,, b=c ,,d=e,,f", "a b=c;d=e|f "),
        (",a,", "a "),
        ("a b=\"\"", "a b="),
        ("a b=c, d e", "a b=c|d e"),
        ("a b=c, d e=", "a b=c|d e="),
        ("a b=c, d e=f, g=h", "a b=c|d e=f;g=h"),
        ("", ""),
    ];

    public static IReadOnlyList<FieldValueSample> Refused { get; } =
    [
        new("=", ParseError.BadChallenge, 0),
        new("\"a\"", ParseError.BadChallenge, 0),
        new("a=b", ParseError.BadChallenge, 1),
        new("a, b=c", ParseError.BadChallenge, 4),
        new("a b, c=d", ParseError.BadChallenge, 6),
        new("a b c", ParseError.BadAuthParameter, 4),
        new("a b=c d=e", ParseError.BadList, 6),
        new("a\tb=c", ParseError.BadChallenge, 2),
        new("a \tb=c", ParseError.BadChallenge, 3),
        new("a b==c", ParseError.BadChallenge, 5),
        new("a b/c=d", ParseError.BadChallenge, 6),
        new("a =b", ParseError.BadAuthParameter, 2),
        new("a \"b\"", ParseError.BadAuthParameter, 2),
        new("a b=\"c", ParseError.BadQuotedString, 6),
        new("a b=\"c\0\"", ParseError.BadQuotedString, 6),
        new("a b=c,d=", ParseError.BadAuthParameter, 8),
        new("a b=c,=d", ParseError.BadChallenge, 6),
        new("a b=c;d=e", ParseError.BadList, 5),
        new("a b=c, B=d", ParseError.RepeatedAuthParameter, 8),
        new("Basic realm=\"a\", realm=\"b\"", ParseError.RepeatedAuthParameter, 22),
        new("a/b", ParseError.BadChallenge, 1),
        new("a b\x80", ParseError.BadAuthParameter, 3),
    ];
}
