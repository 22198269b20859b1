namespace HiPerf.Samples.Catalogue;

/// <summary>One stimulus of the attack catalogue: a data row of whichever table, under the id that docs/catalogue.md lists.</summary>
public interface ICatalogued
{
    /// <summary>The row of the catalogue, <c>RQ-01</c> and so on.</summary>
    string Id { get; }

    /// <summary>What is thrown, in a few words; no two rows of one id share them.</summary>
    string What { get; }
}
