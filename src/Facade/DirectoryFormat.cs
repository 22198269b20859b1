namespace HiPerf;

/// <summary>How a folder or a menu is handed out when it is opened as a file.</summary>
public enum DirectoryFormat
{
    /// <summary>As an HTML page in UTF-8, all that peers said escaped.</summary>
    Html,

    /// <summary>As the peer sent it: an FTP listing; a Gopher menu, but for the line of a dot that ends it. A local folder has no such form; <see cref="InternetSession.EnumerateAsync(string, OpenOptions?, CancellationToken)"/> gives entries for all.</summary>
    Raw,
}
