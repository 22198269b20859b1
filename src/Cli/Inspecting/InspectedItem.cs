using HiPerf.Gopher;

namespace HiPerf.Cli.Inspecting;

/// <summary>One line of a Gopher menu, texts in ISO-8859-1.</summary>
/// <param name="Type">The octet of its type; empty for an empty line.</param>
/// <param name="Display">What is shown.</param>
/// <param name="Selector">What is sent.</param>
/// <param name="Host">The host.</param>
/// <param name="Port">The port; null where there is none.</param>
/// <param name="Mark">What the server can do beyond RFC 1436.</param>
/// <param name="Primary">For a redundant server the index of the item it mirrors, −1 for none; null for any other item.</param>
/// <param name="Faults">What is wrong with the line.</param>
/// <param name="IsMalformed">Whether the line is no item.</param>
internal sealed record InspectedItem(string Type, string Display, string Selector, string Host, int? Port, GopherPlusMark Mark, int? Primary, GopherItemFaults Faults, bool IsMalformed);
