using System.Runtime.CompilerServices;
using HiPerf.Ascii;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Reads the request-line.</summary>
/// <remarks>
/// <code>
/// request-line = method SP request-target SP HTTP-version   ; RFC 9112 section 3
/// method       = token                                      ; RFC 9110 section 9.1
/// HTTP-version = "HTTP/" DIGIT "." DIGIT                    ; RFC 9112 section 2.3, uppercase
/// </code>
/// The regular line has an origin-form target and ends in HTTP/1.1 or HTTP/1.0; every other one is read octet by octet.
/// </remarks>
internal static class RequestLine
{
    private const ulong Http10 = 0x302E_312F_5054_5448;
    private const ulong Http11 = 0x312E_312F_5054_5448;

    /// <summary>Reads a regular request-line that is whole, or reads nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadRegular(ReadOnlySpan<byte> buffer, ref RequestHead head, ref FieldSectionState state, in Http1Limits limits)
    {
        ref readonly byte first = ref Octets.First(buffer);
        int length = buffer.Length;
        if (length < 16)
        {
            return false;
        }

        int space;
        RequestMethod method;
        ulong start = Octets.UncheckedUInt64(in first, 0);
        if ((start & 0xFF_FFFF_FFFF) == 0x2F_2054_4547)
        {
            space = 3;
            method = RequestMethod.Get;
        }
        else
        {
            space = Octets.FirstSpace(start);
            method = RequestMethods.Find(buffer[..space]);
            if (method is RequestMethod.Unknown or RequestMethod.Connect || !Octets.UncheckedIsSpaceSlash(in first, space))
            {
                return false;
            }
        }

        int target = space + 1;

        int end = TargetEnd(in first, length, target + 1);
        if (space > limits.MaxMethod || end + 10 >= length || Octets.UncheckedAt(in first, end) != (byte)' ' || !Octets.IsCrLf(in first, length, end + 9) || end + 9 > limits.MaxStartLine)
        {
            return false;
        }

        ulong version = Octets.UncheckedUInt64(in first, end + 1);
        if (version != Http11 && version != Http10)
        {
            return false;
        }

        head.MethodLength = space;
        head.Method = method;
        head.TargetStart = target;
        head.TargetLength = end - target;
        head.TargetForm = TargetForm.Origin;
        head.Version = version == Http11 ? HttpVersion.Http11 : HttpVersion.Http10;
        state.Position = end + 11;
        return true;
    }

    /// <summary>Reads any request-line, octet by octet, with the empty line that may stand before it.</summary>
    /// <returns>Whether the line is whole and valid; else <paramref name="result"/> is the answer.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool Read(ReadOnlySpan<byte> buffer, ref RequestHead head, ref FieldSectionState state, in Http1Limits limits, Http1Leniency leniency, out ParseResult result)
    {
        if (!EmptyLine(buffer, ref state, leniency, out result))
        {
            return false;
        }

        var cursor = new StartLineCursor(buffer, state.Position, limits.MaxStartLine);
        if (!Method(ref cursor, ref head, limits.MaxMethod)
            || !Target(ref cursor, ref head)
            || !Version(ref cursor, out head.Version)
            || !cursor.LineEnd(ParseError.BadVersion, ref state, leniency))
        {
            result = cursor.Answer;
            return false;
        }

        state.Position = cursor.Position;
        return true;
    }

    /// <summary>Reads HTTP/1.0 or HTTP/1.1; any other DIGIT.DIGIT is unsupported, at its last digit, which decides it.</summary>
    public static bool Version(ref StartLineCursor cursor, out HttpVersion version)
    {
        version = HttpVersion.Unknown;
        foreach (byte expected in "HTTP/"u8)
        {
            if (!cursor.Take(expected, ParseError.BadVersion))
            {
                return false;
            }
        }

        if (!cursor.TakeDigit(ParseError.BadVersion, out int major) || !cursor.Take((byte)'.', ParseError.BadVersion) || !cursor.TakeDigit(ParseError.BadVersion, out int minor))
        {
            return false;
        }

        if (major != 1 || minor > 1)
        {
            return cursor.Refuse(ParseError.UnsupportedVersion, cursor.Position - 1);
        }

        version = minor == 1 ? HttpVersion.Http11 : HttpVersion.Http10;
        return true;
    }

    private static bool EmptyLine(ReadOnlySpan<byte> buffer, ref FieldSectionState state, Http1Leniency leniency, out ParseResult result)
    {
        result = ParseResult.NeedMoreData(0);
        if (buffer.IsEmpty)
        {
            return false;
        }

        if (buffer[0] is not ((byte)'\r' or (byte)'\n'))
        {
            return true;
        }

        if (!LineEnds.Read(buffer, 0, leniency, out int next, out bool bareLf, out ParseError error))
        {
            result = error == ParseError.None ? result : ParseResult.Invalid(error, next);
            return false;
        }

        state.Deviate(Deviations.LeadingEmptyLine | (bareLf ? Deviations.BareLf : Deviations.None), 0);
        state.Position = next;
        return true;
    }

    private static bool Method(ref StartLineCursor cursor, ref RequestHead head, int maxMethod)
    {
        int start = cursor.Position;
        int end = cursor.SkipTokens();
        if (end - start > maxMethod)
        {
            return cursor.Refuse(ParseError.MethodTooLong, start + maxMethod);
        }

        head.MethodStart = start;
        head.MethodLength = end - start;
        if (end == start && !cursor.AtEnd)
        {
            return cursor.Refuse(ParseError.BadMethod, start);
        }

        if (!cursor.Take((byte)' ', ParseError.BadMethod))
        {
            return false;
        }

        head.Method = RequestMethods.Find(cursor.Buffer[start..end]);
        return true;
    }

    private static bool Target(ref StartLineCursor cursor, ref RequestHead head)
    {
        int start = cursor.Position;
        int end = cursor.SkipTarget();
        bool whole = !cursor.AtEnd && cursor.Buffer[end] == (byte)' ';
        int offending = RequestTarget.Validate(head.Method, cursor.Buffer[start..end], whole, out head.TargetForm);
        if (offending >= 0)
        {
            return cursor.Refuse(ParseError.BadRequestTarget, start + offending);
        }

        head.TargetStart = start;
        head.TargetLength = end - start;

        // A line that ends here is HTTP/0.9's: what is missing is the version.
        bool ended = !cursor.AtEnd && end > start && cursor.Buffer[end] is (byte)'\r' or (byte)'\n';
        return cursor.Take((byte)' ', ended ? ParseError.BadVersion : ParseError.BadRequestTarget);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int TargetEnd(ref readonly byte first, int length, int start) => VectorPaths.Active switch
    {
        VectorPath.Vbmi => Octets.TargetEnd<VbmiMasks>(in first, length, start),
        VectorPath.Wide512 => Octets.TargetEnd<Wide512Masks>(in first, length, start),
        VectorPath.Wide256 => Octets.TargetEnd<Wide256Masks>(in first, length, start),
        VectorPath.Portable128 => Octets.TargetEnd<Portable128Masks>(in first, length, start),
        _ => Octets.TargetEnd<ScalarMasks>(in first, length, start),
    };
}
