using FsCheck.Fluent;
using HiPerf.Http;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The targets that are held to laws alone.</summary>
internal static class LawsTargets
{
    public static IFuzzTarget ContentDisposition { get; } = new LawsTarget("content-disposition", "ContentDispositionParser; laws alone", ReadDisposition)
    {
        Samples = ["attachment", "inline; filename=a.txt", "attachment; filename=\"a b\\\".txt\"; filename*=UTF-8''%e2%82%ac%20x", "form-data; name=\"a\"; filename=\"C:\\\\a\""],
        Structure = Inputs.ContentDispositions.Generator.Select(c => c.Wire),
        Words = ["attachment", "inline", "form-data", "; filename=", "; filename*=", "UTF-8''", "iso-8859-1'en'", "%e2%82%ac", "%zz", "\"", "\\\"", ";", "name=", "..", "/"],
    };

    public static IFuzzTarget Forwarded { get; } = new LawsTarget("forwarded", "ForwardedReader; laws alone", ReadForwarded)
    {
        Samples = ["for=\"_gazonk\"", "For=\"[2001:db8:cafe::17]:4711\"", "for=192.0.2.60;proto=http;by=203.0.113.43", "for=192.0.2.43, for=198.51.100.17", "for=unknown;host=\"a:80\""],
        Structure = Inputs.ForwardedFields.Generator.Select(f => f.Wire),
        Words = ["for=", "by=", "host=", "proto=https", ";", ", ", "\"", "[::1]", ":80", "_a", "unknown", "192.0.2.1", "\\", "\"_x:_y\""],
    };

    private static void ReadDisposition(ReadOnlySpan<byte> value, Answer answer)
    {
        answer.Begin(ContentDispositionParser.Parse(value, out ContentDisposition disposition));
        answer.Add((long)disposition.Type);
        Add(answer, disposition.FileName);
        Add(answer, disposition.ExtFileName);
    }

    private static void ReadForwarded(ReadOnlySpan<byte> value, Answer answer)
    {
        var reader = new ForwardedReader(value);
        int count = 0;
        while (reader.Read(out ForwardedElement element))
        {
            count++;
            if (element.Host.IsPresent)
            {
                _ = element.Host.In(value).Length;
            }
        }

        answer.Begin(reader.Result);
        answer.Add(count);
    }

    private static void Add(Answer answer, FieldText text)
    {
        answer.Add(text.Start);
        answer.Add(text.Length);
        answer.Add((long)text.Form);
    }
}
