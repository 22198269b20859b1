namespace HiPerf.Samples.Catalogue;

/// <summary>Events on one connection and what stands at their end, in the words of Core.Tests' <c>ExchangeScript</c>: <c>&gt;</c> is the client's direction,
/// <c>&lt;</c> the server's.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="End">Whose end looks on: <c>Client</c> or <c>Server</c>.</param>
/// <param name="Script">The events.</param>
/// <param name="Outcome">The last answer (<c>throws</c> for what this end must not do), the state of request and response, and what else is true.</param>
public sealed record StateAttack(string Id, string What, string End, string Script, string Outcome) : ICatalogued
{
    public override string ToString() => $"{Id}: {What}, {End}'s end";
}
