namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>What URLs add to an answer.</summary>
internal static class UrlAnswers
{
    /// <summary>Adds all offsets; those of absent parts say nothing.</summary>
    public static void AddUrl(this Answer answer, in UrlParts parts)
    {
        answer.Add(parts.Length);
        answer.Add(parts.SchemeLength);
        AddPart(answer, parts.UserNameStart, parts.UserNameLength);
        AddPart(answer, parts.PasswordStart, parts.PasswordLength);
        AddPart(answer, parts.HostStart, parts.HostLength);
        AddPart(answer, parts.PortStart, parts.PortLength);
        answer.Add(parts.Port);
        AddPart(answer, parts.PathStart, parts.PathLength);
        AddPart(answer, parts.QueryStart, parts.QueryLength);
        AddPart(answer, parts.FragmentStart, parts.FragmentLength);
        answer.Add((long)parts.Scheme);
        answer.Add((long)parts.HostKind);
        answer.Add(parts.HasOpaquePath);
    }

    private static void AddPart(Answer answer, int start, int length)
    {
        answer.Add(length < 0 ? 0 : start);
        answer.Add(length);
    }
}
