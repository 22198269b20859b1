using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>The one way from a name to an opened file: opens what is served and checks on the opened handle that it lies below the root.</summary>
/// <remarks>Paths are full, in UTF-8, and end in one NUL, so that the look at a cached file allocates nothing.</remarks>
internal abstract class FileGate
{
    /// <summary>The gate of this system.</summary>
    public static FileGate ForThisSystem { get; } = OperatingSystem.IsLinux() ? new LinuxFileGate() : new PortableFileGate();

    /// <summary>Looks at what a path stands for, links followed, without opening it and without asking where it lies.</summary>
    public abstract FileFacts Look(byte[] path);

    /// <summary>Opens a regular file or a folder below a root for reading.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="root">The root's own final path, no trailing slash.</param>
    /// <param name="facts">What was opened; Kind is None when nothing was.</param>
    /// <returns>The handle, the caller's to dispose; null when there is nothing to serve. A folder may come without a handle.</returns>
    public abstract SafeFileHandle? Open(byte[] path, string root, out FileFacts facts);

    /// <summary>The path under which the content of an opened folder is enumerated.</summary>
    public abstract string EnumerationPath(SafeFileHandle? folder, string path);

    /// <summary>The path of a folder with every link resolved.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public abstract string FinalPath(string folder);

    /// <summary>Whether one final path is another, or lies below it.</summary>
    protected static bool IsWithin(string finalPath, string root) =>
        finalPath.StartsWith(root, StringComparison.Ordinal) && (finalPath.Length == root.Length || finalPath[root.Length] == Path.DirectorySeparatorChar
            || root.EndsWith(Path.DirectorySeparatorChar));
}
