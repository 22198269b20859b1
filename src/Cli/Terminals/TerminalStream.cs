using System.Text;

namespace HiPerf.Cli.Terminals;

/// <summary>Shows content from a peer on a terminal: UTF-8 text with its line ends and tabs, everything else a terminal could obey escaped.</summary>
/// <remarks>Write-only. CRLF is a line end; a lone CR is escaped. Octets that are no UTF-8 show as U+FFFD.</remarks>
internal sealed class TerminalStream(Stream terminal) : Stream
{
    private readonly Decoder _decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetDecoder();
    private bool _heldCr;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer) => terminal.Write(Shown(buffer, flush: false));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        terminal.WriteAsync(Shown(buffer.Span, flush: false), cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => terminal.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Shows what is held back, too. The terminal stays open.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            terminal.Write(Shown([], flush: true));
        }

        base.Dispose(disposing);
    }

    private byte[] Shown(ReadOnlySpan<byte> octets, bool flush)
    {
        var characters = new char[_decoder.GetCharCount(octets, flush)];
        _ = _decoder.GetChars(octets, characters, flush);
        string text = _heldCr ? "\r" + new string(characters) : new string(characters);

        // Whether a CR at the end is half of a line end shows only in the next write.
        _heldCr = !flush && text.EndsWith('\r');
        if (_heldCr)
        {
            text = text[..^1];
        }

        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(TerminalText.EscapeLine)));
    }
}
