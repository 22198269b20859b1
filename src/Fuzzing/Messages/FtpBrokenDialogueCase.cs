namespace HiPerf.Fuzzing;

/// <summary>A dialogue with one reply that cannot stand where it stands.</summary>
/// <param name="Dialogue">The dialogue as it was broken.</param>
/// <param name="Violation">What was done to it, in words.</param>
/// <param name="Error">What the accounts of a client answer.</param>
/// <param name="Step">The index of the offending reply among the steps.</param>
public sealed record FtpBrokenDialogueCase(FtpDialogueCase Dialogue, string Violation, ParseError Error, int Step)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Dialogue} /* {Violation}: {Error} at step {Step} */";
}
