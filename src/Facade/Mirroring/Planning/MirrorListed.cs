using HiPerf.Ftp;

namespace HiPerf.Mirroring;

/// <summary>One entry as an end lists it.</summary>
/// <param name="Name">Its own name, as it came.</param>
/// <param name="IsPlain">Whether its octets are one plain component; what was decoded may hide what they are not.</param>
/// <param name="Type">File, folder, link.</param>
/// <param name="Length">Octets; null when unknown.</param>
/// <param name="Time">When it was last written; null when unknown.</param>
/// <param name="Precision">How exact the time is.</param>
internal readonly record struct MirrorListed(string Name, bool IsPlain, FtpEntryType Type, long? Length, DateTimeOffset? Time, FtpTimePrecision Precision);
