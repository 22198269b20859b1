namespace HiPerf.Properties.Oracles;

/// <summary>A field line as the reference finds it; the value's offset counts only where the value is not empty.</summary>
internal readonly record struct ReferenceField(int NameStart, int NameLength, int ValueStart, int ValueLength);
