using HiPerf.Ftp;

namespace HiPerf;

/// <summary>An operation that was carried out.</summary>
/// <param name="Operation">Which one.</param>
/// <param name="Bytes">Octets that were moved for it.</param>
/// <param name="Proof">What it is known by that the file is whole; null where no file was copied.</param>
public sealed record MirrorOutcome(MirrorOperation Operation, long Bytes, FtpProof? Proof);
