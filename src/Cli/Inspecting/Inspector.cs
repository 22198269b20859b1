namespace HiPerf.Cli.Inspecting;

/// <summary>Reads one case by the grammar of its kind.</summary>
internal static class Inspector
{
    public static InspectAnswer Inspect(InspectKind kind, InspectCase item)
    {
        InspectAnswer answer = kind switch
        {
            InspectKind.HttpRequest => new RequestInspector(item).Run(),
            InspectKind.HttpResponse => new ResponseInspector(item).Run(),
            InspectKind.HttpChunked => ChunkedInspector.Inspect(item),
            InspectKind.FtpList => FtpListInspector.Inspect(item),
            _ => UrlInspector.Inspect(item),
        };
        answer.Id = item.Id;
        return answer;
    }
}
