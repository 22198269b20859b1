using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http.Forms;

/// <summary>The samples of docs/forms.md do what the page says.</summary>
public class FormPageTests
{
    [Theory, InlineData(true), InlineData(false)]
    public void Multipart_sample_reads_what_the_writing_sample_wrote(bool whole)
    {
        var output = new ArrayBufferWriter<byte>();
        string contentType = $"multipart/form-data; boundary={Write(output)}";
        List<string> read = [];
        Read(Encoding.ASCII.GetBytes(contentType), output.WrittenSpan, whole ? output.WrittenCount : 1, read);
        Assert.Equal(["comment", "hello", "file a.txt", "text", "."], read);
    }

    [Fact]
    public void Urlencoded_samples_are_written_and_read()
    {
        var output = new ArrayBufferWriter<byte>();
        ReadOnlySpan<byte> buffer = "name=a+value"u8;
        Span<byte> destination = stackalloc byte[buffer.Length];
        const bool isFinal = true;
        string value = "";
        var parser = default(UrlencodedParser);
        ParseResult result = parser.Parse(buffer, isFinal, out UrlencodedPiece piece, UrlencodedLimits.Default);
        if (piece.Kind == UrlencodedPieceKind.Pair)
        {
            FormEncoding.Decode(piece.ValueIn(buffer), destination, out int written);
            value = Encoding.ASCII.GetString(destination[..written]);
        }

        Assert.True(result.IsDone);
        Assert.Equal("a value", value);

        UrlencodedWriter.Write(output, "name"u8, "a value"u8, isFirst: true);
        Assert.Equal("name=a+value", Encoding.ASCII.GetString(output.WrittenSpan));
    }

    private static string Write(ArrayBufferWriter<byte> output)
    {
        MultipartBoundary boundary = MultipartBoundary.FromRandom(RandomNumberGenerator.GetBytes(20));
        MultipartWriter.WriteField(output, in boundary, "comment"u8, "hello"u8, isFirst: true);
        MultipartWriter.WriteHead(output, in boundary, "file"u8, "a.txt"u8, hasFileName: true, "text/plain"u8, isFirst: false);
        output.Write("text"u8);
        MultipartWriter.WriteClose(output, in boundary);
        return boundary.ToString();
    }

    // The body arrives `step` octets at a time; content that came in pieces is put together.
    private static void Read(ReadOnlySpan<byte> contentType, ReadOnlySpan<byte> body, int step, List<string> read)
    {
        if (!MultipartBoundary.FromContentType(contentType, out MultipartBoundary boundary).IsDone) { /* 400 */ }
        var parser = new MultipartParser(in boundary);
        var fields = new FieldLine[MultipartLimits.PartFields];
        int arrived = 0;
        ReadOnlySpan<byte> buffer = [];
        string content = "";
        while (!parser.IsComplete)
        {
            bool isFinal = arrived == body.Length;
            ParseResult result = parser.Parse(buffer, isFinal, fields, out MultipartPiece piece, MultipartLimits.Default);
            switch (result.Status)
            {
                case OperationStatus.Done when piece.Kind == MultipartPieceKind.PartHead:
                    FieldLine disposition = Array.Find(fields[..piece.FieldCount], line => line.Name == FieldName.ContentDisposition);
                    FormPartParser.Parse(disposition.ValueIn(buffer), out FormPart part);
                    read.Add(Encoding.ASCII.GetString(part.Name.In(disposition.ValueIn(buffer))) + (part.IsFile ? " " + Encoding.ASCII.GetString(part.FileName.In(disposition.ValueIn(buffer))) : ""));
                    break;
                case OperationStatus.Done when piece.Kind == MultipartPieceKind.Data:
                    content += Encoding.ASCII.GetString(piece.DataIn(buffer));
                    break;
                case OperationStatus.Done when piece.Kind == MultipartPieceKind.PartEnd:
                    read.Add(content);
                    content = "";
                    break;
                case OperationStatus.Done when piece.Kind == MultipartPieceKind.End:
                    read.Add(".");
                    break;
                case OperationStatus.NeedMoreData:
                    break;
                case OperationStatus.InvalidData:
                    Assert.Fail($"{result.Error}: {result.Error.HttpStatus()}");
                    break;
            }

            buffer = buffer[result.Consumed..];
            if (result.NeedsMoreData)
            {
                int begin = arrived - buffer.Length;
                arrived = Math.Min(arrived + step, body.Length);
                buffer = body[begin..arrived];
            }
        }
    }
}
