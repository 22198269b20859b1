namespace HiPerf.Facade.Tests.Mirroring;

public class MirrorOptionsTests
{
    public static TheoryData<MirrorOptions, bool> Limits => new()
    {
        { new() { MaxDeletes = 0 }, true },
        { new() { MaxDeletes = -1 }, false },
        { new() { MaxDepth = 0 }, true },
        { new() { MaxDepth = -1 }, false },
        { new() { MaxDepth = 1000 }, true },
        { new() { MaxDepth = 1001 }, false },
        { new() { MaxEntries = 1 }, true },
        { new() { MaxEntries = 0 }, false },
        { new() { MaxEntries = 100_000_000 }, true },
        { new() { MaxEntries = 100_000_001 }, false },
        { new() { TimeTolerance = TimeSpan.Zero }, true },
        { new() { TimeTolerance = TimeSpan.FromTicks(-1) }, false },
        { new() { TimeTolerance = TimeSpan.FromDays(1) }, true },
        { new() { TimeTolerance = TimeSpan.FromDays(1) + TimeSpan.FromTicks(1) }, false },
        { new() { Comparison = (MirrorComparison)9 }, false },
    };

    public static TheoryData<MirrorExecution, bool> ExecutionLimits => new()
    {
        { new() { Parallel = 1 }, true },
        { new() { Parallel = 0 }, false },
        { new() { Parallel = 64 }, true },
        { new() { Parallel = 65 }, false },
        { new() { MaxErrors = 1 }, true },
        { new() { MaxErrors = 0 }, false },
        { new() { MaxAttempts = 1 }, true },
        { new() { MaxAttempts = 0 }, false },
        { new() { MaxAttempts = 10 }, true },
        { new() { MaxAttempts = 11 }, false },
    };

    [Theory]
    [MemberData(nameof(Limits), DisableDiscoveryEnumeration = true)]
    public void Option_outside_its_range_is_refused(MirrorOptions options, bool passes) =>
        Assert.Equal(passes, Record.Exception(options.Validate) is not ArgumentException);

    [Theory]
    [MemberData(nameof(ExecutionLimits), DisableDiscoveryEnumeration = true)]
    public void Execution_outside_its_range_is_refused(MirrorExecution execution, bool passes) =>
        Assert.Equal(passes, Record.Exception(execution.Validate) is not ArgumentException);
}
