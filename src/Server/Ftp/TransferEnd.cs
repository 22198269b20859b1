namespace HiPerf.Server;

/// <summary>How a transfer ended.</summary>
internal enum TransferEnd
{
    /// <summary>The system has taken all of it: 226.</summary>
    Done,

    /// <summary>It could not be read to its end: 451.</summary>
    NotReadable,

    /// <summary>The client closed the data connection, or the session's end did, or ABOR: 426.</summary>
    Aborted,

    /// <summary>The client took too little in its time: 421.</summary>
    Stalled,
}
