using System.Buffers;
using System.Text;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Server;

/// <summary>Writes the head of an answer. RFC 9112 section 4, RFC 9110 section 6.</summary>
/// <remarks>The order of fields is the same for GET and HEAD and for every status, Date first.</remarks>
internal sealed class AnswerHead
{
    /// <summary>Where the date's value stands in the head of a 200 answer.</summary>
    public static readonly int DateStart = "HTTP/1.1 200 OK\r\nDate: ".Length;

    private readonly byte[]? _server;

    /// <param name="serverName">The Server field's value, null for none.</param>
    /// <exception cref="ArgumentException">The value is no field value. RFC 9110 section 5.5.</exception>
    public AnswerHead(string? serverName)
    {
        if (serverName is null)
        {
            return;
        }

        if (serverName.Length is 0 or > 256 || serverName.Trim() != serverName || serverName.Any(static c => c is < ' ' or > '~'))
        {
            throw new ArgumentException("A server name is 1 to 256 characters of printable ASCII with no space at its ends.", nameof(serverName));
        }

        _server = Encoding.ASCII.GetBytes(serverName);
    }

    /// <summary>Writes the whole head.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="answer">What is answered.</param>
    /// <param name="date">The Date field's value.</param>
    /// <param name="options">What Connection says.</param>
    /// <returns>Octets of the head.</returns>
    public int Write(IBufferWriter<byte> output, Answer answer, ReadOnlySpan<byte> date, ConnectionOptions options)
    {
        var head = new ResponseHeadWriter(output);
        head.WriteStatusLine(answer.Status);
        head.WriteField(FieldName.Date, date);
        if (_server is not null)
        {
            head.WriteField(FieldName.Server, _server);
        }

        if (answer.ContentType is { } contentType)
        {
            head.WriteField(FieldName.ContentType, contentType);
        }

        if (answer.Validators is { } validators)
        {
            head.WriteDate(FieldName.LastModified, validators.Modified);
            head.WriteField(FieldName.ETag, validators.Tag);
            if (answer.Status != 304)
            {
                head.WriteField(FieldName.AcceptRanges, "bytes"u8);
            }
        }

        switch (answer.Status)
        {
            case 206 or 416:
                WriteRange(ref head, answer);
                break;
            case 405:
                head.WriteField(FieldName.Allow, "GET, HEAD"u8);
                break;
            default:
                break;
        }

        if (answer.VariesByAccept)
        {
            head.WriteField(FieldName.Vary, "Accept"u8);
        }

        if (answer.Location is { } location)
        {
            head.WriteField(FieldName.Location, location);
        }

        var framing = answer.Length < 0 ? BodyFraming.None : BodyFraming.OfLength(answer.Length);
        _ = head.TryComplete(in framing, options, out var written);
        return written;
    }

    private static void WriteRange(ref ResponseHeadWriter head, Answer answer)
    {
        Span<byte> value = stackalloc byte[ContentRangeWriter.MaxLength];
        _ = answer.Status == 416
            ? ContentRangeWriter.TryWriteUnsatisfied(value, answer.WholeLength, out var length)
            : ContentRangeWriter.TryWrite(value, new RangePart(answer.Start, answer.Length), answer.WholeLength, out length);
        head.WriteField(FieldName.ContentRange, value[..length]);
    }
}
