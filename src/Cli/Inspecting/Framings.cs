using HiPerf.Http1;

namespace HiPerf.Cli.Inspecting;

/// <summary>How the kinds of framing are called in answers.</summary>
internal static class Framings
{
    public static string Name(BodyFramingKind kind) => kind switch
    {
        BodyFramingKind.Length => "length",
        BodyFramingKind.Chunked => "chunked",
        BodyFramingKind.UntilClose => "until-close",
        _ => "none",
    };
}
