namespace HiPerf;

/// <summary>What planning does with a name that must not become a local one. Such a name is never used, whatever is chosen here.</summary>
public enum MirrorBadNames
{
    /// <summary>The plan lists it as <see cref="MirrorOperationKind.Refused"/>; the rest can be carried out.</summary>
    Refuse = 0,

    /// <summary>Planning fails with <see cref="InternetErrorKind.AccessDenied"/>.</summary>
    Fail,
}
