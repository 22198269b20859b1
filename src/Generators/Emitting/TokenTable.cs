namespace HiPerf.Generators.Emitting;

/// <summary>One token and the enum member it stands for.</summary>
internal sealed record TokenEntry(string Token, string Member);

/// <summary>What the look-up of a token set is emitted from.</summary>
/// <param name="EnumName">The enum; also how it is named in the emitted source.</param>
/// <param name="NoMatch">The expression that Find answers when nothing matches.</param>
/// <param name="IgnoreCase">Whether ASCII letters match in either case.</param>
/// <param name="Entries">The tokens, in the order of their numbers from 1.</param>
/// <param name="IsDense">Whether the entries' values are 1, 2, 3 … in order, so that a number is cast instead of looked up.</param>
internal sealed record TokenTable(
    string EnumName, string NoMatch, bool IgnoreCase, bool IsDense, IReadOnlyList<TokenEntry> Entries);
