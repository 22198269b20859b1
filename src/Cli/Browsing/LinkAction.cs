namespace HiPerf.Cli.Browsing;

/// <summary>What following an entry does.</summary>
internal enum LinkAction
{
    /// <summary>Lists it: a folder, a menu.</summary>
    List,

    /// <summary>Shows it as text; what turns out to be none is offered to be saved.</summary>
    Read,

    /// <summary>Asks for search words, then lists what is found.</summary>
    Search,

    /// <summary>Offers to save it: the peer says that it is no text.</summary>
    Save,

    /// <summary>Tells where it leads: no program is run for it.</summary>
    Tell,
}
