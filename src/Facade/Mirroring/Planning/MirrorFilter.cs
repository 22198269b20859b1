namespace HiPerf.Mirroring;

/// <summary>Which entries a mirror looks at: what a caller included, less what he excluded.</summary>
internal sealed class MirrorFilter(IEnumerable<string> include, IEnumerable<string> exclude)
{
    private readonly GlobPattern[] _include = [.. include.Select(static pattern => new GlobPattern(pattern))];
    private readonly GlobPattern[] _exclude = [.. exclude.Select(static pattern => new GlobPattern(pattern))];

    /// <summary>Whether only some files are asked for.</summary>
    public bool Selects => _include.Length > 0;

    /// <summary>Whether an entry is left out; folders are included for what lies in them.</summary>
    public bool Excludes(string path, bool isDirectory) =>
        Array.Exists(_exclude, pattern => pattern.IsMatch(path, isDirectory))
        || (!isDirectory && Selects && !Array.Exists(_include, pattern => pattern.IsMatch(path, isDirectory: false)));
}
