using System.Globalization;

namespace HiPerf.Fuzzing;

/// <summary>How octets arrive: the lengths of the pieces, over and over until nothing is left.</summary>
/// <remarks>It belongs to no message, so one arrival is tried on many; without steps everything arrives at once.</remarks>
/// <param name="Steps">Octets of each piece, 1 and up.</param>
public sealed record Arrival(IReadOnlyList<int> Steps)
{
    /// <summary>Everything at once.</summary>
    public static Arrival Whole { get; } = new([]);

    /// <summary>Where the pieces of a message end: rising, the last one is its length.</summary>
    /// <param name="length">Octets of the message, 0 and up.</param>
    public IEnumerable<int> Ends(int length)
    {
        long end = 0;
        for (int i = 0; Steps.Count > 0; i++)
        {
            end += Math.Max(1, Steps[i % Steps.Count]);
            if (end >= length)
            {
                break;
            }

            yield return (int)end;
        }

        yield return length;
    }

    /// <inheritdoc/>
    public override string ToString() => $"new Arrival([{string.Join(", ", Steps.Select(s => s.ToString(CultureInfo.InvariantCulture)))}])";
}
