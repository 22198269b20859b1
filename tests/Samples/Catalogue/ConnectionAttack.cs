namespace HiPerf.Samples.Catalogue;

/// <summary>What a client sends on one connection, and what a folder server answers, in order.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="Sent">The octets, ISO-8859-1; the direction ends behind them.</param>
/// <param name="Answers">Statuses, each with <c>close</c> where the connection ends, parted by commas.</param>
public sealed record ConnectionAttack(string Id, string What, string Sent, string Answers) : ICatalogued
{
    /// <summary>Answers, from the first, that have no content because HEAD asked.</summary>
    public int Heads { get; init; }

    public override string ToString() => $"{Id}: {What}";
}
