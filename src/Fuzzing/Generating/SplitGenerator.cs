using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates how octets arrive: at once, octet by octet, cut in two, in any pieces.</summary>
public static class SplitGenerator
{
    /// <summary>Any fragmentation; belongs to no message.</summary>
    public static Gen<Arrival> Any { get; } = Gen.OneOf(
        Gen.Constant(Arrival.Whole),
        Gen.Constant(new Arrival([1])),
        Gen.Choose(1, 300).Select(cut => new Arrival([cut, int.MaxValue / 2])),
        Gen.Elements(2, 3, 7, 16, 63, 64, 65).Select(step => new Arrival([step])),
        from count in Gen.Choose(1, 8)
        from steps in Gen.Frequency((2, Gen.Choose(1, 8)), (1, Gen.Choose(1, 100))).ArrayOf(count)
        select new Arrival(steps));

    /// <summary>Simpler fragmentations: at once, then fewer and longer pieces.</summary>
    /// <param name="arrival">What to shrink.</param>
    public static IEnumerable<Arrival> Shrink(Arrival arrival)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        return arrival.Steps.Count == 0 ? [] : TextGenerator.ShrinkList(arrival.Steps, _ => true, _ => []).Select(steps => new Arrival(steps)).Prepend(Arrival.Whole);
    }
}
