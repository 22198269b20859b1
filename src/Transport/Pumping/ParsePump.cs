// The one pump of both ends: bytes that arrive become elements that a parser of Core read. It joins what comes in
// pieces, once, in a pooled array that grows geometrically up to the parser's limit, and calls the parser again only after a new LF or at
// the limit, with what was examined before: total work is linear however the bytes arrive.
//
// Two sources, one type. A PipeReader serves the server, where Kestrel's transport has one already: its segments are lent, not copied, and
// joined only where an element crosses them. A Stream serves the client, and is read into the pump's own buffer rather than through
// StreamPipeReader: an element is then contiguous by construction, synchronous reads are real ones (PipeReader has none), and a body read
// hands the caller's memory straight to the stream with no async layer between.

using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace HiPerf.Transport;

/// <summary>Reads elements (heads, lines, replies) and content from a stream or a pipe.</summary>
/// <remarks>
/// <para>One reader at a time. The pump never disposes of its source and, once it is made, is the source's only reader.</para>
/// <para>An element that is Done stays at the start of <see cref="Buffer"/>, so offsets relative to its first octet are offsets in <see cref="Buffer"/>,
/// until <see cref="Advance"/> or the next read. What the source throws passes through unchanged.</para>
/// </remarks>
public sealed class ParsePump : IDisposable
{
    /// <summary>Octets asked from a stream at once when nothing else is said: 64 KiB.</summary>
    public const int DefaultBufferSize = 64 * 1024;

    private const int JoinSize = 4 * 1024;

    // Below this a read into the caller's memory would cost a system call for next to nothing: it goes through the buffer.
    private const int DirectReadSize = 512;

    private readonly PumpBuffer _buffer;
    private readonly Stream? _stream;
    private readonly PipeSource? _pipe;
    private readonly int _bufferSize;
    private IPumpedParser? _parser;
    private int _examined;
    private int _shown;
    private int _searched;

    private ParsePump(Stream? stream, PipeReader? reader, int bufferSize, ArrayPool<byte>? pool)
    {
        _bufferSize = bufferSize;
        _buffer = new PumpBuffer(pool ?? ArrayPool<byte>.Shared, reader is null ? bufferSize : JoinSize);
        _stream = stream;
        _pipe = reader is null ? null : new PipeSource(reader, _buffer);
    }

    /// <summary>All octets that were read and not yet consumed, in one piece.</summary>
    public ReadOnlyMemory<byte> Buffer => _buffer.Memory;

    /// <summary>How many octets <see cref="Buffer"/> holds.</summary>
    public int BufferedBytes => _buffer.Length;

    /// <summary>Whether the source has ended. Together with <see cref="BufferedBytes"/> it tells an end between elements (0) from one in the middle (more than 0).</summary>
    /// <remarks>A body read that waits on a stream reports its end to the caller alone, by returning 0.</remarks>
    public bool EndOfInput { get; private set; }

    /// <summary>Makes a pump over a stream.</summary>
    /// <param name="stream">The source; it is not disposed of with the pump.</param>
    /// <param name="bufferSize">Octets asked from the stream at once, 256 to 2^20.</param>
    /// <param name="pool">Where the buffer comes from; the shared pool by default.</param>
    public static ParsePump Create(Stream stream, int bufferSize = DefaultBufferSize, ArrayPool<byte>? pool = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(bufferSize, 256);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bufferSize, 1 << 20);
        return new ParsePump(stream, null, bufferSize, pool);
    }

    /// <summary>Makes a pump over the reading end of a pipe.</summary>
    /// <param name="reader">The source; it is not completed with the pump.</param>
    /// <param name="pool">Where the array for joined elements comes from; the shared pool by default.</param>
    public static ParsePump Create(PipeReader reader, ArrayPool<byte>? pool = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new ParsePump(null, reader, DefaultBufferSize, pool);
    }

    /// <summary>Reads one element, waiting for octets as needed; completes synchronously when it is there already.</summary>
    /// <param name="parser">Who parses; asked again with the same object, it goes on where it stopped.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Done: the element is the first Consumed octets of <see cref="Buffer"/>; call <see cref="Advance"/> when it has been used.
    /// NeedMoreData: the source ended (<see cref="EndOfInput"/>), or a pipe's pending read was cancelled (<see cref="EndOfInput"/> is false).
    /// InvalidData, DestinationTooSmall: the parser's own answer, or, when it asks for more than its MaxLength, DestinationTooSmall with no error.</returns>
    public ValueTask<ParseResult> ReadAsync(IPumpedParser parser, CancellationToken cancellationToken = default) =>
        TryRead(parser, out var result) ? new ValueTask<ParseResult>(result) : WaitForElementAsync(parser, cancellationToken);

    /// <summary>Reads one element by synchronous I/O on the stream.</summary>
    /// <inheritdoc cref="ReadAsync(IPumpedParser, CancellationToken)" path="/returns" />
    /// <param name="parser">Who parses.</param>
    /// <exception cref="NotSupportedException">The source is a pipe and octets are missing.</exception>
    public ParseResult Read(IPumpedParser parser)
    {
        ParseResult result;
        while (!TryRead(parser, out result))
        {
            _ = FillFromStream(ElementLimit(parser));
        }

        return result;
    }

    /// <summary>Reads one element if it can be decided without waiting: from the buffer, and from what a pipe holds ready.</summary>
    /// <param name="parser">Who parses.</param>
    /// <param name="result">As <see cref="ReadAsync(IPumpedParser, CancellationToken)"/> gives it.</param>
    /// <returns>False when it would have to wait: the moment to flush what was written.</returns>
    public bool TryRead(IPumpedParser parser, out ParseResult result)
    {
        ArgumentNullException.ThrowIfNull(parser);
        if (!ReferenceEquals(parser, _parser))
        {
            _parser = parser;
            _examined = _shown = _searched = 0;
        }

        while (true)
        {
            if (TryParse(parser, out result))
            {
                return true;
            }

            if (_pipe is null || !_pipe.TryMove(ElementLimit(parser)))
            {
                break;
            }
        }

        if (_pipe is { Ended: true })
        {
            EndOfInput = true;
        }

        if (EndOfInput)
        {
            return TryParse(parser, out result) || Unfinished(out result);
        }

        return _pipe is not null && _pipe.TakeCancelled() && Unfinished(out result);
    }

    /// <summary>Reads content: what is buffered first, then from the source, with no copy between when it is a stream.</summary>
    /// <param name="destination">Where it goes; give no more than what remains of the content, for what follows belongs to the next message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Octets read; 0 at the end of the source, or for an empty destination.</returns>
    /// <exception cref="OperationCanceledException">The token, or a pipe's CancelPendingRead, ended the wait.</exception>
    public ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken = default)
    {
        var count = Drain(destination.Span);
        if (count > 0 || EndOfInput || (destination.IsEmpty && _stream is null))
        {
            return new ValueTask<int>(count);
        }

        if (_stream is null || (destination.Length < DirectReadSize && !destination.IsEmpty))
        {
            return FillAndDrainAsync(destination, cancellationToken);
        }

        var read = _stream.ReadAsync(destination, cancellationToken);
        if (read.IsCompletedSuccessfully)
        {
            count = read.Result;
            EndOfInput = count == 0 && !destination.IsEmpty;
            return new ValueTask<int>(count);
        }

        return read;
    }

    /// <summary>Reads content by synchronous I/O on the stream.</summary>
    /// <param name="destination">Where it goes; no more than what remains of the content.</param>
    /// <returns>Octets read; 0 at the end of the source, or for an empty destination.</returns>
    /// <exception cref="NotSupportedException">The source is a pipe and nothing is buffered.</exception>
    public int Read(Span<byte> destination)
    {
        var count = Drain(destination);
        if (count > 0 || EndOfInput || destination.IsEmpty)
        {
            return count;
        }

        if (destination.Length < DirectReadSize)
        {
            return FillFromStream(_bufferSize) == 0 ? 0 : Drain(destination);
        }

        count = SynchronousStream().Read(destination);
        EndOfInput = count == 0;
        return count;
    }

    /// <summary>Adds octets to <see cref="Buffer"/>: for decoders that work in place.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Octets added; 0 at the end of the source.</returns>
    /// <exception cref="InvalidOperationException"><see cref="Buffer"/> holds as much as is asked at once (64 KiB for a pipe): consume first.</exception>
    /// <exception cref="OperationCanceledException">The token, or a pipe's CancelPendingRead, ended the wait.</exception>
    public ValueTask<int> FillAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfFull();
        var before = _buffer.Length;
        if (EndOfInput || (_pipe is not null && _pipe.TryMove(_bufferSize)))
        {
            return new ValueTask<int>(_buffer.Length - before);
        }

        return WaitForOctetsAsync(cancellationToken);
    }

    /// <summary>Adds octets to <see cref="Buffer"/> by synchronous I/O on the stream.</summary>
    /// <returns>Octets added; 0 at the end of the source.</returns>
    /// <exception cref="InvalidOperationException"><see cref="Buffer"/> holds as much as is asked at once (64 KiB for a pipe): consume first.</exception>
    /// <exception cref="NotSupportedException">The source is a pipe and nothing is ready.</exception>
    public int Fill()
    {
        ThrowIfFull();
        var before = _buffer.Length;
        if (EndOfInput || (_pipe is not null && _pipe.TryMove(_bufferSize)))
        {
            return _buffer.Length - before;
        }

        return FillFromStream(_bufferSize);
    }

    /// <summary>Consumes octets from the start of <see cref="Buffer"/>, which then no longer holds them.</summary>
    /// <param name="consumed">How many, 0 to <see cref="BufferedBytes"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than there are.</exception>
    public void Advance(int consumed)
    {
        _buffer.Consume(consumed);
        _parser = null;
    }

    /// <summary>Gives the buffer's array back to the pool if nothing is buffered: worth doing before a long idle wait.</summary>
    public void ReleaseBuffer() => _buffer.Release();

    /// <summary>Gives the array back to the pool and to a pipe what was not consumed of its last read. No read may be under way,
    /// and a pipe's reader must not be completed before.</summary>
    /// <remarks>Octets read from a stream, or joined from several reads of a pipe, are only in <see cref="Buffer"/>: who goes on with the source takes them first.</remarks>
    public void Dispose()
    {
        _pipe?.Release();
        _buffer.Dispose();
        EndOfInput = true;
    }

    private static int ElementLimit(IPumpedParser parser) => (int)Math.Min(parser.MaxLength + 1L, Array.MaxLength);

    // Parses when there is reason to: the first octets, a new LF, the limit, the end. False: more is needed, or nothing is new.
    private bool TryParse(IPumpedParser parser, out ParseResult result)
    {
        result = default;
        var octets = _buffer.Span;
        if (octets.Length == _shown)
        {
            return false;
        }

        var worthIt = _shown == 0 || EndOfInput || octets.Length >= parser.MaxLength || octets[_searched..].Contains((byte)'\n');
        _searched = octets.Length;
        if (!worthIt)
        {
            return false;
        }

        _shown = octets.Length;
        result = parser.Parse(octets, _examined);
        if (result.NeedsMoreData)
        {
            _examined = Math.Clamp(result.Position, _examined, octets.Length);
            if (octets.Length <= parser.MaxLength)
            {
                return false;
            }

            result = ParseResult.TooSmall(ParseError.None, parser.MaxLength);
        }

        _parser = null;
        return true;
    }

    private bool Unfinished(out ParseResult result)
    {
        result = ParseResult.NeedMoreData(_examined);
        return true;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ParseResult> WaitForElementAsync(IPumpedParser parser, CancellationToken cancellationToken)
    {
        ParseResult result;
        do
        {
            if (_stream is not null)
            {
                Take(await _stream.ReadAsync(_buffer.Reserve(ElementLimit(parser)), cancellationToken).ConfigureAwait(false));
            }
            else
            {
                _pipe!.Accept(await _pipe.ReadAsync(cancellationToken).ConfigureAwait(false));
            }
        }
        while (!TryRead(parser, out result));
        return result;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> WaitForOctetsAsync(CancellationToken cancellationToken)
    {
        if (_stream is not null)
        {
            return Take(await _stream.ReadAsync(_buffer.Reserve(_bufferSize), cancellationToken).ConfigureAwait(false));
        }

        var before = _buffer.Length;
        while (!_pipe!.TryMove(_bufferSize))
        {
            if (_pipe.TakeCancelled())
            {
                throw new OperationCanceledException("The pipe's pending read was cancelled.");
            }

            if (_pipe.Ended)
            {
                EndOfInput = true;
                break;
            }

            _pipe.Accept(await _pipe.ReadAsync(cancellationToken).ConfigureAwait(false));
        }

        return _buffer.Length - before;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> FillAndDrainAsync(Memory<byte> destination, CancellationToken cancellationToken) =>
        await WaitForOctetsAsync(cancellationToken).ConfigureAwait(false) == 0 ? 0 : Drain(destination.Span);

    private int Drain(Span<byte> destination)
    {
        var count = 0;
        do
        {
            var part = _buffer.Span;
            if (part.Length > destination.Length - count)
            {
                part = part[..(destination.Length - count)];
            }

            part.CopyTo(destination[count..]);
            Advance(part.Length);
            count += part.Length;
        }
        while (count < destination.Length && _pipe is not null && _pipe.TryMove(_bufferSize));
        return count;
    }

    private int FillFromStream(int limit) => Take(SynchronousStream().Read(_buffer.Reserve(limit).Span));

    private int Take(int count)
    {
        _buffer.Commit(count);
        EndOfInput = count == 0;
        return count;
    }

    private Stream SynchronousStream() =>
        _stream ?? throw new NotSupportedException("A pipe has no synchronous read; make the pump over a stream.");

    private void ThrowIfFull()
    {
        if (_buffer.Length >= _bufferSize)
        {
            throw new InvalidOperationException("The pump's buffer is full: consume with Advance before it is filled again.");
        }
    }
}
