namespace HiPerf.Cli.Inspecting;

/// <summary>Reads one case by the grammar of its kind.</summary>
internal static class Inspector
{
    public static InspectAnswer Inspect(InspectKind kind, InspectCase item)
    {
        InspectAnswer answer = kind switch
        {
            InspectKind.HttpRequest => RequestInspector.Inspect(item),
            InspectKind.HttpResponse => ResponseInspector.Inspect(item),
            InspectKind.HttpChunked => ChunkedInspector.Inspect(item),
            _ => UrlInspector.Inspect(item),
        };
        answer.Id = item.Id;
        return answer;
    }
}
