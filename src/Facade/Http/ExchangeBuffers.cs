using System.Buffers;

namespace HiPerf.Http;

/// <summary>What an exchange needs of memory beside its file: request octets, response head, state of the content. Handed from file to file.</summary>
internal sealed class ExchangeBuffers(InternetSessionOptions options)
{
    private const int OrdinarySize = 16 * 1024;

    public ArrayBufferWriter<byte> Request { get; } = new(512);

    public ResponseHeadReader Head { get; } = new(options.Http1Limits, options.Http1Leniency);

    public HttpBody Body { get; } = new(options.Http1Limits);

    /// <summary>Whether they are of a size worth keeping: one extraordinary head must not stay for the life of the session.</summary>
    public bool IsOrdinary => Request.Capacity <= OrdinarySize && Head.Capacity <= OrdinarySize;
}
