#pragma warning disable CS1591
namespace HiPerf.Http;
public enum FieldName : ushort { Unknown }
public enum RequestMethod : byte { Unknown }
