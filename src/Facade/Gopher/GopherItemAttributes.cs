namespace HiPerf.Gopher;

/// <summary>What a server tells of an item by Gopher+: the usual attributes typed, all of them as text. Members are null, or empty, where the server tells nothing, or something that is no such value.</summary>
/// <remarks>Gopher+ sections 2.4 to 2.8; those of ADMIN beyond Admin and Mod-Date are WinINet's. Where a server tells one twice the first holds.</remarks>
public sealed class GopherItemAttributes
{
    internal GopherItemAttributes()
    {
    }

    /// <summary>The item itself, of INFO.</summary>
    public GopherItem? Item { get; internal set; }

    /// <summary>Who looks after it: name, telephone, whatever stands before the address.</summary>
    public string? AdministratorName { get; internal set; }

    /// <summary>Their address.</summary>
    public string? AdministratorEmail { get; internal set; }

    /// <summary>When it was modified, in the server's zone, which is not told: Mod-Date.</summary>
    public DateTime? ModDate { get; internal set; }

    /// <summary>How long what is told holds, in the server's unit: TTL.</summary>
    public int? TimeToLive { get; internal set; }

    /// <summary>How well it fits a search.</summary>
    public int? Score { get; internal set; }

    /// <summary>Between which numbers scores lie.</summary>
    public GopherScoreRange? ScoreRange { get; internal set; }

    /// <summary>The site.</summary>
    public string? Site { get; internal set; }

    /// <summary>The organization: Org.</summary>
    public string? Organization { get; internal set; }

    /// <summary>The location: Loc.</summary>
    public string? Location { get; internal set; }

    /// <summary>Where it is on Earth: Geog.</summary>
    public GopherGeography? Geography { get; internal set; }

    /// <summary>The zone: TZ, in the server's unit.</summary>
    public int? TimeZone { get; internal set; }

    /// <summary>Who provides it.</summary>
    public string? Provider { get; internal set; }

    /// <summary>Its version.</summary>
    public string? Version { get; internal set; }

    /// <summary>What it is about, lines parted by LF.</summary>
    public string? Abstract { get; internal set; }

    /// <summary>Whether Veronica may walk the menus below.</summary>
    public bool? TreeWalk { get; internal set; }

    /// <summary>The forms it may be had in.</summary>
    public IReadOnlyList<GopherRepresentation> Views { get; internal set; } = [];

    /// <summary>The form to fill in before it may be had.</summary>
    public IReadOnlyList<GopherAskQuestion> Questions { get; internal set; } = [];

    /// <summary>All blocks, those above too, in their order.</summary>
    public IReadOnlyList<GopherAttributeBlock> Blocks { get; internal set; } = [];

    /// <summary>All of it, in the host's charset, lines ended by LF.</summary>
    public string RawText { get; internal set; } = string.Empty;

    /// <summary>How it was read.</summary>
    public GopherCharset Charset { get; internal set; }

    /// <summary>What was let pass.</summary>
    public Deviations Deviations { get; internal set; }

    /// <summary>Whether its end is known to be the true one: another item followed, or the line of a dot, the length of Gopher+, TLS's own end.</summary>
    public bool IsVerified { get; internal set; }

    /// <summary>Finds a block, letters of either case alike.</summary>
    /// <param name="name">Without plus sign and colon.</param>
    /// <returns>The first of that name; null when the server told none.</returns>
    public GopherAttributeBlock? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var block in Blocks)
        {
            if (string.Equals(block.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return block;
            }
        }

        return null;
    }
}
