using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>What a request is answered with: octets that are ready, or a file.</summary>
/// <param name="Octets">The whole answer behind the status line, unless it is a file.</param>
/// <param name="File">An opened file, its sender's to close.</param>
/// <param name="Length">Octets of the file.</param>
/// <param name="IsText">Whether the file is sent as RFC 1436 has texts: lines in CRLF, dots put before dots, a line of a dot alone behind the last.</param>
internal readonly record struct GopherAnswer(ReadOnlyMemory<byte> Octets, SafeFileHandle? File = null, long Length = 0, bool IsText = false)
{
    /// <summary>The status line of Gopher+; empty where it was not spoken.</summary>
    public ReadOnlyMemory<byte> Status { get; init; }

    /// <summary>A search that is still to be made; its menu is the answer.</summary>
    public NameSearch? Search { get; init; }
}
