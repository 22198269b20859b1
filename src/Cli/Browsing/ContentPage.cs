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
        using var content = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        bool isText = false;
        while (content.Length < PageLimits.MaxTextLength)
        {
            int count = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, PageLimits.MaxTextLength - content.Length)), cancellationToken).ConfigureAwait(false);
            content.Write(buffer, 0, count);
            if (!isText && (count == 0 || content.Length >= SampleLength))
            {
                isText = !content.GetBuffer().AsSpan(0, (int)Math.Min(content.Length, SampleLength)).Contains((byte)0);
                if (!isText)
                {
                    return null;
                }
            }

            if (count == 0)
            {
                return Made(file, link, content.GetBuffer().AsSpan(0, (int)content.Length), isCut: false);
            }
        }

        // Half a line, which may end in half a character, is not shown.
        ReadOnlySpan<byte> octets = content.GetBuffer().AsSpan(0, (int)content.Length);
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
