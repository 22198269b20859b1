namespace HiPerf.Cli.Inspecting;

/// <summary>Where a reply says that the data connection goes.</summary>
/// <param name="Host">The address; null in an answer to EPSV, which has none.</param>
/// <param name="Port">1 to 65535.</param>
internal sealed record InspectedHostPort(string? Host, int Port);
