namespace HiPerf.Generators.Tests.TokenTables;

/// <summary>Values in order, names as tokens, long tokens that differ in the middle only, and octets that fold like letters do.</summary>
[TokenTable]
public enum Header
{
    Unknown = 0,
    [Token("X-Company-Feature-Alpha-Enabled")] AlphaEnabled,
    [Token("X-Company-Feature-Gamma-Enabled")] GammaEnabled,
    [Token("x_under")] Under,
    [Token("^@[]`")] Signs,
    [Token("T")] T,
    Plain,
    [Token("class")] @class,
}

/// <summary>Values out of order and with gaps, no member of value zero; case matters.</summary>
[TokenTable(ignoreCase: false)]
internal enum Verb : long
{
    [Token("get")] LowerGet = 7,
    [Token("GET")] Get = 5_000_000_000,
    [Token("\"quoted\\")] Quoted = -3,
    Delete = 1,
}
