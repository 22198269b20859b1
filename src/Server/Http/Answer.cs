using System.Globalization;
using System.Text;
using HiPerf.Http;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>One answer before it is written: its status, its fields and where its content comes from. One a connection, used again and again.</summary>
internal sealed class Answer
{
    /// <summary>The status code.</summary>
    public int Status { get; private set; }

    /// <summary>Whether nothing may follow this answer on the connection.</summary>
    public bool Closes { get; set; }

    /// <summary>The file whose ready-made head and whole content is the answer.</summary>
    public HotFile? Hot { get; private set; }

    /// <summary>Content in memory.</summary>
    public ReadOnlyMemory<byte> Content { get; private set; }

    /// <summary>The file the content is read from; disposed of with <see cref="Clear"/>.</summary>
    public SafeFileHandle? File { get; private set; }

    /// <summary>Offset of the content in the file.</summary>
    public long Start { get; private set; }

    /// <summary>Octets of content, -1 for an answer that has none (304).</summary>
    public long Length { get; private set; }

    /// <summary>Octets of the whole file when a part is asked for (206, 416), else -1.</summary>
    public long WholeLength { get; private set; }

    /// <summary>Content-Type's value.</summary>
    public string? ContentType { get; private set; }

    /// <summary>Last-Modified and ETag.</summary>
    public Validators? Validators { get; private set; }

    /// <summary>Location's value.</summary>
    public byte[]? Location { get; private set; }

    /// <summary>Whether the answer depends on Accept.</summary>
    public bool VariesByAccept { get; private set; }

    /// <summary>Forgets everything and closes the file.</summary>
    public void Clear()
    {
        File?.Dispose();
        (Status, Closes, Hot, Content, File, Start, Length, WholeLength) = (0, false, null, default, null, 0, -1, -1);
        (ContentType, Validators, Location, VariesByAccept) = (null, null, null, false);
    }

    /// <summary>Answers with a hot file.</summary>
    public void SetHot(HotFile file) => (Status, Hot, Content, Length, ContentType, Validators) =
        (200, file, file.Content, file.Content.Length, file.ContentType, file.Validators);

    /// <summary>Answers with a file, or with a part of it.</summary>
    public void SetFile(SafeFileHandle file, long start, long length, long wholeLength, string contentType, Validators validators) =>
        (Status, File, Start, Length, WholeLength, ContentType, Validators) =
            (wholeLength < 0 ? 200 : 206, file, start, length, wholeLength, contentType, validators);

    /// <summary>Answers with a part of a file in memory.</summary>
    public void SetPart(ReadOnlyMemory<byte> part, long start, long wholeLength, string contentType, Validators validators) =>
        (Status, Content, Start, Length, WholeLength, ContentType, Validators) =
            (206, part, start, part.Length, wholeLength, contentType, validators);

    /// <summary>Answers that the client's copy is current.</summary>
    public void SetNotModified(Validators validators) => (Status, Length, Validators) = (304, -1, validators);

    /// <summary>Answers with a page made for this request.</summary>
    public void SetPage(ReadOnlyMemory<byte> page, string contentType) =>
        (Status, Content, Length, ContentType, VariesByAccept) = (200, page, page.Length, contentType, true);

    /// <summary>Answers that what was asked for is elsewhere.</summary>
    public void SetMoved(byte[] location)
    {
        SetStatus(301);
        Location = location;
    }

    /// <summary>Answers that the part asked for lies behind the file's end.</summary>
    public void SetUnsatisfiable(long wholeLength)
    {
        SetStatus(416);
        WholeLength = wholeLength;
    }

    /// <summary>Answers with a status alone, and with one line of text that says it.</summary>
    public void SetStatus(int status, string? reason = null)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{status} {StatusCodes.ReasonText(status)}\n{reason}{(reason is null ? null : "\n")}");
        var content = Encoding.ASCII.GetBytes(text);
        (Status, Content, Length, ContentType) = (status, content, content.Length, "text/plain");
    }
}
