using HiPerf.Ascii;

namespace HiPerf.Http1;

/// <summary>Whether the walk of <see cref="FieldSection"/> also identifies each name while it is at hand; a type, so that the choice is made before the code runs.</summary>
internal interface IFieldDepth
{
    /// <summary>Whether names are identified and rows marked for framing.</summary>
    static abstract bool Identifies { get; }

    /// <summary>The marks of a table with no row yet.</summary>
    static abstract ulong FirstMarks { get; }
}

/// <summary>Rows hold offsets alone; whoever decides framing later looks at every name.</summary>
internal readonly struct LocatedFields : IFieldDepth
{
    /// <inheritdoc/>
    public static bool Identifies => false;

    /// <inheritdoc/>
    public static ulong FirstMarks => FieldMarks.All;
}

/// <summary>Rows hold names as well, where this machine identifies them in a few instructions.</summary>
internal readonly struct IdentifiedFields : IFieldDepth
{
    /// <inheritdoc/>
    public static bool Identifies => WideNames.IsSupported;

    /// <inheritdoc/>
    public static ulong FirstMarks => WideNames.IsSupported ? 0 : FieldMarks.All;
}
