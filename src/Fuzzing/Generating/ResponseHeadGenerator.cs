using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates valid response heads.</summary>
internal static class ResponseHeadGenerator
{
    public static Gen<ResponseHeadCase> Heads { get; } =
        from version in Gen.Frequency((6, Gen.Constant("HTTP/1.1")), (1, Gen.Constant("HTTP/1.0")))
        from status in Gen.Frequency((3, Gen.Elements(100, 101, 200, 204, 206, 301, 304, 404, 500, 503)), (1, Gen.Choose(100, 599)))
        from reason in Gen.Frequency((3, Gen.Elements("OK", "Not Found", "Internal Server Error", "")), (1, TextGenerator.Value(60)))
        from fields in FieldGenerator.Several
        from framing in FieldGenerator.Framing(version == "HTTP/1.0")
        from first in Gen.Elements(false, true)
        select new ResponseHeadCase(version, status, reason, first ? [.. framing, .. fields] : [.. fields, .. framing]);

    public static IEnumerable<ResponseHeadCase> Shrink(ResponseHeadCase head)
    {
        foreach (IReadOnlyList<FieldCase> fields in FieldGenerator.Shrink(head.Fields, ""))
        {
            yield return head with { Fields = fields };
        }

        foreach (string reason in TextGenerator.Shrink(head.Reason, 0, 'a'))
        {
            yield return head with { Reason = reason };
        }

        if (head.Status != 200)
        {
            yield return head with { Status = 200 };
        }
    }
}
