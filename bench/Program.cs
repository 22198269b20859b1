using System.Globalization;
using BenchmarkDotNet.Running;
using HiPerf.Bench.Benchmarks;
using HiPerf.Bench.EndToEnd;
using HiPerf.Bench.Gopher;
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

    case ["quick", "http", .. var rest]:
        if (QuickHttpOptions.Parse(rest, out QuickHttpOptions httpOptions) is { } wrongHttp)
        {
            await Console.Error.WriteLineAsync($"quick http: {wrongHttp}");
            return 2;
        }

        return await QuickHttp.RunAsync(args, httpOptions, Console.Out);

    case ["quick", "ftp", .. var rest]:
        if (QuickFtpOptions.Parse(rest, out QuickFtpOptions ftpOptions) is { } wrongFtp)
        {
            await Console.Error.WriteLineAsync($"quick ftp: {wrongFtp}");
            return 2;
        }

        return await QuickFtp.RunAsync(args, ftpOptions, Console.Out);

    case ["quick", "gopher", .. var rest]:
        if (QuickGopherOptions.Parse(rest, out QuickGopherOptions gopherOptions) is { } wrongGopher)
        {
            await Console.Error.WriteLineAsync($"quick gopher: {wrongGopher}");
            return 2;
        }

        return await QuickGopher.RunAsync(args, gopherOptions, Console.Out);

    case ["trivial-server", var length]:
        return await TrivialServer.RunAsync(long.Parse(length, CultureInfo.InvariantCulture), Console.In, Console.Out);

    case ["gopher-trivial", var length]:
        return await TrivialGopherServer.RunAsync(long.Parse(length, CultureInfo.InvariantCulture), Console.In, Console.Out);

    case ["gopher-fixed-answer", var path]:
        return await FixedAnswerServer.RunAsync(path, Console.In, Console.Out);

    case ["gopher-server", var path]:
        return await GopherServerCommand.RunAsync(path, Console.In, Console.Out);

    case ["quick", var name, ..]:
        await Console.Error.WriteLineAsync($"quick {name}: unknown; there is: heads, http, ftp, gopher");
        return 2;

    case ["corpora", .. var folder]:
        return CorporaCommand.Run(folder.FirstOrDefault(), Console.Out);

    default:
        BenchmarkSwitcher.FromAssembly(typeof(HeadBenchmarks).Assembly).Run(args);
        return 0;
}
