namespace HiPerf.Ascii;

internal interface IFieldNames
{
    static abstract bool Identifies { get; }
}

internal readonly struct NoNames : IFieldNames
{
    public static bool Identifies => false;
}

internal readonly struct AllNames : IFieldNames
{
    public static bool Identifies => WideNames.IsSupported;
}
