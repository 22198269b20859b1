namespace HiPerf.Gopher;

/// <summary>What a server tells of an item by Gopher+: the usual attributes typed, all of them as text. Members are null, or empty, where the server tells nothing.</summary>
/// <remarks>Gopher+ sections 2.4 to 2.8.</remarks>
public sealed class GopherItemAttributes
{
    /// <summary>All of it, in the host's charset.</summary>
    public string RawText => throw new NotSupportedException();
}
