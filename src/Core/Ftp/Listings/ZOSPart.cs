namespace HiPerf.Ftp;

/// <summary>What the last heading of a z/OS listing announced.</summary>
internal enum ZOSPart : byte
{
    Unknown = 0,
    DataSets,
    Members,
    Modules,
    Jobs,
}
