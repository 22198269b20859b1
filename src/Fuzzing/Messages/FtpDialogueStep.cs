namespace HiPerf.Fuzzing;

/// <summary>One step of a dialogue: a command that the client sends, or a reply of the server.</summary>
/// <param name="Command">The command; null where the step is a reply.</param>
/// <param name="Reply">The reply; null where the step is a command.</param>
public sealed record FtpDialogueStep(FtpCommandCase? Command, FtpReplyCase? Reply) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => Command?.Wire ?? Reply!.Wire;

    /// <inheritdoc/>
    public override string ToString() => (Command is null ? "/* S */ " : "/* C */ ") + OctetLiteral.Of(Wire);
}
