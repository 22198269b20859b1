namespace HiPerf.Http1;

/// <summary>How far a head writer has come.</summary>
internal enum HeadStage : byte
{
    StartLine = 0,
    Fields,
    Complete,
}
