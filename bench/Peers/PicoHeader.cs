using HiPerf.Http1;

namespace HiPerf.Bench.Peers;

/// <summary>picohttpparser's <c>struct phr_header</c>: where a field's name and value stand.</summary>
internal unsafe struct PicoHeader
{
#pragma warning disable CS0649 // The C code assigns them.
    public byte* Name;
    public nuint NameLength;
    public byte* Value;
    public nuint ValueLength;
#pragma warning restore CS0649

    /// <summary>The same as offsets.</summary>
    /// <param name="start">Where the head begins.</param>
    public readonly FieldLine From(byte* start) =>
        new() { NameStart = (int)(Name - start), NameLength = (ushort)NameLength, ValueStart = (int)(Value - start), ValueLength = (int)ValueLength };
}
