namespace HiPerf.Cli.Inspecting;

/// <summary>Reads one case by the grammar of its kind.</summary>
internal static class Inspector
{
    public static InspectAnswer Inspect(InspectCase item)
    {
        InspectAnswer answer = item.Kind switch
        {
            InspectKind.HttpRequest => new RequestInspector(item).Run(),
            InspectKind.HttpResponse => new ResponseInspector(item).Run(),
            InspectKind.HttpChunked => ChunkedInspector.Inspect(item),
            InspectKind.FtpList => FtpListInspector.Inspect(item),
            InspectKind.FtpReply => FtpReplyInspector.Inspect(item),
            InspectKind.FtpPasv => FtpReplyInspector.InspectPassive(item, 227),
            InspectKind.FtpEpsv => FtpReplyInspector.InspectPassive(item, 229),
            InspectKind.FtpCommand => FtpCommandInspector.Inspect(item),
            InspectKind.GopherMenu => GopherMenuInspector.Inspect(item),
            InspectKind.GopherRequest => GopherRequestInspector.Inspect(item),
            _ => UrlInspector.Inspect(item),
        };
        answer.Id = item.Id;
        return answer;
    }
}
