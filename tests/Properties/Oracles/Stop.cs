using System.Buffers;

namespace HiPerf.Properties.Oracles;

/// <summary>Ends the reference's reading with its answer.</summary>
internal sealed class Stop(ParseError error, int offset, OperationStatus status = OperationStatus.InvalidData) : Exception
{
    public ParseError Error => error;

    public int Offset => offset;

    public OperationStatus Status => status;
}
