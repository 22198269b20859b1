using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace HiPerf.Properties;

/// <summary>Runs a law over generated cases, the same ones at every run of the same seed.</summary>
/// <remarks>
/// <c>HIPERF_SEED</c>: any number; <c>HIPERF_PROPERTY_CASES</c>: a factor on the number of cases, 1 by default.
/// A failure names the seed and prints the shrunk case as a C# expression.
/// </remarks>
internal static class Law
{
    private static readonly ulong s_seed = Number("HIPERF_SEED", 20_261_120);

    private static readonly double s_factor = double.Parse(Environment.GetEnvironmentVariable("HIPERF_PROPERTY_CASES") ?? "1", CultureInfo.InvariantCulture);

    public static void Holds<T>(int cases, Arbitrary<T> inputs, Action<T> law, [CallerMemberName] string name = "") =>
        Run(cases, Prop.ForAll(inputs, law), typeof(T).ToString(), name);

    public static void Holds<T1, T2>(int cases, Arbitrary<T1> first, Arbitrary<T2> second, Action<T1, T2> law, [CallerMemberName] string name = "") =>
        Run(cases, Prop.ForAll(first, second, law), typeof(T1).ToString(), name);

    public static void Holds<T1, T2, T3>(int cases, Arbitrary<T1> first, Arbitrary<T2> second, Arbitrary<T3> third, Action<T1, T2, T3> law, [CallerMemberName] string name = "") =>
        Run(cases, Prop.ForAll(first, second, third, law), typeof(T1).ToString(), name);

    private static void Run(int cases, Property property, string kind, string name)
    {
        int count = Math.Max(1, (int)(cases * s_factor));

        // Laws of different names see different cases; the increment of the generator must be odd.
        ulong gamma = (Fnv(kind + name) << 1) | 1;
        Config config = Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(s_seed, gamma), FSharpOption<int>.None)));
        long start = Stopwatch.GetTimestamp();
        try
        {
            Check.One(config, property);
        }
        catch (Exception falsified)
        {
            throw new InvalidOperationException($"{name} does not hold. Replay: HIPERF_SEED={s_seed} HIPERF_PROPERTY_CASES={s_factor}. {falsified.Message}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {count} cases in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
    }

    private static ulong Fnv(string text) => text.Aggregate(14_695_981_039_346_656_037UL, (hash, c) => (hash ^ c) * 1_099_511_628_211UL);

    private static ulong Number(string variable, ulong otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
