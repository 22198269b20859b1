using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Http;
using HiPerf.Properties.Oracles;
using HiPerf.Samples;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The reader of Set-Cookie against the reference of RFC 6265bis, with the limits of user agents and with small ones.</summary>
internal sealed class SetCookieTarget : IFuzzTarget
{
    public string Name => "set-cookie";

    public string Summary => "SetCookieParser; reference from RFC 6265bis sections 4.1.1 and 5.6";

    public IEnumerable<string> Samples => [.. SetCookies.Valid.Select(s => s.Text), .. SetCookies.Refused.Select(s => s.Text)];

    public Gen<string> Structure => Inputs.SetCookies.Generator.Select(c => c.Wire);

    public IReadOnlyList<string> Words { get; } =
    [
        "; Path=/", "; Domain=.a.example", "; Domain=", ";domain", "; Secure", "; HttpOnly", "; Max-Age=", "; Max-Age=-1", "; max-age=0", "; Max-Age=99999999999999999999", "; Expires=Sun, 06 Nov 1994 08:49:37 GMT",
        "; SameSite=Lax", "; SameSite=None", "; samesite=x", "; Partitioned", "__Host-", "__Secure-", "__hOsT-", "=", ";", "; ", "\t", "\"", "a=b", "Expires=", "Path=x", "; x=y", new('v', 1025), new('n', 4096),
    ];

    public FuzzLaws Laws => FuzzLaws.Offset;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer)
    {
        ParseResult result = SetCookieParser.Parse(octets, out SetCookie cookie, Limits(choices));
        answer.Begin(result);
        if (result.IsDone)
        {
            Add(answer, in cookie);
        }
    }

    public void Refer(FuzzInput input, Answer answer)
    {
        ReferenceSetCookieAnswer expected = ReferenceSetCookie.Parse(input.Span, Limits(input.Choices));
        bool accepted = expected.Error == ParseError.None;
        answer.Begin(accepted ? OperationStatus.Done : OperationStatus.InvalidData, expected.Error, accepted ? input.Length : expected.Position);
        if (accepted)
        {
            Add(answer, expected.Cookie);
        }
    }

    private static void Add(Answer answer, in SetCookie cookie)
    {
        answer.Add(cookie.NameStart);
        answer.Add(cookie.NameLength);
        answer.Add(cookie.ValueStart);
        answer.Add(cookie.ValueLength);
        answer.Add(cookie.DomainStart);
        answer.Add(cookie.DomainLength);
        answer.Add(cookie.PathStart);
        answer.Add(cookie.PathLength);
        answer.Add((long)cookie.Attributes);
        answer.Add(cookie.ExpiresTicks);
        answer.Add(cookie.MaxAgeSeconds);
        answer.Add((long)cookie.SameSite);
        answer.Add((long)cookie.Deviations);
        answer.Add(cookie.FirstDeviation);
    }

    private static CookieLimits Limits(ulong choices) => ((choices >> 8) & 3) != 0 ? CookieLimits.Standard : new CookieLimits
    {
        MaxSetCookie = ((choices >> 10) & 1) == 0 ? 8192 : (int)((choices >> 11) & 127) + 1,
        MaxNameAndValue = (int)((choices >> 18) & 31) + 1,
        MaxAttributeValue = (int)((choices >> 23) & 31) + 1,
    };
}
