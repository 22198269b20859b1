using BenchmarkDotNet.Running;
using HiPerf.Bench;
using HiPerf.Bench.Quick;

// `quick NAME [--json] [--whole]` compares in one process within seconds; everything else goes to BenchmarkDotNet.
if (args is ["quick", var name, .. var rest])
{
    bool json = rest.Contains("--json", StringComparer.Ordinal);
    switch (name)
    {
        case "heads":
            return QuickHeads.Run(json, rest.Contains("--whole", StringComparer.Ordinal), Console.Out);
        default:
            await Console.Error.WriteLineAsync($"quick {name}: unknown; there is: heads");
            return 2;
    }
}

BenchmarkSwitcher.FromAssembly(typeof(HeadBenchmarks).Assembly).Run(args);
return 0;
