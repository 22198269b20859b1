using System.Buffers;

namespace HiPerf.Properties.Oracles;

/// <summary>Ends the reading of a reference that recurses, with its answer; those that are read a million times a second stop by value.</summary>
internal sealed class Stop(ParseError error, int offset, OperationStatus status = OperationStatus.InvalidData) : Exception
{
    public ParseError Error => error;

    public int Offset => offset;

    public OperationStatus Status => status;
}
