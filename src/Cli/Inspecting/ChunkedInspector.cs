using System.Buffers;
using System.Buffers.Text;
using HiPerf.Http1;

namespace HiPerf.Cli.Inspecting;

/// <summary>Reads a chunked body without its head, or one chunk-size line alone.</summary>
internal static class ChunkedInspector
{
    public static InspectAnswer Inspect(InspectCase item)
    {
        if (item.ChunkSizeLine)
        {
            return InspectSizeLine(item.Input.Span);
        }

        ReadOnlySpan<byte> input = item.Input.Span;
        MessageContent content = MessageContent.ReadChunked(input, Http1Limits.Client);
        var answer = new InspectAnswer { Body = content.Octets.ToArray(), Trailers = content.Trailers, Deviations = content.Deviations };
        switch (content.Status)
        {
            case OperationStatus.Done:
                answer.Unconsumed = input.Length - content.Consumed;
                return answer;
            case OperationStatus.NeedMoreData:
                answer.Verdict = Verdict.Incomplete;
                answer.AtEndOfConnection = Verdict.Reject;
                return answer;
            default:
                return answer.Refuse(content.Error, content.Position);
        }
    }

    private static InspectAnswer InspectSizeLine(ReadOnlySpan<byte> input)
    {
        int end = input.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = end < 0 ? input : input[..(end + 1)];
        ParseResult result = new ChunkedBodyParser().Parse(line, [], out _, Http1Limits.Client);
        var answer = new InspectAnswer();
        if (result.Status == OperationStatus.InvalidData)
        {
            return answer.Refuse(result.Error, result.Position);
        }

        if (end < 0)
        {
            answer.Verdict = Verdict.Incomplete;
            answer.AtEndOfConnection = Verdict.Reject;
            return answer;
        }

        // The parser has judged the digits; what it keeps to itself is their value.
        _ = Utf8Parser.TryParse(line, out long size, out _, 'x');
        answer.Chunk = (size, result.Consumed);
        answer.Unconsumed = input.Length - result.Consumed;
        return answer;
    }
}
