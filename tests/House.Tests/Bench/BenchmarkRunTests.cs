using System.Reflection;
using BenchmarkDotNet.Attributes;
using HiPerf.Bench.Benchmarks;

namespace HiPerf.House.Tests.Bench;

/// <summary>Calls every benchmark once, untimed: one whose input is refused would time the refusal.</summary>
public sealed class BenchmarkRunTests
{
    public static TheoryData<Type> Classes => [.. typeof(HeadBenchmarks).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(HeadBenchmarks).Namespace)];

    [Theory, MemberData(nameof(Classes))]
    public void Benchmark_does_its_job(Type type)
    {
        PropertyInfo? parameter = type.GetProperties().FirstOrDefault(property => property.GetCustomAttribute<ParamsAttribute>() is not null);
        foreach (object? value in parameter?.GetCustomAttribute<ParamsAttribute>()?.Values ?? [null])
        {
            object benchmarks = Activator.CreateInstance(type)!;
            parameter?.SetValue(benchmarks, value);
            type.GetMethods().FirstOrDefault(method => method.GetCustomAttribute<GlobalSetupAttribute>() is not null)?.Invoke(benchmarks, null);
            foreach (MethodInfo benchmark in type.GetMethods().Where(method => method.GetCustomAttribute<BenchmarkAttribute>() is not null))
            {
                Assert.True(Convert.ToInt64(benchmark.Invoke(benchmarks, null), null) > 0, $"{type.Name}.{benchmark.Name}({value}) did nothing");
            }
        }
    }
}
