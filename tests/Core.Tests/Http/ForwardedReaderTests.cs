using System.Text;
using HiPerf.Http;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http;

public class ForwardedReaderTests
{
    public static TheoryData<int> Valid => [.. Enumerable.Range(0, ForwardedFields.Valid.Count)];

    public static TheoryData<int> Refused => [.. Enumerable.Range(0, ForwardedFields.Refused.Count)];

    [Theory, MemberData(nameof(Valid))]
    public void Elements_are_read_in_order(int index)
    {
        (string text, string expected) = ForwardedFields.Valid[index];
        Assert.Equal((ParseResult.Done(text.Length), expected), Read(Encoding.Latin1.GetBytes(text)));
    }

    [Theory, MemberData(nameof(Refused))]
    public void Value_is_refused_at_the_first_octet_that_spoils_it(int index)
    {
        (string text, ParseError error, int position) = ForwardedFields.Refused[index];
        byte[] value = Encoding.Latin1.GetBytes(text);
        Assert.Equal(ParseResult.Invalid(error, position), Read(value).Result);
        if (position < value.Length)
        {
            Assert.Equal(ParseResult.Invalid(error, position), Read([.. value[..(position + 1)], .. "\0\"];=,"u8]).Result);
        }
    }

    [Fact]
    public void Field_line_is_read_with_offsets_of_its_buffer()
    {
        byte[] buffer = Encoding.Latin1.GetBytes("Forwarded: for=_a;host=b, by=_c\r\n");
        var line = new HiPerf.Http1.FieldLine { ValueStart = 11, ValueLength = 20 };
        var reader = new ForwardedReader(buffer, in line);
        Assert.True(reader.Read(out ForwardedElement element));
        Assert.Equal(("_a", "b"), (Encoding.Latin1.GetString(element.For.NameIn(buffer)), Encoding.Latin1.GetString(element.Host.In(buffer))));
        Assert.True(reader.Read(out element));
        Assert.Equal("_c", Encoding.Latin1.GetString(element.By.NameIn(buffer)));
        Assert.False(reader.Read(out _));
        Assert.Equal(ParseResult.Done(31), reader.Result);
    }

    [Fact]
    public void Parts_point_into_the_value()
    {
        var reader = new ForwardedReader("for=\"[::1]:80\";host=a"u8);
        Assert.True(reader.Read(out ForwardedElement element));
        Assert.Equal(new ForwardedNode(ForwardedNodeKind.IPv6, 5, 5, 11, 2, 80), element.For);
        Assert.Equal(new FieldText(20, 1, FieldTextForm.Token), element.Host);
        Assert.False(element.By.IsPresent);
        Assert.False(element.Protocol.IsPresent);
        Assert.False(reader.Read(out element));
        Assert.Equal(default, element);
    }

    [Fact]
    public void Parameters_fill_their_limit_and_no_more()
    {
        string text = string.Join(';', Enumerable.Range(0, 16).Select(i => $"a{i}=b"));
        Assert.True(Read(Encoding.ASCII.GetBytes(text)).Result.IsDone);
        Assert.Equal(ParseResult.Invalid(ParseError.TooManyForwardedParameters, text.Length + 2), Read(Encoding.ASCII.GetBytes(text + ";x=\"")).Result);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        byte[][] values = [.. ForwardedFields.Valid.Select(s => Encoding.Latin1.GetBytes(s.Text)), .. ForwardedFields.Refused.Select(s => Encoding.Latin1.GetBytes(s.Text))];
        Use();
        Assert.Equal(0, Allocation.Least(Use));

        void Use()
        {
            foreach (byte[] value in values)
            {
                var reader = new ForwardedReader(value);
                while (reader.Read(out _))
                {
                }
            }
        }
    }

    internal static (ParseResult Result, string Elements) Read(byte[] value)
    {
        var reader = new ForwardedReader(value);
        List<string> elements = [];
        while (reader.Read(out ForwardedElement element))
        {
            List<string> parts = [];
            Add(parts, "for=", element.For, value);
            Add(parts, "by=", element.By, value);
            Add(parts, "host=", element.Host, value);
            Add(parts, "proto=", element.Protocol, value);
            elements.Add(string.Join(';', parts));
        }

        return (reader.Result, string.Join('|', elements));
    }

    private static void Add(List<string> parts, string name, ForwardedNode node, byte[] value)
    {
        if (node.IsPresent)
        {
            string port = Encoding.Latin1.GetString(node.PortIn(value));
            Assert.Equal(int.TryParse(port, out int number) ? number : -1, node.Port);
            parts.Add($"{name}{node.Kind} {Encoding.Latin1.GetString(node.NameIn(value))}{(port.Length > 0 ? " " + port : "")}");
        }
    }

    private static void Add(List<string> parts, string name, FieldText text, byte[] value)
    {
        if (text.IsPresent)
        {
            parts.Add(name + Encoding.Latin1.GetString(text.In(value)));
        }
    }
}
