namespace HiPerf.Samples.Catalogue;

/// <summary>How a peer ends, or does not.</summary>
public enum PeerDoes
{
    /// <summary>It ends its direction.</summary>
    Fin,

    /// <summary>It resets the connection.</summary>
    Reset,

    /// <summary>It leaves the connection open.</summary>
    KeepOpen,

    /// <summary>It sends the endless part again and again until the client goes away.</summary>
    Flood,
}

/// <summary>What a server sends to a client that asked for <c>/</c>, and what the client makes of it.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="Sent">The octets, ISO-8859-1.</param>
/// <param name="End">What the peer does then.</param>
/// <param name="Outcome">The name of the error kind the client throws, or what it reads: <c>reads hello</c>.</param>
public sealed record ResponseAttack(string Id, string What, string Sent, PeerDoes End, string Outcome) : ICatalogued
{
    /// <summary>The method that is answered.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>What <see cref="PeerDoes.Flood"/> sends.</summary>
    public string Endless { get; init; } = string.Empty;

    /// <summary>Whether the end of what was read is known to be the true one.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>Whether the connection may carry the next request.</summary>
    public bool IsReused { get; init; }

    public override string ToString() => $"{Id}: {What}";
}
