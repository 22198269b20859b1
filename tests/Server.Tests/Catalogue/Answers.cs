namespace HiPerf.Server.Tests.Catalogue;

/// <summary>Parts what a server sent into its answers: each a status, and <c>close</c> where it says so.</summary>
internal static class Answers
{
    /// <summary>Reads answers by their Content-Length; what is left over, or is no answer, fails.</summary>
    /// <param name="octets">All that came, ISO-8859-1.</param>
    /// <param name="heads">Answers, from the first, that have no content because HEAD asked.</param>
    public static List<string> Split(string octets, int heads = 0)
    {
        var answers = new List<string>();
        while (octets.Length > 0)
        {
            Assert.StartsWith("HTTP/1.1 ", octets, StringComparison.Ordinal);
            var end = octets.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
            Assert.NotEqual(3, end);
            var head = octets[..end];
            var closes = head.Contains("\r\nConnection: close\r\n", StringComparison.Ordinal);
            answers.Add($"{head.AsSpan(9, 3)}{(closes ? " close" : "")}");
            octets = octets[(end + (answers.Count <= heads || head[9] == '1' ? 0 : LengthOf(head)))..];
        }

        return answers;
    }

    private static int LengthOf(string head)
    {
        const string Name = "\r\nContent-Length: ";
        var start = head.IndexOf(Name, StringComparison.Ordinal) + Name.Length;
        return int.Parse(head.AsSpan(start, head.IndexOf('\r', start) - start));
    }
}
