using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http.Forms;

public class FormPartParserTests
{
    [Theory]
    [InlineData("form-data; name=\"field1\"", "field1", null)]
    [InlineData("FORM-Data;NAME=field1", "field1", null)]
    [InlineData("form-data; name=\"\"", "", null)]
    [InlineData("form-data; name=\"f\"; filename=\"file1.txt\"", "f", "file1.txt")]
    [InlineData("form-data; filename=\"a;b=c.txt\" ; x=y; name=f", "f", "a;b=c.txt")]
    [InlineData("form-data; name=\"a%22b%0D%0Ac\"; filename=\"\"", "a\"b\r\nc", "")]
    [InlineData("form-data; name=\"a\\\"b\"; filename=\"C:\\x\\y.txt\"", "a\"b", "C:\\x\\y.txt")]
    [InlineData("form-data; name=\"\u00FC\"", "\u00FC", null)]
    [InlineData("form-data;; name=a;", "a", null)]
    public void Disposition_of_a_form_is_read(string value, string name, string? fileName)
    {
        byte[] octets = Encoding.Latin1.GetBytes(value);
        Assert.Equal(ParseResult.Done(octets.Length), FormPartParser.Parse(octets, out FormPart part));
        Assert.Equal(name, Decoded(part.Name, octets));
        Assert.Equal(fileName is not null, part.IsFile);
        if (fileName is not null)
        {
            Assert.Equal(fileName, Decoded(part.FileName, octets));
        }
    }

    [Theory]
    [InlineData("", ParseError.BadFormDisposition, 0)]
    [InlineData("attachment; name=a", ParseError.BadFormDisposition, 0)]
    [InlineData("form", ParseError.BadFormDisposition, 4)]
    [InlineData("form-file; name=a", ParseError.BadFormDisposition, 5)]
    [InlineData("form-datax; name=a", ParseError.BadFormDisposition, 9)]
    [InlineData("form\rdata; name=a", ParseError.BadFormDisposition, 4)]
    [InlineData("form-data", ParseError.BadFormDisposition, 9)]
    [InlineData("form-data; filename=a", ParseError.BadFormDisposition, 21)]
    [InlineData("form-data; name=a; name=b", ParseError.BadFormDisposition, 23)]
    [InlineData("form-data; name=a; filename=b; filename=c", ParseError.BadFormDisposition, 39)]
    [InlineData("form-data; name=a; filename*=UTF-8''b", ParseError.BadFormDisposition, 28)]
    [InlineData("form-data; name=a, form-data", ParseError.BadFormDisposition, 17)]
    [InlineData("form-data; name", ParseError.BadParameter, 15)]
    [InlineData("form-data; name =a", ParseError.BadParameter, 15)]
    [InlineData("form-data; name=\"a", ParseError.BadQuotedString, 18)]
    [InlineData("form-data; name=\"a\\\"", ParseError.BadQuotedString, 20)]
    [InlineData("form-data; name=\"a\r\"", ParseError.BadQuotedString, 18)]
    public void Disposition_that_names_no_field_is_refused(string value, ParseError error, int position)
    {
        byte[] octets = Encoding.Latin1.GetBytes(value);
        Assert.Equal(ParseResult.Invalid(error, position), FormPartParser.Parse(octets, out FormPart part));
        Assert.Equal(default, part);
        if (position < octets.Length)
        {
            byte[] changed = [.. octets[..(position + 1)], 0xFF, 0xFF];
            Assert.Equal(ParseResult.Invalid(error, position), FormPartParser.Parse(changed, out _));
            Assert.Equal(ParseResult.Invalid(error, position), FormPartParser.Parse(octets.AsSpan(0, position + 1), out _));
        }
    }

    [Fact]
    public void Boundary_of_a_content_type_is_read()
    {
        Assert.True(MultipartBoundary.FromContentType("multipart/form-data; boundary=AaB03x"u8, out MultipartBoundary boundary).IsDone);
        Assert.Equal("AaB03x", boundary.ToString());
        Assert.True(MultipartBoundary.FromContentType("Multipart/Mixed; charset=x; BOUNDARY=\"gc0p\\4Jq0M:08j U534c0p\""u8, out boundary).IsDone);
        Assert.Equal("gc0p4Jq0M:08j U534c0p", boundary.ToString());
    }

    [Theory]
    [InlineData("text/plain; boundary=a", ParseError.BadMediaType, 0)]
    [InlineData("multipart/mixed", ParseError.BadBoundary, 15)]
    [InlineData("multipart/mixed; boundary=\"\"", ParseError.BadBoundary, 27)]
    [InlineData("multipart/mixed; boundary=\"a \"", ParseError.BadBoundary, 27)]
    [InlineData("multipart/mixed; boundary=a*b", ParseError.BadBoundary, 26)]
    [InlineData("multipart/mixed; boundary=a; boundary=b", ParseError.BadBoundary, 38)]
    [InlineData("multipart/mixed; boundary=a:b", ParseError.BadMediaType, 27)]
    [InlineData("multipart/mixed; boundary=\"a", ParseError.BadQuotedString, 28)]
    public void Content_type_without_a_boundary_is_refused(string value, ParseError error, int position)
    {
        Assert.Equal(ParseResult.Invalid(error, position), MultipartBoundary.FromContentType(Encoding.Latin1.GetBytes(value), out MultipartBoundary boundary));
        Assert.Equal(default, boundary);
    }

    [Fact]
    public void Boundary_of_a_content_type_is_at_most_70_octets()
    {
        Assert.True(MultipartBoundary.FromContentType(Encoding.ASCII.GetBytes("multipart/mixed; boundary=" + new string('x', 70)), out _).IsDone);
        Assert.Equal(ParseResult.Invalid(ParseError.BadBoundary, 26), MultipartBoundary.FromContentType(Encoding.ASCII.GetBytes("multipart/mixed; boundary=" + new string('x', 71)), out _));
    }

    private static string Decoded(FieldText text, byte[] value)
    {
        byte[] octets = new byte[text.Length];
        Assert.True(FormName.TryDecode(text.In(value), octets, out int written));
        return Encoding.Latin1.GetString(octets, 0, written);
    }
}
