using System.Text;
using HiPerf.Http;
using HiPerf.Http1;
using static HiPerf.Properties.Oracles.ReferenceGrammar;

namespace HiPerf.Properties.Oracles;

/// <summary>Decides framing, connection and Host field line by field line, as RFC 9112 sections 3.2, 6 and 9.3 and docs/http1.md word it; nothing of it is Core's.</summary>
/// <remarks>Works on what <see cref="ReferenceHeads"/> found. The first field line that is wrong is the answer, whatever comes behind it.</remarks>
internal sealed class ReferenceFraming
{
    private byte[] _octets = [];
    private bool _http10;
    private bool _lenient;
    private bool _stopped;
    private bool _chunked;
    private ReferenceField? _host;

    public ParseError Error { get; private set; }

    /// <summary>The refusal's offset.</summary>
    public int Offset { get; private set; }

    public BodyFramingKind Kind { get; private set; }

    /// <summary>The declared Content-Length, −1 where there is none.</summary>
    public long Length { get; private set; }

    public ConnectionOptions Options { get; private set; }

    public bool KeepsAlive { get; private set; }

    /// <summary>The first number that repeats a Content-Length and was let pass, −1 where there is none.</summary>
    public int FirstRepeat { get; private set; }

    public ReferenceFraming Request(byte[] octets, ReferenceHeads head, bool lenient, bool requireHost)
    {
        Begin(octets, head, lenient);
        Fields(head, readsFraming: true, readsHost: requireHost);
        if (!_stopped && requireHost)
        {
            JudgeHost(head);
        }

        Kind = _chunked ? BodyFramingKind.Chunked : Length >= 0 ? BodyFramingKind.Length : BodyFramingKind.None;
        return this;
    }

    public ReferenceFraming Response(byte[] octets, ReferenceHeads head, RequestMethod method, bool lenient)
    {
        // RFC 9112 section 6.3: 1. and 2. come before the fields are asked.
        bool tunnel = method == RequestMethod.Connect && head.StatusCode / 100 == 2;
        bool empty = tunnel || method == RequestMethod.Head || head.StatusCode / 100 == 1 || head.StatusCode is 204 or 304;
        Begin(octets, head, lenient);
        Fields(head, readsFraming: !tunnel, readsHost: false);
        Kind = empty ? BodyFramingKind.None : _chunked ? BodyFramingKind.Chunked : Length >= 0 ? BodyFramingKind.Length : BodyFramingKind.UntilClose;
        KeepsAlive &= Kind != BodyFramingKind.UntilClose && !tunnel && head.StatusCode != 101;
        return this;
    }

    private void Begin(byte[] octets, ReferenceHeads head, bool lenient)
    {
        (_octets, _lenient, _http10) = (octets, lenient, head.Version == HttpVersion.Http10);
        (_stopped, _chunked, _host) = (false, false, null);
        (Error, Offset, Length, Options, FirstRepeat) = (ParseError.None, 0, -1, ConnectionOptions.None, -1);
    }

    private void Fields(ReferenceHeads head, bool readsFraming, bool readsHost)
    {
        foreach (ReferenceField field in head.Fields)
        {
            if (readsFraming && Is(field, "content-length"))
            {
                ContentLength(field);
            }
            else if (readsFraming && Is(field, "transfer-encoding"))
            {
                TransferEncoding(field);
            }
            else if (readsHost && Is(field, "host"))
            {
                Host(field);
            }
            else if (Is(field, "connection"))
            {
                Connection(Text(field));
            }
            else if (!_http10 && Is(field, "expect"))
            {
                // RFC 9110 section 10.1.1: a 100-continue in an HTTP/1.0 request is ignored.
                Options |= Text(field).Equals("100-continue", StringComparison.OrdinalIgnoreCase) ? ConnectionOptions.ExpectContinue : ConnectionOptions.ExpectOther;
            }
            else if (!_http10 && Is(field, "upgrade"))
            {
                Options |= ConnectionOptions.UpgradeField;
            }

            if (_stopped)
            {
                return;
            }
        }

        // RFC 9112 section 9.3.
        bool close = (Options & ConnectionOptions.Close) != 0;
        KeepsAlive = !close && (!_http10 || (Options & ConnectionOptions.KeepAlive) != 0);
    }

    // Content-Length = 1*DIGIT, at most 19 of them and 2^63-1; lenient: the same number again, in a list or another line.
    private void ContentLength(ReferenceField field)
    {
        if (_chunked)
        {
            Stop(ParseError.LengthWithTransferEncoding, NameEnd(field));
            return;
        }

        if (Length >= 0 && !_lenient)
        {
            Stop(ParseError.RepeatedContentLength, NameEnd(field));
            return;
        }

        string value = Text(field);
        for (int at = 0; ; at++)
        {
            int start = at;
            UInt128 number = 0;
            while (at < value.Length && IsDigit(value[at]))
            {
                number = (number * 10) + (uint)(value[at] - '0');
                if (at - start == 19 || number > long.MaxValue)
                {
                    Stop(ParseError.BadContentLength, field.ValueStart + at);
                    return;
                }

                at++;
            }

            if (at == start)
            {
                Stop(ParseError.BadContentLength, field.ValueStart + at);
                return;
            }

            if (Length >= 0 && (UInt128)Length != number)
            {
                Stop(ParseError.RepeatedContentLength, field.ValueStart + at);
                return;
            }

            FirstRepeat = Length >= 0 && FirstRepeat < 0 ? field.ValueStart + start : FirstRepeat;
            Length = (long)number;
            if (at == value.Length)
            {
                return;
            }

            at += Spaces(value, at);
            if (value[at] != ',' || !_lenient)
            {
                Stop(value[at] == ',' ? ParseError.RepeatedContentLength : ParseError.BadContentLength, field.ValueStart + at);
                return;
            }

            at += Spaces(value, at + 1);
        }
    }

    // Transfer-Encoding: chunked, once, alone. A coding we lack is told apart from a field that is broken.
    private void TransferEncoding(ReferenceField field)
    {
        ParseError misplaced = _http10 ? ParseError.TransferEncodingInHttp10 : Length >= 0 ? ParseError.LengthWithTransferEncoding : _chunked ? ParseError.BadTransferEncoding : ParseError.None;
        if (misplaced != ParseError.None)
        {
            Stop(misplaced, NameEnd(field));
            return;
        }

        _chunked = true;
        string value = Text(field);
        if (value.Equals("chunked", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        string coding = string.Concat(value.TakeWhile(IsToken));
        int at = coding.Length + Spaces(value, coding.Length);
        bool wellFormed = coding.Length > 0 && (at == value.Length || value[at] is ',' or ';');
        bool other = wellFormed && !coding.Equals("chunked", StringComparison.OrdinalIgnoreCase);
        Stop(other ? ParseError.UnsupportedTransferCoding : ParseError.BadTransferEncoding, field.ValueStart + at);
    }

    private void Host(ReferenceField field)
    {
        if (_host is not null)
        {
            Stop(ParseError.RepeatedHost, NameEnd(field));
            return;
        }

        _host = field;
        int wrong = ReferenceHost.FirstWrong(Text(field));
        if (wrong >= 0)
        {
            Stop(ParseError.BadHost, field.ValueStart + wrong);
        }
    }

    // RFC 9112 section 3.2: one Host in HTTP/1.1, and the same authority as an absolute-form target's.
    private void JudgeHost(ReferenceHeads head)
    {
        if (_host is not { } host)
        {
            if (!_http10)
            {
                // The empty line shows that none will come.
                Stop(ParseError.MissingHost, head.Offset - (_octets[head.Offset - 2] == '\r' ? 2 : 1));
            }

            return;
        }

        string target = Encoding.Latin1.GetString(_octets, head.TargetStart, head.TargetLength);
        if (head.Form == TargetForm.Absolute && host.ValueLength > 0 && !ReferenceHost.Agree(target, Text(host)))
        {
            Stop(ParseError.HostMismatch, host.ValueStart + host.ValueLength);
        }
    }

    // Connection = #connection-option; the line break of a fold counts as white space.
    private void Connection(string value)
    {
        foreach (string option in value.Split(',').Select(o => o.Trim(' ', '\t', '\r', '\n')).Where(o => o.Length > 0))
        {
            Options |= option.ToLowerInvariant() switch
            {
                "close" => ConnectionOptions.Close,
                "keep-alive" => ConnectionOptions.KeepAlive,
                "upgrade" => ConnectionOptions.Upgrade,
                "te" => ConnectionOptions.Te,
                _ => ConnectionOptions.Other,
            };
        }
    }

    private static int Spaces(string value, int at)
    {
        int start = at;
        while (at < value.Length && value[at] is ' ' or '\t')
        {
            at++;
        }

        return at - start;
    }

    private bool Is(ReferenceField field, string lower) =>
        field.NameLength == lower.Length && Encoding.Latin1.GetString(_octets, field.NameStart, field.NameLength).Equals(lower, StringComparison.OrdinalIgnoreCase);

    private string Text(ReferenceField field) => Encoding.Latin1.GetString(_octets, field.ValueStart, field.ValueLength);

    private static int NameEnd(ReferenceField field) => field.NameStart + field.NameLength;

    private void Stop(ParseError error, int offset) => (_stopped, Error, Offset) = (true, error, offset);
}
