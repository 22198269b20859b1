namespace HiPerf.Cli.Inspecting;

/// <summary>Shows what is already known of a start-line whose head goes on. Only for octets a parser found to begin a valid one.</summary>
internal static class PartialStartLine
{
    public static void Request(ReadOnlySpan<byte> input, InspectedMessage message)
    {
        ReadOnlySpan<byte> line = Line(input.TrimStart("\r\n"u8), out bool ended);
        int method = line.IndexOf((byte)' ');
        if (method < 0)
        {
            return;
        }

        message.Method = FieldTexts.Text(line[..method]);
        line = line[(method + 1)..];
        int target = line.IndexOf((byte)' ');
        if (target < 0)
        {
            return;
        }

        message.Target = FieldTexts.Text(line[..target]);
        if (ended)
        {
            message.Version = FieldTexts.Text(line[(target + "/HTTP/".Length)..]);
        }
    }

    public static void Response(ReadOnlySpan<byte> input, InspectedMessage message)
    {
        ReadOnlySpan<byte> line = Line(input, out bool ended);
        const int Status = 9;
        const int Reason = Status + 4;
        if (line.Length >= Status)
        {
            message.Version = FieldTexts.Text(line[5..8]);
        }

        if (line.Length >= Reason || (ended && line.Length == Reason - 1))
        {
            message.Status = ((line[Status] - '0') * 100) + ((line[Status + 1] - '0') * 10) + line[Status + 2] - '0';
        }

        if (ended && message.Status is not null)
        {
            message.Reason = line.Length > Reason ? FieldTexts.Text(line[Reason..]) : string.Empty;
        }
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> input, out bool ended)
    {
        int end = input.IndexOfAny((byte)'\r', (byte)'\n');
        ended = end >= 0;
        return ended ? input[..end] : input;
    }
}
