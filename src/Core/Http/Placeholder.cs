#pragma warning disable CS1591
namespace HiPerf.Http;
public enum FieldName : ushort { Unknown, Connection, ContentLength, ContentType, Date, Expect, Host, LastModified, Trailer, TransferEncoding, Upgrade }
public enum RequestMethod : byte { Unknown, Connect, Get, Head, Options, Post }
public static class FieldNames
{
    private static readonly string[] s_names =
        ["", "Connection", "Content-Length", "Content-Type", "Date", "Expect", "Host", "Last-Modified", "Trailer", "Transfer-Encoding", "Upgrade"];
    private static readonly byte[][] s_octets = Array.ConvertAll(s_names, System.Text.Encoding.ASCII.GetBytes);
    public static FieldName Find(ReadOnlySpan<byte> name)
    {
        for (int i = 1; i < s_octets.Length; i++)
            if (System.Text.Ascii.EqualsIgnoreCase(name, s_octets[i]))
                return (FieldName)i;
        return FieldName.Unknown;
    }
    public static ReadOnlySpan<byte> Bytes(FieldName name) => s_octets[(int)name];
}
