using System.Buffers;
using HiPerf.Gopher;

namespace HiPerf.Server;

/// <summary>The errors of a server, as they go over the wire: an item of type 3, or the error of Gopher+ where Gopher+ was spoken.</summary>
/// <remarks>RFC 1436 section 3.8; Gopher+ section 2.3. No octet of the request is part of them.</remarks>
internal sealed class GopherErrors
{
    private readonly byte[][] _menus;
    private readonly byte[][] _plus;

    /// <param name="administrator">Who to turn to; null for nobody.</param>
    public GopherErrors(string? administrator)
    {
        var faults = Enum.GetValues<GopherFault>();
        _menus = Array.ConvertAll(faults, static fault => Menu(TextOf(fault)));
        _plus = Array.ConvertAll(faults, fault => Plus(fault, administrator));
    }

    /// <summary>The answer to a request that fails.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="isPlus">Whether the client spoke Gopher+.</param>
    public GopherAnswer Of(GopherFault fault, bool isPlus = false) => new((isPlus ? _plus : _menus)[(int)fault]);

    private static ReadOnlySpan<byte> TextOf(GopherFault fault) => fault switch
    {
        GopherFault.NotFound => "There is nothing under this selector."u8,
        GopherFault.NotReadable => "It cannot be read."u8,
        GopherFault.NoRequest => "That is no request of Gopher."u8,
        GopherFault.TooLong => "The request is too long."u8,
        GopherFault.TooLate => "The time for the request is over."u8,
        GopherFault.TooMany => "There are too many sessions."u8,
        GopherFault.NoWords => "A search needs words to look for."u8,
        GopherFault.TooManyWords => "That are too many words to look for."u8,
        GopherFault.TooManySearches => "There are too many searches now: try again later."u8,
        GopherFault.NoView => "There is no such view of it."u8,
        _ => "There is no form to fill in."u8,
    };

    private static byte[] Menu(ReadOnlySpan<byte> text)
    {
        Span<byte> menu = stackalloc byte[256];
        _ = GopherMenuWriter.TryWriteError(menu, text, out var length);
        _ = GopherMenuWriter.TryWriteEnd(menu[length..], out var end);
        return menu[..(length + end)].ToArray();
    }

    private static byte[] Plus(GopherFault fault, string? administrator)
    {
        var answer = new ArrayBufferWriter<byte>(256);
        _ = GopherStatusLineWriter.TryWrite(answer.GetSpan(GopherStatusLineParser.MaxLength), GopherStatusLine.Error, out var length);
        answer.Advance(length);
        answer.Write(fault is GopherFault.TooMany or GopherFault.TooManySearches or GopherFault.NotReadable ? "2"u8 : "1"u8);
        answer.Write(administrator is null ? default : System.Text.Encoding.UTF8.GetBytes(" " + administrator));
        answer.Write("\r\n"u8);
        answer.Write(TextOf(fault));
        answer.Write("\r\n.\r\n"u8);
        return answer.WrittenSpan.ToArray();
    }
}
