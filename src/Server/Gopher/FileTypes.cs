using System.Buffers;
using System.Collections.Frozen;
using HiPerf.Gopher;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>The item type of a file: by its name's extension, and where that says nothing by a look at its beginning.</summary>
/// <remarks>docs/gopher-server.md has the table.</remarks>
internal static class FileTypes
{
    // As much as tells a text from anything else: what is compressed or compiled has a control among far fewer octets.
    private const int LookedAt = 512;

    private static readonly FrozenDictionary<string, GopherItemType>.AlternateLookup<ReadOnlySpan<char>> s_byExtension = Table().GetAlternateLookup<ReadOnlySpan<char>>();

    // Everything below a space but BS, HT, LF, FF, CR and ESC, which typewriters and terminals read.
    private static readonly SearchValues<byte> s_neverText = SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 11, .. Enumerable.Range(14, 13).Select(static o => (byte)o), 28, 29, 30, 31]);

    /// <summary>The type that a name's extension stands for.</summary>
    /// <returns>False where it stands for none.</returns>
    public static bool TryFind(ReadOnlySpan<char> name, out GopherItemType type)
    {
        var extension = Path.GetExtension(name);
        type = GopherItemType.Binary;
        return extension.Length > 1 && s_byExtension.TryGetValue(extension[1..], out type);
    }

    /// <summary>The type that the beginning of an opened file tells: a text, or binary.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public static GopherItemType Look(SafeFileHandle file)
    {
        Span<byte> beginning = stackalloc byte[LookedAt];
        var length = RandomAccess.Read(file, beginning, 0);
        return beginning[..length].ContainsAny(s_neverText) ? GopherItemType.Binary : GopherItemType.Text;
    }

    /// <summary>Whether files of a type are sent as texts: lines in CRLF, dots put before dots, a dot alone at the end. HTML and XML came after RFC 1436, and clients take them octet for octet.</summary>
    public static bool IsText(GopherItemType type) => type is GopherItemType.Text or GopherItemType.BinHex or GopherItemType.Uuencoded;

    private static FrozenDictionary<string, GopherItemType> Table()
    {
        var table = new Dictionary<string, GopherItemType>(StringComparer.OrdinalIgnoreCase);
        Add(GopherItemType.Text,
            "txt text md markdown rst adoc asc log csv tsv conf cfg ini yaml yml toml json xml css js mjs ts c h cc cpp hpp cs fs fsx vb java kt go rs swift py rb pl pm php lua sh bash "
            + "awk sed sql asm tex bib diff patch cmake csproj sln props nfo srt");
        Add(GopherItemType.Gif, "gif");
        Add(GopherItemType.Image, "jpg jpeg png webp bmp tif tiff ico svg avif heic pbm pgm ppm xbm xpm");
        Add(GopherItemType.Html, "html htm xhtml");
        Add(GopherItemType.SoundFile, "wav mp3 ogg oga opus flac aac m4a mid midi au snd aif aiff mod xm s3m it");
        Add(GopherItemType.Movie, "mp4 m4v avi mkv mov mpg mpeg webm ogv flv wmv");
        Add(GopherItemType.Pdf, "pdf");
        Add(GopherItemType.Document, "doc docx odt ps eps epub xls xlsx ods ppt pptx odp");
        Add(GopherItemType.RichText, "rtf");
        Add(GopherItemType.Calendar, "ics");
        Add(GopherItemType.BinHex, "hqx");
        Add(GopherItemType.Uuencoded, "uu uue");
        Add(GopherItemType.Binary, "bin exe dll so dylib a o obj class jar wasm zip gz tgz tar bz2 tbz xz txz zst lz 7z rar lzh arj arc z cab deb rpm apk dmg iso img pdb db sqlite dat nupkg ttf otf woff woff2");
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(GopherItemType type, string extensions)
        {
            foreach (var extension in extensions.Split(' '))
            {
                table.Add(extension, type);
            }
        }
    }
}
