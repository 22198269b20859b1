namespace HiPerf.Cli.Demonstrating;

/// <summary>What one scheme came to.</summary>
/// <param name="Scheme">The URL scheme.</param>
/// <param name="First">The first open and read of 1 KiB: connection, handshake and just-in-time compilation included.</param>
/// <param name="Median">Half of the warm repeats took no longer.</param>
/// <param name="Percentile99">99 in 100 warm repeats took no longer.</param>
/// <param name="AllocatedBytes">Bytes allocated for each warm repeat, in the whole process: client and server.</param>
/// <param name="BytesPerSecond">Rate of the large file's best repeat.</param>
internal sealed record TrialResult(string Scheme, TimeSpan First, TimeSpan Median, TimeSpan Percentile99, double AllocatedBytes, double BytesPerSecond);
