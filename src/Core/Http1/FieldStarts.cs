using System.Diagnostics.CodeAnalysis;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>How the line of each registered field begins, encoded once: its name, a colon and a space.</summary>
/// <remarks>RFC 9112 section 5. Fields that the writers keep to themselves have none: there is no way to write them by hand.</remarks>
internal static class FieldStarts
{
    private static readonly byte[]?[] s_starts = Encode();

    /// <summary>The start of the field's line.</summary>
    /// <exception cref="ArgumentException">The name is not registered, or the writer keeps it to itself.</exception>
    public static ReadOnlySpan<byte> Octets(FieldName name)
    {
        byte[]? start = (uint)name < (uint)s_starts.Length ? s_starts[(uint)name] : null;
        if (start is null)
        {
            Refuse(name);
        }

        return start;
    }

    /// <summary>Whether only the writer writes the field.</summary>
    public static bool IsOwned(FieldName name) =>
        name is FieldName.Connection or FieldName.ContentLength or FieldName.Host or FieldName.Trailer or FieldName.TransferEncoding;

    [DoesNotReturn]
    private static void Refuse(FieldName name)
    {
        if (IsOwned(name))
        {
            WriterMisuse.OwnedName();
        }

        WriterMisuse.BadName();
    }

    private static byte[]?[] Encode()
    {
        FieldName[] names = Enum.GetValues<FieldName>();
        var starts = new byte[]?[(int)names.Max() + 1];
        foreach (FieldName name in names.Where(name => name != FieldName.Unknown && !IsOwned(name)))
        {
            starts[(int)name] = [.. FieldNames.Bytes(name), (byte)':', (byte)' '];
        }

        return starts;
    }
}
