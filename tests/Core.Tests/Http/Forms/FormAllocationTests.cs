using System.Text;
using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http.Forms;

public class FormAllocationTests
{
    private static readonly FieldLine[] s_fields = new FieldLine[8];

    private static readonly byte[] s_place = new byte[256];

    private static readonly MultipartBoundary s_boundary = MultipartBoundary.Create("b"u8);

    [Theory]
    [InlineData("p\r\n--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b\r\n\r\n\r\n--b--\r\ne")]
    [InlineData("--b\r\nA : 1\r\n\r\n")]
    [InlineData("--b\r\nA: 1\r\n\r\nx\r\n--bb")]
    [InlineData("--b\r\nA: 1\r\n\r\nx")]
    public void Multipart_body_is_read_without_allocating(string body) => Free(Encoding.Latin1.GetBytes(body), static input =>
    {
        var parser = new MultipartParser(in s_boundary);
        ReadOnlySpan<byte> rest = input;
        while (true)
        {
            ParseResult result = parser.Parse(rest, true, s_fields, out MultipartPiece piece, MultipartLimits.Default);
            if (!result.IsDone || piece.Kind == MultipartPieceKind.End)
            {
                return;
            }

            rest = rest[result.Consumed..];
        }
    });

    [Theory]
    [InlineData("a=b&c+d=%41&&e")]
    [InlineData("a=b&c=%4x")]
    public void Urlencoded_form_is_read_without_allocating(string form) => Free(Encoding.Latin1.GetBytes(form), static input =>
    {
        var parser = default(UrlencodedParser);
        ReadOnlySpan<byte> rest = input;
        while (true)
        {
            ParseResult result = parser.Parse(rest, true, out UrlencodedPiece piece, UrlencodedLimits.Default);
            if (!result.IsDone || piece.Kind == UrlencodedPieceKind.End)
            {
                return;
            }

            FormEncoding.Decode(piece.ValueIn(rest), s_place, out _);
            rest = rest[result.Consumed..];
        }
    });

    [Fact]
    public void Forms_are_written_without_allocating() => Free("name \"é"u8.ToArray(), static input =>
    {
        Assert.True(MultipartWriter.TryWriteHead(s_place, in s_boundary, input, input, true, "text/plain"u8, false, out _));
        Assert.True(MultipartWriter.TryWriteClose(s_place, in s_boundary, out _));
        Assert.True(UrlencodedWriter.TryWrite(s_place, input, input, false, out _));
        Assert.True(FormName.TryDecode(input, s_place, out _));
        Assert.True(MultipartBoundary.FromRandom("0123456789abcdef"u8).Length == 32);
    });

    [Theory]
    [InlineData("form-data; name=\"a\"; filename=b")]
    [InlineData("form-data; filename=b")]
    public void Disposition_is_read_without_allocating(string value) => Free(Encoding.Latin1.GetBytes(value), static input => FormPartParser.Parse(input, out _));

    [Theory]
    [InlineData("multipart/mixed; boundary=\"a\\b\"")]
    [InlineData("multipart/mixed; boundary=\"\"")]
    public void Boundary_is_read_without_allocating(string value) => Free(Encoding.Latin1.GetBytes(value), static input => MultipartBoundary.FromContentType(input, out _));

    private static void Free(byte[] input, Action<byte[]> read)
    {
        read(input);
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                read(input);
            }
        }));
    }
}
