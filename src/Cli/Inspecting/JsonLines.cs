using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace HiPerf.Cli.Inspecting;

/// <summary>Answers a stream of records line by line, in order. No record ends the run.</summary>
internal static class JsonLines
{
    private const int FlushAt = 64 * 1024;

    public static async Task RunAsync(InspectKind kind, Stream input, Stream output, CancellationToken cancellationToken)
    {
        PipeReader reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: FlushAt, leaveOpen: true));
        var answers = new ArrayBufferWriter<byte>(FlushAt);
        using var json = new Utf8JsonWriter(answers);
        while (true)
        {
            ReadResult read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            ReadOnlySequence<byte> buffer = read.Buffer;
            while (TryTakeLine(ref buffer, read.IsCompleted, out ReadOnlySequence<byte> line))
            {
                Answer(kind, line, json, answers);
                if (answers.WrittenCount >= FlushAt)
                {
                    await FlushAsync(answers, output, cancellationToken).ConfigureAwait(false);
                }
            }

            reader.AdvanceTo(buffer.Start, buffer.End);

            // Before waiting for more input all answers so far are out: who feeds one record at a time gets one answer at a time.
            await FlushAsync(answers, output, cancellationToken).ConfigureAwait(false);
            if (read.IsCompleted)
            {
                break;
            }
        }

        await reader.CompleteAsync().ConfigureAwait(false);
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        line = buffer;
        if (!isLast || buffer.IsEmpty)
        {
            return false;
        }

        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private static void Answer(InspectKind kind, in ReadOnlySequence<byte> line, Utf8JsonWriter json, ArrayBufferWriter<byte> answers)
    {
        ReadOnlyMemory<byte> octets = line.IsSingleSegment ? line.First : line.ToArray();
        if (octets.Span.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        InspectAnswer answer = Answer(kind, octets);
        json.Reset();
        AnswerJson.Write(json, answer);
        json.Flush();
        answers.Write("\n"u8);
    }

    private static InspectAnswer Answer(InspectKind kind, ReadOnlyMemory<byte> record)
    {
        try
        {
            return InspectRecord.Read(record, kind, out InspectAnswer? refusal) is { } item ? Inspector.Inspect(item) : refusal!;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of ours costs this record and not those behind it.
            return InspectAnswer.BadRecord("null", 0, $"The record could not be read: {e.GetType().Name}.");
        }
    }

    private static async ValueTask FlushAsync(ArrayBufferWriter<byte> answers, Stream output, CancellationToken cancellationToken)
    {
        if (answers.WrittenCount == 0)
        {
            return;
        }

        await output.WriteAsync(answers.WrittenMemory, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        answers.ResetWrittenCount();
    }
}
