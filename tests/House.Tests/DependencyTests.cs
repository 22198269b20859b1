using System.Reflection;
using System.Text.RegularExpressions;

namespace HiPerf.House.Tests;

/// <summary>Holds the rules of the house that a build does not: who references whom, and where unsafe code lives.</summary>
public sealed partial class DependencyTests
{
    [Theory]
    [InlineData("HiPerf.Core", "")]
    [InlineData("HiPerf.Transport", "HiPerf.Core")]
    [InlineData("HiPerf", "HiPerf.Core HiPerf.Transport")]
    [InlineData("HiPerf.Server", "HiPerf.Core HiPerf.Transport")]
    public void Dependencies_run_only_along_the_arrows(string assembly, string allowed)
    {
        string[] references = [.. Assembly.Load(assembly).GetReferencedAssemblies().Select(r => r.Name!).Where(n => n.StartsWith("HiPerf", StringComparison.Ordinal))];
        Assert.Empty(references.Except(allowed.Split(' ')));
    }

    [Fact]
    public void Core_references_the_base_library_alone()
    {
        Assert.All(
            Assembly.Load("HiPerf.Core").GetReferencedAssemblies(),
            reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Unsafe_code_lives_in_Ascii_alone_each_with_its_reason()
    {
        foreach (string path in Repository.Sources("src"))
        {
            string text = File.ReadAllText(path);
            if (!Unsafe().IsMatch(text))
            {
                continue;
            }

            string relative = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
            Assert.StartsWith("src/Core/Ascii/", relative, StringComparison.Ordinal);
            Assert.Contains("Safe because:", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_source_blocks_on_a_task_or_sleeps()
    {
        foreach (string path in Repository.Sources("src"))
        {
            Assert.DoesNotMatch(Blocking(), File.ReadAllText(path));
        }
    }

    [Fact]
    public void No_file_outgrows_450_lines()
    {
        Assert.All(Repository.Sources("src").Concat(Repository.Sources("tests")), path => Assert.InRange(File.ReadLines(path).Count(), 0, 450));
    }

    [GeneratedRegex(@"\bunsafe\s+(class|struct|static|void|ref|byte|delegate)\b|\bunsafe\s*\{|\bUnsafe\.\w|\bMemoryMarshal\.\w|LoadUnsafe\(")]
    private static partial Regex Unsafe();

    [GeneratedRegex(@"\.GetAwaiter\(\)\.GetResult\(\)|\bThread\.Sleep\(|\basync void\b|\.Wait\(\)")]
    private static partial Regex Blocking();
}
