using System.Text;

namespace HiPerf.Samples;

/// <summary>Octets that are refused; a mark stands before the first offending one, or at the end where the value ends too early.</summary>
/// <param name="Marked">ISO-8859-1, and one mark.</param>
/// <param name="Error">Why.</param>
public sealed record MarkedSample(string Marked, ParseError Error)
{
    public string Text { get; } = Marked.Replace("▸", string.Empty, StringComparison.Ordinal);

    public byte[] Octets => Encoding.Latin1.GetBytes(Text);

    public int Offset => Marked.IndexOf('▸', StringComparison.Ordinal);

    public override string ToString() => $"{Error}: {Marked}";
}
