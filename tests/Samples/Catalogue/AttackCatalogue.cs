namespace HiPerf.Samples.Catalogue;

/// <summary>All tables of the attack catalogue. docs/catalogue.md says in words what each id throws, and how many rows it has here.</summary>
public static class AttackCatalogue
{
    /// <summary>Messages that a parser is given.</summary>
    public static IReadOnlyList<MessageAttack> Messages { get; } =
    [
        .. LengthAttacks.All, .. CodingAttacks.All, .. FieldLineAttacks.All, .. LineEndAttacks.All, .. ChunkAttacks.All, .. TrailerAttacks.All,
        .. RequestLineAttacks.All, .. HostAttacks.All, .. PathAttacks.All, .. ResponseAttacks.All,
    ];

    /// <summary>Every row of every table.</summary>
    public static IEnumerable<ICatalogued> All => [.. Messages, .. WriterAttacks.All, .. StateAttacks.All, .. ConnectionAttacks.All, .. ExchangeAttacks.All, .. WorkAttacks.All, .. Procedures.All, .. ControlAttacks.All, .. ListingAttacks.All, .. NameAttacks.All, .. FtpClientAttacks.All,
        .. FtpServerAttacks.All, .. FtpServerAttacks.Procedures,
        .. GopherAttacks.All, .. GopherClientAttacks.All, .. GopherServerAttacks.All];
}
