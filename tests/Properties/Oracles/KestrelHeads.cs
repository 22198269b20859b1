using System.Buffers;
using System.Text;
using HiPerf.Http1;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http;

namespace HiPerf.Properties.Oracles;

/// <summary>Kestrel's request parser, which reads the request-line and the field lines but judges neither target nor Host.</summary>
internal sealed class KestrelHeads : IHttpRequestLineHandler, IHttpHeadersHandler
{
    private static readonly HttpParser<KestrelHeads> s_parser = new(showErrorDetails: false);

    private readonly StringBuilder _parts = new();

    private KestrelHeads()
    {
    }

    /// <summary>Done with the parts and octets consumed, InvalidData, or NeedMoreData.</summary>
    public static (OperationStatus Status, string Parts, long Consumed) Read(byte[] octets)
    {
        var handler = new KestrelHeads();
        var reader = new SequenceReader<byte>(new ReadOnlySequence<byte>(octets));
        try
        {
            bool done = s_parser.ParseRequestLine(handler, ref reader) && s_parser.ParseHeaders(handler, ref reader);
            return done ? (OperationStatus.Done, handler._parts.ToString(), reader.Consumed) : (OperationStatus.NeedMoreData, "", 0);
        }
        catch (BadHttpRequestException)
        {
            return (OperationStatus.InvalidData, "", 0);
        }
    }

    /// <summary>The parts of a head as ours read it, worded as <see cref="Read"/> words Kestrel's.</summary>
    public static string Describe(ReadOnlySpan<byte> octets, in RequestHead head, ReadOnlySpan<FieldLine> fields)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(head.MethodIn(octets))).Append(' ').Append(Encoding.Latin1.GetString(head.TargetIn(octets)));
        text.Append(' ').Append(head.Version);
        foreach (ref readonly FieldLine field in fields[..head.FieldCount])
        {
            text.Append('\n').Append(Encoding.Latin1.GetString(field.NameIn(octets))).Append('=').Append(Encoding.Latin1.GetString(field.ValueIn(octets)));
        }

        return text.ToString();
    }

    public void OnStartLine(HttpVersionAndMethod versionAndMethod, TargetOffsetPathLength targetPath, Span<byte> startLine) =>
        _parts.Append(Encoding.Latin1.GetString(startLine)).Append(' ').Append(versionAndMethod.Version);

    public void OnHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        _parts.Append('\n').Append(Encoding.Latin1.GetString(name)).Append('=').Append(Encoding.Latin1.GetString(value));

    public void OnHeadersComplete(bool endStream)
    {
    }

    public void OnStaticIndexedHeader(int index) => throw new NotSupportedException("HTTP/2 alone.");

    public void OnStaticIndexedHeader(int index, ReadOnlySpan<byte> value) => throw new NotSupportedException("HTTP/2 alone.");
}
