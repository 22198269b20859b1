namespace HiPerf;

/// <summary>How far a mirror is.</summary>
/// <param name="Operation">What ended just now.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
/// <param name="Ended">Operations that ended, those noted as done before counted too.</param>
/// <param name="Count">Operations that change something in all.</param>
/// <param name="Bytes">Octets copied so far.</param>
public readonly record struct MirrorProgress(MirrorOperation Operation, Exception? Error, int Ended, int Count, long Bytes);
