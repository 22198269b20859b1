#pragma warning disable CS1591
namespace HiPerf.Http;
public enum FieldName : ushort { Unknown }
public enum RequestMethod : byte { Unknown, Connect, Options }
internal static class RequestMethods { public static RequestMethod Find(ReadOnlySpan<byte> m) => m.SequenceEqual("CONNECT"u8) ? RequestMethod.Connect : m.SequenceEqual("OPTIONS"u8)? RequestMethod.Options: RequestMethod.Unknown; }
