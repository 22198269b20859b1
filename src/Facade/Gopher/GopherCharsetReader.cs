using System.Text;
using System.Text.Unicode;

namespace HiPerf.Gopher;

/// <summary>Reads a host's texts by its charset: the one told for the host, else the one told for all, else what the host is found to write.</summary>
internal sealed class GopherCharsetReader
{
    private static readonly Encoding s_cp437 = CodePagesEncodingProvider.Instance.GetEncoding(437) ?? throw new PlatformNotSupportedException("The base library has no code page 437.");

    private readonly string _host;
    private readonly GopherCharsetMemory? _memory;
    private bool _isAutomatic;

    /// <summary>Makes a reader.</summary>
    /// <param name="options">What was told.</param>
    /// <param name="host">Whose texts are read, in canonical form.</param>
    /// <param name="memory">What the session knows of hosts; null knows nothing and forgets.</param>
    public GopherCharsetReader(GopherConnectOptions options, string host, GopherCharsetMemory? memory = null)
    {
        _host = host;
        _memory = memory;
        Charset = options.Charsets.GetValueOrDefault(host, options.Charset);
        if (Charset == GopherCharset.Automatic)
        {
            Charset = memory?.Of(host) ?? GopherCharset.Automatic;
            _isAutomatic = Charset == GopherCharset.Automatic;
        }
    }

    /// <summary>How the last text was read: UTF-8 as long as every one was; <see cref="GopherCharset.Automatic"/> before the first, where nothing was told or known.</summary>
    public GopherCharset Charset { get; private set; }

    /// <summary>Reads one text.</summary>
    public string Read(ReadOnlySpan<byte> octets)
    {
        if (_isAutomatic)
        {
            Judge(octets);
        }

        return Charset switch
        {
            GopherCharset.Latin1 => Encoding.Latin1.GetString(octets),
            GopherCharset.Cp437 => s_cp437.GetString(octets),
            _ => Encoding.UTF8.GetString(octets),
        };
    }

    // What is UTF-8 decides nothing: the next line may be otherwise. What is none decides for good.
    private void Judge(ReadOnlySpan<byte> octets)
    {
        Charset = GopherCharset.Utf8;
        if (Utf8.IsValid(octets))
        {
            return;
        }

        GopherCharset found = octets.ContainsAnyInRange((byte)0x80, (byte)0x9F) ? GopherCharset.Cp437 : GopherCharset.Latin1;
        Charset = _memory?.Keep(_host, found) ?? found;
        _isAutomatic = false;
    }
}
