namespace HiPerf.Server;

/// <summary>What a connection is doing.</summary>
public enum SessionState
{
    /// <summary>Waiting for a request, or for the handshake to end.</summary>
    Idle,

    /// <summary>Reading a request or answering one.</summary>
    Active,

    /// <summary>The last answer is out; the connection is on its way to close.</summary>
    Closing,
}
