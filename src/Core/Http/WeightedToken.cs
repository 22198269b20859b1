namespace HiPerf.Http;

/// <summary>One element of Accept-Encoding, Accept-Charset or Accept-Language, and what it is worth.</summary>
/// <param name="Token">The content coding, charset or language range; an asterisk for all that are not named.</param>
/// <param name="Weight">Thousandths, 0 (not acceptable) to 1000.</param>
/// <remarks>RFC 9110 sections 12.5.2 to 12.5.4.</remarks>
public readonly record struct WeightedToken(FieldText Token, int Weight);
