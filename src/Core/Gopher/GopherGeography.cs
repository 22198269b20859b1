namespace HiPerf.Gopher;

/// <summary>Where an item is on Earth, in degrees, minutes and seconds; what is negative lies south or west.</summary>
/// <param name="DegreesNorth">−90 to 90.</param>
/// <param name="MinutesNorth">−59 to 59.</param>
/// <param name="SecondsNorth">−59 to 59.</param>
/// <param name="DegreesEast">−180 to 180.</param>
/// <param name="MinutesEast">−59 to 59.</param>
/// <param name="SecondsEast">−59 to 59.</param>
public readonly record struct GopherGeography(int DegreesNorth, int MinutesNorth, int SecondsNorth, int DegreesEast, int MinutesEast, int SecondsEast);
