namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>Reads the sample tables that unit tests take as theories.</summary>
internal static class SampleRows
{
    /// <summary>The input of each row, which stands first.</summary>
    public static IEnumerable<string> First(IEnumerable<ITheoryDataRow> rows) => rows.Select(r => (string)r.GetData()[0]!);
}
