using System.Text;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Every status-line a server can send, encoded once.</summary>
internal static class StatusLines
{
    private static readonly byte[][] s_lines = Encode();

    /// <summary>The status-line with its CRLF.</summary>
    /// <param name="status">100 to 599.</param>
    public static ReadOnlySpan<byte> Octets(int status) => s_lines[status - 100];

    /// <summary>The status-line up to where its reason phrase begins.</summary>
    /// <param name="status">100 to 599.</param>
    public static ReadOnlySpan<byte> Start(int status) => Octets(status)[.."HTTP/1.1 200 ".Length];

    private static byte[][] Encode()
    {
        byte[][] lines = new byte[500][];
        for (int status = 100; status < 600; status++)
        {
            lines[status - 100] = Encoding.ASCII.GetBytes($"HTTP/1.1 {status} {StatusCodes.ReasonText(status)}\r\n");
        }

        return lines;
    }
}
