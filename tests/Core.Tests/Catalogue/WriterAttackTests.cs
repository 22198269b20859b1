using System.Buffers;
using System.Text;
using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Samples.Catalogue;

namespace HiPerf.Core.Tests.Catalogue;

/// <summary>Everything in the catalogue that no writer writes: it throws, and not one octet of the message is committed.</summary>
public class WriterAttackTests
{
    public static TheoryData<WriterAttack> Attacks => [.. WriterAttacks.All];

    [Theory, MemberData(nameof(Attacks))]
    public void Writer_throws_and_commits_nothing(WriterAttack attack)
    {
        foreach (Action<IBufferWriter<byte>> write in Writes(attack.Slot, attack.Value))
        {
            var output = new ArrayBufferWriter<byte>();
            Assert.ThrowsAny<ArgumentException>(() => write(output));
            Assert.Equal(0, output.WrittenCount);
        }
    }

    private static byte[] Octets(string text) => Encoding.Latin1.GetBytes(text);

    private static IEnumerable<Action<IBufferWriter<byte>>> Writes(WriterSlot slot, string value) => slot switch
    {
        WriterSlot.FieldValue =>
        [
            output => Request(output, (ref RequestHeadWriter head) => head.WriteField(FieldName.Accept, Octets(value))),
            output => Request(output, (ref RequestHeadWriter head) => head.WriteField("X"u8, Octets(value))),
            output => Response(output, (ref ResponseHeadWriter head) => head.WriteField(FieldName.Location, Octets(value))),
            output => Response(output, (ref ResponseHeadWriter head) => head.WriteField("X"u8, Octets(value))),
            output => Trailers(output, "X"u8, Octets(value)),
            .. Writes(WriterSlot.FieldCharacters, value),
        ],
        WriterSlot.FieldCharacters =>
        [
            output => Request(output, (ref RequestHeadWriter head) => head.WriteField(FieldName.Accept, value)),
            output => Request(output, (ref RequestHeadWriter head) => head.WriteField("X", value)),
            output => Response(output, (ref ResponseHeadWriter head) => head.WriteField(FieldName.Location, value)),
            output => Response(output, (ref ResponseHeadWriter head) => head.WriteField("X", value)),
            output => new TrailerSectionWriter(output).WriteField(FieldName.ETag, value),
            output => new TrailerSectionWriter(output).WriteField("X", value),
        ],
        WriterSlot.FieldName =>
        [
            output => Request(output, (ref RequestHeadWriter head) => head.WriteField(Octets(value), "x"u8)),
            output => Request(output, (ref RequestHeadWriter head) => head.WriteField(value, "x")),
            output => Response(output, (ref ResponseHeadWriter head) => head.WriteField(Octets(value), "x"u8)),
            output => Response(output, (ref ResponseHeadWriter head) => head.WriteField(value, "x")),
        ],
        WriterSlot.TrailerName =>
        [
            output => Trailers(output, Octets(value), "x"u8),
            output => new TrailerSectionWriter(output).WriteField(value, "x"),
            output => new TrailerSectionWriter(output).WriteField(FieldNames.Find(Octets(value)), "x"u8),
        ],
        WriterSlot.TrailerValue =>
        [
            output => Trailers(output, "X"u8, Octets(value)),
            output => new TrailerSectionWriter(output).WriteField(FieldName.ETag, Octets(value)),
        ],
        WriterSlot.CookieName =>
        [
            output => SetCookieWriter.TryWrite(output.GetSpan(200), new CookieToSet { Name = Octets(value), Value = "x"u8 }, out _),
            output => new CookieWriter(output.GetSpan(200)).Write(Octets(value), "x"u8),
        ],
        WriterSlot.CookieValue =>
        [
            output => SetCookieWriter.TryWrite(output.GetSpan(200), new CookieToSet { Name = "x"u8, Value = Octets(value) }, out _),
            output => new CookieWriter(output.GetSpan(200)).Write("x"u8, Octets(value)),
        ],
        WriterSlot.Method => [output => new RequestHeadWriter(output).WriteRequestLine(Octets(value), "/"u8, "a"u8)],
        WriterSlot.Target => [output => new RequestHeadWriter(output).WriteRequestLine(RequestMethod.Get, Octets(value), "a"u8)],
        WriterSlot.ConnectTarget => [output => new RequestHeadWriter(output).WriteRequestLine(RequestMethod.Connect, Octets(value), "a"u8)],
        WriterSlot.Host => [output => new RequestHeadWriter(output).WriteRequestLine(RequestMethod.Get, "/"u8, Octets(value))],
        WriterSlot.AbsoluteHost => [output => new RequestHeadWriter(output).WriteRequestLine(RequestMethod.Get, "http://a/"u8, Octets(value))],
        WriterSlot.Reason => [output => new ResponseHeadWriter(output).WriteStatusLine(200, Octets(value))],
        WriterSlot.Status =>
        [
            output => new ResponseHeadWriter(output).WriteStatusLine(int.Parse(value)),
            output => new ResponseHeadWriter(output).WriteStatusLine(int.Parse(value), "OK"u8),
        ],
        WriterSlot.ChunkSize => [output => ChunkWriter.TryWriteSize(output.GetSpan(20), long.Parse(value), out _)],
        WriterSlot.Length => [_ => BodyFraming.OfLength(long.Parse(value))],
        WriterSlot.Options =>
        [
            output => Request(output, (ref RequestHeadWriter head) => head.TryComplete(BodyFraming.None, Enum.Parse<ConnectionOptions>(value), out _)),
            output => Response(output, (ref ResponseHeadWriter head) => head.TryComplete(BodyFraming.None, Enum.Parse<ConnectionOptions>(value), out _)),
        ],
        WriterSlot.RequestFraming => [output => Request(output, (ref RequestHeadWriter head) => head.TryComplete(Framing(value), ConnectionOptions.None, out _))],
        _ => [output => Framed(output, int.Parse(value.AsSpan(0, 3)), Framing(value[4..]))],
    };

    private delegate void RequestStep(ref RequestHeadWriter head);

    private delegate void ResponseStep(ref ResponseHeadWriter head);

    private static void Request(IBufferWriter<byte> output, RequestStep step)
    {
        var head = new RequestHeadWriter(output);
        head.WriteRequestLine(RequestMethod.Get, "/"u8, "a"u8);
        head.WriteField(FieldName.UserAgent, "x"u8);
        step(ref head);
    }

    private static void Response(IBufferWriter<byte> output, ResponseStep step)
    {
        var head = new ResponseHeadWriter(output);
        head.WriteStatusLine(302);
        head.WriteField(FieldName.Server, "x"u8);
        step(ref head);
    }

    private static void Framed(IBufferWriter<byte> output, int status, BodyFraming framing)
    {
        var head = new ResponseHeadWriter(output);
        head.WriteStatusLine(status);
        head.TryComplete(in framing, ConnectionOptions.None, out _);
    }

    private static void Trailers(IBufferWriter<byte> output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        new TrailerSectionWriter(output).WriteField(name, value);

    private static BodyFraming Framing(string kind) => kind switch
    {
        "Length" => BodyFraming.OfLength(5),
        "Chunked" => BodyFraming.Chunked,
        _ => BodyFraming.UntilClose,
    };
}
