using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Http1;

/// <summary>What <see cref="ExchangeState"/> throws at an end that breaks the rules itself; the state is then as it was.</summary>
internal static class ExchangeMisuse
{
    [DoesNotReturn]
    public static void BadOrder(ExchangeRole sender, ExchangeEventKind kind, MessageState request, MessageState response) =>
        throw new InvalidOperationException($"{kind} of the {sender} cannot happen while the request is {request} and the response {response} (RFC 9112 section 9).");

    [DoesNotReturn]
    public static void Own(ParseError error, ExchangeEventKind kind, MessageState request, MessageState response) => throw new InvalidOperationException(
        $"{kind} was not sent, for the peer would refuse it while the request is {request} and the response {response}: {error.Message()} ({error.RfcSection()})");

    [DoesNotReturn]
    public static void NotReusable(MessageState request, MessageState response) =>
        throw new InvalidOperationException($"The next exchange cannot begin while the request is {request} and the response {response} (RFC 9112 section 9.3).");
}
