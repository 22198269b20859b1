namespace HiPerf.Samples;

/// <summary>A field value that is refused, with its error and the first octet that no continuation could make valid.</summary>
public sealed record FieldValueSample(string Value, ParseError Error, int Position)
{
    public byte[] Octets => System.Text.Encoding.Latin1.GetBytes(Value);
}
