namespace HiPerf.Samples.Catalogue;

/// <summary>A stimulus that no octets of one message hold: it is a test of its own, or one of its rows.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="File">The test file, below <c>tests</c>.</param>
/// <param name="Test">The test's name.</param>
public sealed record Procedure(string Id, string What, string File, string Test) : ICatalogued
{
    public override string ToString() => $"{Id}: {What}";
}
