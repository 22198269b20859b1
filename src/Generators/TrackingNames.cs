namespace HiPerf.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what was run again.</summary>
internal static class TrackingNames
{
    public const string RegistryFile = nameof(RegistryFile);
    public const string RegistryModel = nameof(RegistryModel);
    public const string TokenEnum = nameof(TokenEnum);
}
