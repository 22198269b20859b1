namespace HiPerf.Html;

/// <summary>What a row of a directory's page stands for; told in its own column.</summary>
public enum DirectoryPageKind : byte
{
    /// <summary>Something to read.</summary>
    File = 0,

    /// <summary>A folder, a menu.</summary>
    Directory,

    /// <summary>A symbolic link, a link to another protocol.</summary>
    Link,

    /// <summary>A search, whose words the reader adds: HTML has no form that sends them as Gopher does, so its row is a link like any other.</summary>
    Search,

    /// <summary>None of these: a device, a session, a type nobody knows.</summary>
    Other,
}
