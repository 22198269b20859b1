using System.Globalization;
using HiPerf.Ascii;

namespace HiPerf.Properties.Fuzz;

/// <summary>The command line: <c>fuzz</c> lists the targets, <c>fuzz TARGET</c> runs one, <c>--replay</c> executes one input again.</summary>
internal static class FuzzCommand
{
    private const string Usage = "fuzz TARGET [--seconds N] [--executions N] [--seed S] | fuzz TARGET --replay BASE64";
    private const int Agreed = 0;
    private const int Found = 1;
    private const int Misused = 2;

    /// <summary>Runs it.</summary>
    /// <returns>0: nothing unknown was found. 1: something was. 2: the arguments are wrong.</returns>
    public static int Run(ReadOnlySpan<string> args, TextWriter output, IReadOnlyList<IFuzzTarget> targets)
    {
        if (args.IsEmpty)
        {
            output.WriteLine(Usage);
            foreach (IFuzzTarget listed in targets)
            {
                output.WriteLine($"  {listed.Name,-20} {listed.Summary}");
            }

            return Agreed;
        }

        string name = args[0];
        IFuzzTarget? target = targets.FirstOrDefault(t => t.Name == name);
        if (target is null || !Read(args[1..], out FuzzOptions? options, out string? replay))
        {
            output.WriteLine(target is null ? $"There is no target {name}; fuzz alone lists them." : Usage);
            return Misused;
        }

        return replay is null ? Run(target, options, output) : Replay(target, replay, output);
    }

    private static int Run(IFuzzTarget target, FuzzOptions options, TextWriter output)
    {
        output.WriteLine($"fuzz {target.Name} on path {VectorPaths.Active}, seed {options.Seed}");
        using var engine = new FuzzEngine(target, options.Seed);
        FuzzReport report = engine.Run(options);
        report.Print(output);
        return report.Findings.Count == 0 ? Agreed : Found;
    }

    private static int Replay(IFuzzTarget target, string replay, TextWriter output)
    {
        if (FuzzInput.FromReplay(replay) is not { } input)
        {
            output.WriteLine("That is no replay line of ours.");
            return Misused;
        }

        using var executor = new FuzzExecutor(target);
        Disagreement? disagreement = executor.Execute(input);
        output.WriteLine($"input: {HiPerf.Fuzzing.OctetLiteral.Of(input.Span)}");
        output.WriteLine($"ours:  {executor.Ours}");
        output.WriteLine(disagreement is null ? "agreed" : $"{(disagreement.IsKnown ? "known" : "unknown")}: {disagreement.Name}\n    {disagreement.Reason}");
        return disagreement is { IsKnown: false } ? Found : Agreed;
    }

    private static bool Read(ReadOnlySpan<string> args, out FuzzOptions options, out string? replay)
    {
        options = new FuzzOptions();
        replay = null;
        for (int i = 0; i < args.Length; i += 2)
        {
            string? value = i + 1 < args.Length ? args[i + 1] : null;
            if (args[i] == "--replay")
            {
                replay = value;
                if (value is null)
                {
                    return false;
                }

                continue;
            }

            if (!ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number))
            {
                return false;
            }

            switch (args[i])
            {
                case "--seconds":
                    options = options with { Time = TimeSpan.FromSeconds(Math.Min(number, 1e9)) };
                    break;
                case "--executions":
                    options = options with { Executions = (long)Math.Min(number, long.MaxValue) };
                    break;
                case "--seed":
                    options = options with { Seed = number };
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
