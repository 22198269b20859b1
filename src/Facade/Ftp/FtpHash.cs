namespace HiPerf.Ftp;

/// <summary>A hash of a file as the server computed it.</summary>
/// <param name="Algorithm">Which one.</param>
/// <param name="Value">Its octets.</param>
public sealed record FtpHash(FtpHashAlgorithms Algorithm, ReadOnlyMemory<byte> Value)
{
    /// <summary>The octets as lower-case hexadecimal digits.</summary>
    public string Hex => Convert.ToHexStringLower(Value.Span);
}
