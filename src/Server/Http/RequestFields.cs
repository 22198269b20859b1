using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Server;

/// <summary>The fields of a request that decide how a file is answered; empty where they are not sent.</summary>
/// <remarks>RFC 9110 sections 12.5.1, 13.1 and 14.2. The first line of a repeated field counts; a repeated Range is ignored.</remarks>
internal readonly ref struct RequestFields
{
    /// <summary>Picks them from an identified field table.</summary>
    /// <param name="buffer">The buffer the head was parsed from.</param>
    /// <param name="fields">The fields of the head.</param>
    /// <param name="honoursRange">Whether the method is GET: Range means nothing to any other. RFC 9110 section 14.2.</param>
    public RequestFields(ReadOnlySpan<byte> buffer, ReadOnlySpan<FieldLine> fields, bool honoursRange)
    {
        var ranges = 0;
        foreach (ref readonly var field in fields)
        {
            switch (field.Name)
            {
                case FieldName.Accept when Accept.IsEmpty: Accept = field.ValueIn(buffer); break;
                case FieldName.IfMatch when IfMatch.IsEmpty: IfMatch = field.ValueIn(buffer); break;
                case FieldName.IfNoneMatch when IfNoneMatch.IsEmpty: IfNoneMatch = field.ValueIn(buffer); break;
                case FieldName.IfModifiedSince when IfModifiedSince.IsEmpty: IfModifiedSince = field.ValueIn(buffer); break;
                case FieldName.IfUnmodifiedSince when IfUnmodifiedSince.IsEmpty: IfUnmodifiedSince = field.ValueIn(buffer); break;
                case FieldName.IfRange when IfRange.IsEmpty: IfRange = field.ValueIn(buffer); break;
                case FieldName.Range when honoursRange:
                    Range = ranges++ == 0 ? field.ValueIn(buffer) : default;
                    break;
                default: break;
            }
        }
    }

    public ReadOnlySpan<byte> Accept { get; }

    public ReadOnlySpan<byte> IfMatch { get; }

    public ReadOnlySpan<byte> IfNoneMatch { get; }

    public ReadOnlySpan<byte> IfModifiedSince { get; }

    public ReadOnlySpan<byte> IfUnmodifiedSince { get; }

    public ReadOnlySpan<byte> IfRange { get; }

    public ReadOnlySpan<byte> Range { get; }

    /// <summary>Whether nothing makes the answer depend on the file's validators or length.</summary>
    public bool ArePlain => (IfMatch.Length | IfNoneMatch.Length | IfModifiedSince.Length | IfUnmodifiedSince.Length | Range.Length) == 0;

    /// <summary>Whether JSON is asked for, and HTML is not.</summary>
    public bool WantsJson => Contains(Accept, "application/json"u8) && !Contains(Accept, "text/html"u8);

    private static bool Contains(ReadOnlySpan<byte> list, ReadOnlySpan<byte> type)
    {
        for (; list.Length >= type.Length; list = list[1..])
        {
            if (System.Text.Ascii.EqualsIgnoreCase(list[..type.Length], type))
            {
                return true;
            }
        }

        return false;
    }
}
