namespace HiPerf;

/// <summary>What one step of a mirror does at the destination.</summary>
public enum MirrorOperationKind
{
    /// <summary>Makes a folder.</summary>
    CreateDirectory = 0,

    /// <summary>Copies a file that is not there.</summary>
    Copy,

    /// <summary>Copies a file over one that differs.</summary>
    Replace,

    /// <summary>Removes a file, or a link itself.</summary>
    Delete,

    /// <summary>Removes a folder, empty by then.</summary>
    DeleteDirectory,

    /// <summary>Nothing: the reason says why.</summary>
    Skip,

    /// <summary>Nothing, and the mirror is not whole: the reason says what stands against it.</summary>
    Refused,
}
