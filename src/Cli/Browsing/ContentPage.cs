using HiPerf.Gopher;

namespace HiPerf.Cli.Browsing;

/// <summary>Makes the page of a text. What is no text has none.</summary>
internal static class ContentPage
{
    // As much as tells texts from others: those hold no NUL.
    private const int SampleLength = 8 * 1024;

    public static async Task<Page?> LoadAsync(InternetSession session, PageLink link, CancellationToken cancellationToken)
    {
        var options = new OpenOptions { DirectoryFormat = DirectoryFormat.Raw };
        InternetFile file = await session.OpenAsync(link.Url.Href, options, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            if (file is GopherFile { Locator.Type: not GopherItemType.Unknown } item)
            {
                // The type says that it is text, and the host's charset how it is read.
                string text = await item.ReadTextAsync(PageLimits.MaxTextLength, cancellationToken).ConfigureAwait(false);
                IReadOnlyList<PageLine> lines = PageText.Lines(text, out bool isLong);
                return Page.Of(link, lines, Notice(file, isLong));
            }

            return await ReadAsync(file, link, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<Page?> ReadAsync(InternetFile file, PageLink link, CancellationToken cancellationToken)
    {
        // One octet more than is shown tells whether there is more.
        const int Enough = PageLimits.MaxTextLength + 1;
        using var content = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int sampled = 0;
        int count;
        do
        {
            count = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, Enough - content.Length)), cancellationToken).ConfigureAwait(false);
            if (buffer.AsSpan(0, Math.Min(count, SampleLength - sampled)).Contains((byte)0))
            {
                return null;
            }

            sampled = Math.Min(SampleLength, sampled + count);
            content.Write(buffer, 0, count);
        }
        while (count > 0 && content.Length < Enough);

        ReadOnlySpan<byte> octets = content.GetBuffer().AsSpan(0, (int)content.Length);
        if (octets.Length < Enough)
        {
            return Made(file, link, octets, isCut: false);
        }

        // Half a line, which may end in half a character, is not shown.
        octets = octets[..PageLimits.MaxTextLength];
        return Made(file, link, octets.LastIndexOf((byte)'\n') is var end and >= 0 ? octets[..(end + 1)] : octets, isCut: true);
    }

    private static Page Made(InternetFile file, PageLink link, ReadOnlySpan<byte> octets, bool isCut)
    {
        IReadOnlyList<PageLine> lines = PageText.Lines(PageText.Decode(octets), out bool isLong);
        return Page.Of(link, lines, Notice(file, isCut || isLong));
    }

    private static string? Notice(InternetFile file, bool isCut) =>
        isCut ? "Only the beginning is shown: s saves all of it."
        : file.LengthVerified ? null
        : "Only the connection's end marks the end of this text: it may be cut short.";
}
