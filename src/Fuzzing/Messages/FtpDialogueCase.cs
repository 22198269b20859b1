namespace HiPerf.Fuzzing;

/// <summary>One valid dialogue of a control connection, from the greeting on: every reply answers the command whose turn it is.</summary>
/// <remarks>RFC 959 sections 5.4 and 6. Commands may be sent before the reply to those ahead of them; no data connection is told of.</remarks>
/// <param name="Steps">Commands and replies in the order in which a client writes and reads them.</param>
public sealed record FtpDialogueCase(IReadOnlyList<FtpDialogueStep> Steps) : IWireMessage
{
    /// <summary>The octets of both sides, as the client sees them go by.</summary>
    public string Wire => string.Concat(Steps.Select(step => step.Wire));

    /// <summary>What the client writes.</summary>
    public string ClientWire => string.Concat(Steps.Select(step => step.Command?.Wire));

    /// <summary>What the server writes.</summary>
    public string ServerWire => string.Concat(Steps.Select(step => step.Reply?.Wire));

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Steps);
}
