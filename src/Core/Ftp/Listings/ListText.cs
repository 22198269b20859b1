namespace HiPerf.Ftp;

/// <summary>Where a text stands.</summary>
internal readonly record struct ListText(int Start, int Length)
{
    public static ListText Between(int start, int end) => new(start, end - start);

    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> buffer) => Length == 0 ? default : buffer.Slice(Start, Length);

    public ListText Moved(int start) => Length == 0 ? this : new(Start + start, Length);
}
