using System.Runtime.CompilerServices;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>The rules of an exchange that need a head's own words: which heads may not stand where <see cref="ExchangeTable"/> would let them.</summary>
/// <remarks>RFC 9110 sections 7.8, 8.6, 9.3.6, 15.2 and 15.3.6.</remarks>
internal static class ExchangeHeads
{
    private const ConnectionOptions Upgrade = ConnectionOptions.Upgrade | ConnectionOptions.UpgradeField;

    public static bool HasContent(in ExchangeEvent head) => head.Framing switch
    {
        BodyFramingKind.None => false,
        BodyFramingKind.Length => head.Octets > 0,
        _ => true,
    };

    /// <summary>Whether protocols are offered, or one is chosen. RFC 9110 section 7.8: the field counts only with its connection option, and in HTTP/1.0 not at all.</summary>
    public static bool HasUpgrade(in ExchangeEvent head) => (head.Options & Upgrade) == Upgrade && head.Version != HttpVersion.Http10;

    /// <summary>Whether content is withheld until 100 (Continue). RFC 9110 section 10.1.1.</summary>
    public static bool ExpectsContinue(in ExchangeEvent head) =>
        (head.Options & ConnectionOptions.ExpectContinue) != ConnectionOptions.None && HasContent(in head) && head.Version != HttpVersion.Http10;

    public static ParseError CheckRequest(in ExchangeEvent head) =>
        head.Method == RequestMethod.Connect && HasContent(in head) ? ParseError.ConnectWithContent : ParseError.None;

    /// <summary>Rules for a final response.</summary>
    /// <param name="head">The response's head.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="version">The request's version.</param>
    /// <param name="own">Whether this end sends it.</param>
    public static ParseError CheckFinal(in ExchangeEvent head, RequestMethod method, HttpVersion version, bool own) => head.Status switch
    {
        // The client resets its view, and there is nothing to show.
        205 when head.Framing == BodyFramingKind.Length && head.Octets > 0 => ParseError.ExcessContent,

        // RFC 9110 section 8.6 and RFC 9112 section 6.1 bind who sends; the recipient is told by section 6.3 to look the other way.
        204 when own && head.DeclaresContent => ParseError.ExcessContent,
        < 300 when own && head.DeclaresContent && method == RequestMethod.Connect => ParseError.ExcessContent,
        _ when own && head.Framing == BodyFramingKind.Chunked && version == HttpVersion.Http10 => ParseError.TransferEncodingInHttp10,
        _ => ParseError.None,
    };

    /// <summary>Rules for an interim response.</summary>
    /// <param name="head">The response's head.</param>
    /// <param name="version">The request's version.</param>
    /// <param name="offersUpgrade">Whether the request offers protocols.</param>
    /// <param name="awaitsContinue">Whether the client still waits for 100.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ParseError CheckInterim(in ExchangeEvent head, HttpVersion version, bool offersUpgrade, bool awaitsContinue)
    {
        if (version == HttpVersion.Http10)
        {
            return ParseError.InterimResponseToHttp10;
        }

        if (head.DeclaresContent)
        {
            return ParseError.ContentInInterimResponse;
        }

        if (head.Status != 101)
        {
            return ParseError.None;
        }

        // Only to what was offered, by name, and not before the 100 that is awaited.
        return !offersUpgrade ? ParseError.UnofferedUpgrade
            : !HasUpgrade(in head) || awaitsContinue ? ParseError.BadUpgrade
            : ParseError.None;
    }
}
