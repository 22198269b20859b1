using System.Runtime.CompilerServices;
using HiPerf.Http1;
using HiPerf.Transport;

namespace HiPerf.Http;

/// <summary>Reads one response's content from its connection, whatever frames it. One object serves all exchanges of a file.</summary>
/// <remarks>
/// RFC 9112 sections 6.3 and 8. Content of a known length goes from the stream into the caller's memory; chunked content passes through
/// the pump's buffer and is copied once. An end before the frame's end is <see cref="InternetErrorKind.Truncated"/>, always. Errors are
/// thrown as they are here; the file adds who and where.
/// </remarks>
internal sealed class HttpBody(Http1Limits limits)
{
    private readonly Http1Limits _limits = limits;
    private HttpChannel? _channel;
    private ParsePump? _pump;
    private FieldLine[] _trailers = [];
    private ChunkedBodyParser _chunks;
    private BodyFramingKind _kind;
    private int _piece;
    private bool _endTaken = true;

    /// <summary>Octets of content handed out.</summary>
    public long Delivered { get; private set; }

    /// <summary>Whether the content was read to its end.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Whether that end is known to be the true one; for content that ends with the connection, TLS must have said goodbye.</summary>
    public bool IsVerified { get; private set; }

    /// <summary>Octets that are certain to come still; -1 when not known.</summary>
    public long Remaining => IsComplete ? 0 : _channel!.State.ResponseRemaining;

    /// <summary>Begins the content of a response whose head was just consumed from the pump.</summary>
    public void Begin(HttpChannel channel, in BodyFraming framing)
    {
        _channel = channel;
        _pump = channel.Pump;
        _kind = framing.Kind;
        _chunks = default;
        _piece = 0;
        Delivered = 0;
        IsComplete = channel.State.Response != MessageState.Content;
        IsVerified = _kind != BodyFramingKind.UntilClose || channel.EndIsAuthenticated;
        _endTaken = false;
    }

    /// <summary>Forgets the connection, ready for another file.</summary>
    public void Reset()
    {
        _channel = null;
        _pump = null;
        IsComplete = _endTaken = true;
        IsVerified = false;
    }

    /// <summary>Gives the content up: it never ends, and nothing more of it is there.</summary>
    public void Break()
    {
        _pump = null;
        _piece = 0;
        IsComplete = false;
        IsVerified = false;
    }

    /// <summary>Whether the content has ended since this was asked last: true once an exchange.</summary>
    public bool TakeEnd()
    {
        if (!IsComplete || _endTaken)
        {
            return false;
        }

        return _endTaken = true;
    }

    /// <summary>Reads what is there already; false when it would have to wait.</summary>
    public bool TryRead(Span<byte> destination, out int count)
    {
        count = 0;
        if (IsComplete || destination.IsEmpty)
        {
            return true;
        }

        if (_pump is null)
        {
            return false;
        }

        if (_kind == BodyFramingKind.Chunked)
        {
            return TryReadChunks(destination, out count);
        }

        if (_pump!.BufferedBytes == 0)
        {
            return false;
        }

        var part = _pump.Buffer.Span;
        count = Math.Min(part.Length, Wanted(destination.Length));
        part[..count].CopyTo(destination);
        _pump.Advance(count);
        Account(count);
        return true;
    }

    /// <summary>Starts the one wait that <see cref="Accept"/> then takes the outcome of. Into the caller's memory where the frame allows it.</summary>
    public ValueTask<int> WaitAsync(Memory<byte> destination, CancellationToken cancellationToken) => PassesBuffer
        ? _pump!.FillAsync(cancellationToken)
        : _pump!.ReadAsync(destination[..Wanted(destination.Length)], cancellationToken);

    /// <summary>The same by synchronous I/O.</summary>
    public int Wait(Span<byte> destination) => PassesBuffer
        ? _pump!.Fill()
        : _pump!.Read(destination[..Wanted(destination.Length)]);

    /// <summary>Takes the outcome of a wait. True: <paramref name="count"/> octets were delivered, or the content has ended. False: read again.</summary>
    public bool Accept(int count, Span<byte> destination, out int delivered)
    {
        delivered = count;
        if (count == 0)
        {
            Take(ExchangeEvent.Close(ExchangeRole.Server));
            return true;
        }

        if (PassesBuffer)
        {
            return TryRead(destination, out delivered);
        }

        Account(count);
        return true;
    }

    // The last octets over TLS are read with room for more: what a record holds behind them would else wait unseen in the TLS stream, and be
    // taken for the next answer (catalogue RS-07). A socket can be asked instead.
    private bool PassesBuffer => _kind == BodyFramingKind.Chunked
        || (_kind == BodyFramingKind.Length && _channel!.EndIsAuthenticated && _channel.State.ResponseRemaining < HttpChannel.BufferSize);

    private int Wanted(int room) => _kind == BodyFramingKind.Length ? (int)Math.Min(room, _channel!.State.ResponseRemaining) : room;

    private void Account(int count)
    {
        Take(ExchangeEvent.Content(ExchangeRole.Server, count));
        Delivered += count;
    }

    // Whether the content goes on, ends here, or should not be there, is for the exchange's rules to say.
    private void Take(ExchangeEvent @event)
    {
        ref var state = ref _channel!.State;
        var missing = state.ResponseRemaining;
        var answer = state.On(in @event);
        if (!answer.IsTaken)
        {
            throw HttpErrors.Exchange(answer.Error, InternetPhase.ReceivingContent, Delivered, _channel.Key, missing: answer.Error == ParseError.IncompleteContent ? missing : 0);
        }

        IsComplete = state.Response != MessageState.Content;
    }

    private bool TryReadChunks(Span<byte> destination, out int count)
    {
        count = 0;
        var pump = _pump!;
        while (true)
        {
            if (_piece > 0 && count < destination.Length)
            {
                var part = Math.Min(_piece, destination.Length - count);
                pump.Buffer.Span[..part].CopyTo(destination[count..]);
                pump.Advance(part);
                _piece -= part;
                count += part;
                Delivered += part;
            }

            if (_piece > 0)
            {
                return true;
            }

            if (!NextPiece())
            {
                return IsComplete || count > 0;
            }
        }
    }

    // Reads framing up to the next content; false at the end, or when octets are missing.
    private bool NextPiece()
    {
        var pump = _pump!;
        while (true)
        {
            var result = _chunks.Parse(pump.Buffer.Span, _trailers, out var piece, in _limits);
            if (result.NeedsMoreData)
            {
                return false;
            }

            if (!result.IsDone)
            {
                if (!GrowTrailers(result))
                {
                    throw HttpErrors.Protocol(result, InternetPhase.ReceivingContent, _channel!.Key, _chunks.ConsumedTotal);
                }

                continue;
            }

            pump.Advance(result.Consumed - piece.DataLength);
            if (piece.Kind == ChunkPieceKind.Data)
            {
                Take(ExchangeEvent.Content(ExchangeRole.Server, piece.DataLength));
                _piece = piece.DataLength;
            }
            else if (piece.Kind == ChunkPieceKind.End)
            {
                Take(ExchangeEvent.End(ExchangeRole.Server));
            }

            if (piece.Kind != ChunkPieceKind.Framing)
            {
                return !IsComplete;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool GrowTrailers(ParseResult result)
    {
        if (result.Status != System.Buffers.OperationStatus.DestinationTooSmall || _trailers.Length >= _limits.MaxTrailerFields)
        {
            return false;
        }

        _trailers = new FieldLine[_limits.MaxTrailerFields];
        return true;
    }
}
