using System.Collections;
using System.Text;

namespace HiPerf.Http;

/// <summary>The field lines of a response in the order they came, repeats kept, over the octets of its head. Strings are made only when asked for.</summary>
/// <remarks>Names are found without regard to case. Octets are ISO-8859-1. Valid until the file is reopened or disposed of:
/// <see cref="ObjectDisposedException"/> after the latter.</remarks>
public sealed class HttpHeaders : IReadOnlyList<HttpField>
{
    private readonly HttpFile _file;

    internal HttpHeaders(HttpFile file)
    {
        _file = file;
    }

    /// <summary>Field lines there are.</summary>
    public int Count => Head.Fields.Length;

    /// <summary>One field line.</summary>
    /// <param name="index">0 to <see cref="Count"/> less one, in the order of the head.</param>
    public HttpField this[int index]
    {
        get
        {
            var head = Head;
            ref readonly var line = ref head.Fields[index];
            return new HttpField(Text(line.NameIn(head.Octets)), Text(line.ValueIn(head.Octets)));
        }
    }

    /// <summary>The whole head as it came: status-line, field lines, empty line.</summary>
    public string RawText => Text(Head.Octets);

    /// <summary>The first value of a field; null when it is not there.</summary>
    public string? GetValue(string name) => Find(name) is { } index and >= 0 ? Text(Head.Fields[index].ValueIn(Head.Octets)) : null;

    /// <summary>All values of a field, one for each of its lines, in order; empty when it is not there.</summary>
    public IReadOnlyList<string> GetValues(string name)
    {
        List<string>? values = null;
        for (var index = Find(name); index >= 0; index = Find(name, index + 1))
        {
            (values ??= []).Add(Text(Head.Fields[index].ValueIn(Head.Octets)));
        }

        return values ?? (IReadOnlyList<string>)[];
    }

    /// <summary>All values of a field as one list, RFC 9110 section 5.3; null when it is not there. Not for Set-Cookie, which is no list.</summary>
    public string? GetCombined(string name) => Find(name) < 0 ? null : string.Join(", ", GetValues(name));

    /// <summary>Finds a field line by its name, without making a string.</summary>
    /// <param name="name">The field name, in any case.</param>
    /// <param name="from">Where to begin, 0 to <see cref="Count"/>.</param>
    /// <returns>The index of the line, −1 when there is none.</returns>
    public int Find(string name, int from = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        var head = Head;
        for (var index = from; index < head.Fields.Length; index++)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(head.Fields[index].NameIn(head.Octets), name))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The octets of one field value, without a string being made.</summary>
    /// <param name="index">0 to <see cref="Count"/> less one.</param>
    public ReadOnlySpan<byte> GetValueBytes(int index) => Head.Fields[index].ValueIn(Head.Octets);

    /// <inheritdoc/>
    public IEnumerator<HttpField> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ResponseHeadReader Head => _file.HeadForReading();

    private static string Text(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);
}
