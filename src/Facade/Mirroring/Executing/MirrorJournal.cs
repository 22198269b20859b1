// What is done, a JSON line each, on the disk before the next is noted. A line that a crash cut short counts for nothing; the journal goes on in its place.
//
//     {"plan":"<id>"}                         the first line
//     {"done":"<operation>","bytes":5}        one for each operation
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HiPerf.Mirroring;

/// <summary>One line of a journal.</summary>
internal sealed record MirrorJournalLine
{
    /// <summary>Of which plan; the first line alone.</summary>
    public string? Plan { get; init; }

    /// <summary>Which operation was carried out.</summary>
    public string? Done { get; init; }

    /// <summary>Octets moved for it.</summary>
    public long? Bytes { get; init; }
}

/// <summary>The journal of one plan. One writer at a time; nobody else can open it meanwhile.</summary>
internal sealed class MirrorJournal : IDisposable
{
    private readonly string _plan;
    private readonly FileStream _file;
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    private MirrorJournal(string plan, FileStream file)
    {
        _plan = plan;
        _file = file;
    }

    /// <summary>Whether an earlier execution began it: what that did last may be done and not noted.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>Opens a journal, or begins one.</summary>
    /// <param name="path">The local file.</param>
    /// <param name="plan">The plan's identity.</param>
    /// <exception cref="MirrorException">AccessDenied: it is another plan's. ContentCorrupt: it is none.</exception>
    /// <exception cref="IOException">Somebody else has it open, or it cannot be written.</exception>
    public static MirrorJournal Open(string path, string plan)
    {
        var journal = new MirrorJournal(plan, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        try
        {
            journal.Read(path);
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Whether an operation was carried out before.</summary>
    public bool IsDone(MirrorOperation operation) => _done.Contains(Identify(operation));

    /// <summary>Notes an operation as carried out; on the disk when this returns.</summary>
    public void Note(MirrorOperation operation, long bytes)
    {
        var line = new MirrorJournalLine { Done = Identify(operation), Bytes = bytes };
        lock (_gate)
        {
            Write(line);
        }
    }

    public void Dispose() => _file.Dispose();

    private void Read(string path)
    {
        var content = new byte[checked((int)_file.Length)];
        _file.ReadExactly(content);
        var (start, number) = (0, 0);
        for (int length; (length = content.AsSpan(start).IndexOf((byte)'\n')) >= 0; start += length + 1)
        {
            Take(path, content.AsSpan(start, length), ++number);
        }

        _file.SetLength(start);
        _file.Position = start;
        IsResumed = number > 0;
        if (number == 0)
        {
            Write(new MirrorJournalLine { Plan = _plan });
        }
    }

    private void Take(string path, ReadOnlySpan<byte> text, int number)
    {
        MirrorJournalLine? line;
        try
        {
            line = JsonSerializer.Deserialize(text, MirrorJson.Default.MirrorJournalLine);
        }
        catch (JsonException)
        {
            line = null;
        }

        switch (line)
        {
            case { Plan: { } plan } when number == 1:
                if (plan != _plan)
                {
                    throw MirrorErrors.ForeignJournal(path);
                }

                break;
            case { Done: { } done } when number > 1:
                _ = _done.Add(done);
                break;
            default:
                throw MirrorErrors.BadJournal(path, number);
        }
    }

    private void Write(MirrorJournalLine line)
    {
        _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, MirrorJson.Default.MirrorJournalLine), (byte)'\n']);
        _file.Flush(flushToDisk: true);
    }

    private string Identify(MirrorOperation operation) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{_plan}\n{operation.Kind}\n{operation.Path}\n{operation.Length}\n{operation.LastWriteTime?.UtcTicks}")))[..16]);
}
