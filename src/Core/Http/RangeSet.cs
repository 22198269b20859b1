namespace HiPerf.Http;

/// <summary>What a Range field says beside the ranges themselves.</summary>
/// <param name="Unit">Bytes, or Unknown: then no range was read and the field is to be ignored.</param>
/// <param name="UnitText">Where the unit stands.</param>
/// <param name="Count">Ranges in the caller's table.</param>
/// <remarks>RFC 9110 section 14.2.</remarks>
public readonly record struct RangeSet(RangeUnit Unit, FieldText UnitText, int Count);
