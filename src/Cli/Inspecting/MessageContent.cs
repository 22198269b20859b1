using System.Buffers;
using HiPerf.Http1;

namespace HiPerf.Cli.Inspecting;

/// <summary>Reads the content that follows a head, all of it from one span.</summary>
internal readonly ref struct MessageContent
{
    private MessageContent(OperationStatus status, ReadOnlySpan<byte> octets, int consumed)
    {
        Status = status;
        Octets = octets;
        Consumed = consumed;
    }

    /// <summary>Done, NeedMoreData, or InvalidData.</summary>
    public OperationStatus Status { get; private init; }

    /// <summary>The content as far as it goes, framing left out.</summary>
    public ReadOnlySpan<byte> Octets { get; private init; }

    /// <summary>Octets of content and framing read.</summary>
    public int Consumed { get; private init; }

    public ParseError Error { get; private init; }

    /// <summary>Offset of the first offending octet.</summary>
    public int Position { get; private init; }

    /// <summary>What the trailer section did that it should not have.</summary>
    public Deviations Deviations { get; private init; }

    /// <summary>Trailer field lines; none unless there was a trailer section, and it is whole.</summary>
    public List<KeyValuePair<string, string>> Trailers { get; private init; } = [];

    public static MessageContent Read(ReadOnlySpan<byte> rest, in BodyFraming framing, bool endsConnection, in Http1Limits limits)
    {
        switch (framing.Kind)
        {
            case BodyFramingKind.Chunked:
                return ReadChunked(rest, in limits);
            case BodyFramingKind.Length when rest.Length < framing.Length:
                return new(OperationStatus.NeedMoreData, rest, rest.Length);
            case BodyFramingKind.Length:
                return new(OperationStatus.Done, rest[..(int)framing.Length], (int)framing.Length);
            case BodyFramingKind.UntilClose:
                return new(endsConnection ? OperationStatus.Done : OperationStatus.NeedMoreData, rest, rest.Length);
            default:
                return new(OperationStatus.Done, default, 0);
        }
    }

    public static MessageContent ReadChunked(ReadOnlySpan<byte> input, in Http1Limits limits)
    {
        var parser = new ChunkedBodyParser();
        var content = new ArrayBufferWriter<byte>();
        var trailers = new FieldLine[limits.MaxTrailerFields];
        int at = 0;
        while (true)
        {
            ReadOnlySpan<byte> rest = input[at..];
            ParseResult result = parser.Parse(rest, trailers, out ChunkPiece piece, in limits);
            if (result.Status == OperationStatus.NeedMoreData)
            {
                return new(OperationStatus.NeedMoreData, content.WrittenSpan, at);
            }

            if (!result.IsDone)
            {
                return new(OperationStatus.InvalidData, content.WrittenSpan, at) { Error = result.Error, Position = at + result.Position };
            }

            if (piece.Kind == ChunkPieceKind.Data)
            {
                content.Write(piece.DataIn(rest));
            }

            at += result.Consumed;
            if (piece.Kind == ChunkPieceKind.End)
            {
                return new(OperationStatus.Done, content.WrittenSpan, at)
                {
                    Deviations = result.Deviations,
                    Trailers = FieldTexts.Of(rest, trailers.AsSpan(0, piece.TrailerCount)),
                };
            }
        }
    }
}
