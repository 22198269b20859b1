using System.Buffers;
using System.Text;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Properties.Oracles;

/// <summary>Reads a whole multipart body as RFC 2046 section 5.1.1 is worded: searches strings, copies content, shares no code with Core.</summary>
/// <remarks>
/// What the RFC leaves to the reader is refused where docs/forms.md says so: a line that begins as a delimiter and is none. Heads are read by <see cref="ReferenceHeads"/>, the field lines of
/// a message being those of a part, so that a body of many parts is read in quadratic time.
/// </remarks>
internal sealed class ReferenceMultipart
{
    private const string StatusLine = "HTTP/1.1 200 \r\n";

    private readonly string _body;
    private readonly string _delimiter;
    private readonly MultipartLimits _limits;
    private readonly FormLeniency _leniency;
    private readonly StringBuilder _parts = new();
    private int _at;

    private ReferenceMultipart(string body, string boundary, MultipartLimits limits, FormLeniency leniency)
    {
        _body = body;
        _delimiter = "\r\n--" + boundary;
        _limits = limits;
        _leniency = leniency;
    }

    /// <summary>The error with its offset, or None with the body's length; and the parts that came before, as "name=value|…→content" lines.</summary>
    public static (ParseError Error, int Offset, string Parts) Read(string body, string boundary, MultipartLimits limits, FormLeniency leniency)
    {
        var reader = new ReferenceMultipart(body, boundary, limits, leniency);
        try
        {
            reader.Read();
            return (ParseError.None, body.Length, reader._parts.ToString());
        }
        catch (Stop stop)
        {
            return (stop.Error, stop.Offset, reader._parts.ToString());
        }
    }

    private void Read()
    {
        // The body stands behind the empty line of its head, so a delimiter may be its first octets.
        Content(start: 0);
        for (int parts = 0; ; parts++)
        {
            if (Octet() == '-')
            {
                if (parts == 0 && (_leniency & FormLeniency.MissingPart) == 0)
                {
                    throw new Stop(ParseError.MissingPart, _at);
                }

                _at++;
                Expect('-', ParseError.BadDelimiter);
                CloseLine();
                return;
            }

            if (parts >= _limits.MaxParts && Octet() is ' ' or '\t' or '\r')
            {
                throw new Stop(ParseError.TooManyParts, _at);
            }

            Padding();
            Expect('\r', Octet() == '\n' ? ParseError.BareLf : ParseError.BadDelimiter);
            Expect('\n', ParseError.BareCr);
            Head();
            _parts.Append(Content(_at)).Append('\n');
        }
    }

    // Everything up to the next delimiter, which may begin with the CRLF that was read last.
    private string Content(int start)
    {
        int found = ("\r\n" + _body[start..]).IndexOf(_delimiter, StringComparison.Ordinal) - 2;
        if (found < -2 || found == -3)
        {
            // What cannot begin a delimiter that was cut short is content that arrived.
            _parts.Append(start == 0 ? "" : Certain(_body[start..]));
            throw new Stop(ParseError.MissingCloseDelimiter, _body.Length);
        }

        _at = start + found + _delimiter.Length;
        return _body.Substring(start, Math.Max(0, found));
    }

    private string Certain(string content)
    {
        string whole = "\r\n" + content;
        int cut = Enumerable.Range(0, whole.Length).First(i => _delimiter.StartsWith(whole[i..], StringComparison.Ordinal) || i == whole.Length - 1);
        return _delimiter.StartsWith(whole[cut..], StringComparison.Ordinal) ? content[..Math.Max(0, cut - 2)] : content;
    }

    private void Head()
    {
        int start = _at;
        ReferenceHeads head = ReferenceHeads.Response(
            Encoding.Latin1.GetBytes(StatusLine + _body[start..]),
            new Http1Limits { MaxHead = _limits.MaxHead + StatusLine.Length, MaxFieldLine = _limits.MaxFieldLine },
            (_leniency & FormLeniency.ObsFold) != 0 ? Http1Leniency.ObsFold : Http1Leniency.None,
            int.MaxValue);
        int end = head.Status == OperationStatus.NeedMoreData ? _body.Length : start + head.Offset - StatusLine.Length;
        int most = Math.Min(_body.Length, start + _limits.MaxHead);
        for (int line = start; line < end; line = NextLine(line))
        {
            int last = line + _delimiter.Length - 3;
            if (last < end && last < most && _body.AsSpan(line).StartsWith(_delimiter.AsSpan(2)))
            {
                throw new Stop(ParseError.BadDelimiter, last);
            }
        }

        if (head.Status != OperationStatus.Done)
        {
            throw head.Status == OperationStatus.NeedMoreData
                ? new Stop(ParseError.MissingCloseDelimiter, _body.Length)
                : new Stop(head.Error == ParseError.HeadTooLarge ? ParseError.PartHeadTooLarge : head.Error, end);
        }

        _at = end;
        string octets = StatusLine + _body[start..end];
        _parts.AppendJoin('|', head.Fields.Select(f => $"{octets.AsSpan(f.NameStart, f.NameLength)}={octets.AsSpan(f.ValueStart, f.ValueLength)}")).Append('→');
    }

    private int NextLine(int line) => _body.IndexOf("\r\n", line, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : _body.Length;

    private void CloseLine()
    {
        Padding();
        if (_at == _body.Length)
        {
            return;
        }

        Expect('\r', Octet() == '\n' ? ParseError.BareLf : ParseError.BadDelimiter);
        Expect('\n', ParseError.BareCr);
    }

    private void Padding()
    {
        while (_at < _body.Length && _body[_at] is ' ' or '\t')
        {
            _at++;
        }
    }

    private void Expect(char octet, ParseError error)
    {
        if (Octet() != octet)
        {
            throw new Stop(error, _at);
        }

        _at++;
    }

    private char Octet() => _at < _body.Length ? _body[_at] : throw new Stop(ParseError.MissingCloseDelimiter, _body.Length);
}
