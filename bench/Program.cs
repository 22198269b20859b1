using BenchmarkDotNet.Running;
using HiPerf.Bench.Benchmarks;
using HiPerf.Bench.Heads;
using HiPerf.Bench.Quick;

// `quick NAME …` compares in one process within seconds; `corpora [DIR]` names, hashes and writes the heads; everything else goes to BenchmarkDotNet.
switch (args)
{
    case ["quick", "heads", .. var rest]:
        if (QuickHeadsOptions.Parse(rest, out QuickHeadsOptions options) is { } wrong)
        {
            await Console.Error.WriteLineAsync($"quick heads: {wrong}");
            return 2;
        }

        return new QuickHeads(options, Console.Out).Run();

    case ["quick", var name, ..]:
        await Console.Error.WriteLineAsync($"quick {name}: unknown; there is: heads");
        return 2;

    case ["corpora", .. var folder]:
        return CorporaCommand.Run(folder.FirstOrDefault(), Console.Out);

    default:
        BenchmarkSwitcher.FromAssembly(typeof(HeadBenchmarks).Assembly).Run(args);
        return 0;
}
