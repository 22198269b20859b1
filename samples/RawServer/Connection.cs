using System.Buffers;
using System.Net.Sockets;
using System.Text;
using HiPerf;
using HiPerf.Http;
using HiPerf.Http1;

namespace RawServer;

/// <summary>One connection: reads requests, answers each in turn. HiPerf.Core reads and writes the octets; the socket and the waiting are ours.</summary>
internal sealed class Connection(Socket socket)
{
    private const int MaxContent = 1 << 20;
    private static readonly Http1Limits s_limits = Http1Limits.Server;
    private readonly FieldLine[] _fields = new FieldLine[Http1Limits.ServerFields];
    private readonly ArrayBufferWriter<byte> _content = new();
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly byte[] _input = new byte[2 * s_limits.MaxHead];
    private int _start, _end;

    private ReadOnlySpan<byte> Unread => _input.AsSpan(_start.._end);

    public void Serve()
    {
        try
        {
            socket.SendTimeout = socket.ReceiveTimeout = 10_000;
            while (Exchange())
            {
            }

            // To close with octets unread would reset the connection and lose the answer on its way. RFC 9112 section 9.6.
            socket.Shutdown(SocketShutdown.Send);
            for (int dropped = _start = _end; dropped < MaxContent && Receive(); dropped += _end)
            {
                _start = _end;
            }
        }
        catch (SocketException)
        {
            // The peer went away or took too long: nobody is left to be told.
        }
    }

    // One request and its response; false when no other may follow.
    private bool Exchange()
    {
        RequestHead head = default;
        ParseResult result;
        for (int examined = 0; (result = RequestHeadParser.Parse(Unread, _fields, ref head, s_limits, examined: examined)).NeedsMoreData; examined = result.Position)
        {
            if (!Receive())
            {
                return false;
            }
        }

        BodyFraming framing = default;
        ParseError error = result.IsDone ? BodyFramingParser.ParseRequest(Unread, _fields, head, out framing).Error : result.Error;
        if (error != ParseError.None)
        {
            return Refuse(error, head);
        }

        bool isRoot = head.Method is RequestMethod.Get or RequestMethod.Head && head.TargetIn(Unread).SequenceEqual("/"u8);
        bool isEcho = head.Method == RequestMethod.Post && head.TargetIn(Unread).SequenceEqual("/echo"u8);
        _start += result.Consumed;
        error = ReadContent(framing);
        return error != ParseError.None ? Refuse(error, head)
            : isRoot ? Answer(200, "Served by HiPerf.Core.\n"u8, head, framing.KeepsAlive)
            : isEcho ? Answer(200, _content.WrittenSpan, head, framing.KeepsAlive)
            : Answer(404, "There is GET / and POST /echo.\n"u8, head, framing.KeepsAlive && head.Method != RequestMethod.Connect);
    }

    private ParseError ReadContent(BodyFraming framing)
    {
        ParseError error = framing.Length > MaxContent ? ParseError.ContentTooLarge : ParseError.None;
        if (error == ParseError.None && (framing.Options & ConnectionOptions.ExpectContinue) != ConnectionOptions.None)
        {
            _ = socket.Send("HTTP/1.1 100 Continue\r\n\r\n"u8);
        }

        _content.ResetWrittenCount();
        var chunked = new ChunkedBodyParser { MaxContent = MaxContent };
        bool isChunked = framing.Kind == BodyFramingKind.Chunked;
        while (error == ParseError.None && (isChunked ? !chunked.IsComplete : _content.WrittenCount < framing.Length))
        {
            int due = (int)Math.Clamp(framing.Length - _content.WrittenCount, 0, Unread.Length);
            ChunkPiece piece = default;
            ParseResult result = isChunked ? chunked.Parse(Unread, _fields, out piece, s_limits)
                : due > 0 ? ParseResult.Done(due) : ParseResult.NeedMoreData(0);
            _content.Write(isChunked ? piece.DataIn(Unread) : Unread[..due]);
            _start += result.Consumed;
            error = result.Error;
            if (result.NeedsMoreData && !Receive())
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }
        }

        return error;
    }

    private bool Refuse(ParseError error, in RequestHead head) => Answer(error.HttpStatus(), Encoding.ASCII.GetBytes($"{error.Message()}\n"), head, keepsAlive: false);

    private bool Answer(int status, ReadOnlySpan<byte> content, in RequestHead head, bool keepsAlive)
    {
        _output.ResetWrittenCount();
        var writer = new ResponseHeadWriter(_output);
        writer.WriteStatusLine(status);
        writer.WriteDate(FieldName.Date, DateTime.UtcNow.Ticks);
        writer.WriteField(FieldName.ContentType, "text/plain"u8);
        ConnectionOptions options = keepsAlive ? ConnectionOptions.KeepAlive : ConnectionOptions.Close;
        _ = writer.TryComplete(BodyFraming.OfLength(content.Length), options, head.Method, head.Version, out _);
        _output.Write(head.Method == RequestMethod.Head ? default : content);
        _ = socket.Send(_output.WrittenSpan);
        return keepsAlive;
    }

    private bool Receive()
    {
        Unread.CopyTo(_input);
        (_start, _end) = (0, _end - _start);
        int received = socket.Receive(_input.AsSpan(_end));
        _end += received;
        return received > 0;
    }
}
