namespace HiPerf.Http;

/// <summary>Chooses among what a server can offer by what a client accepts.</summary>
/// <remarks>
/// RFC 9110 section 12.5. Offers are a list with commas, as in <c>text/html, application/json</c>, in the server's order of preference: of those with the
/// greatest weight the first wins. For each offer the most specific element of the field counts. A field that breaks its grammar is refused, and then the first
/// offer is the answer, as if the field were not there. An absent field accepts all: do not ask. Time is offers × elements.
/// </remarks>
public static class ContentNegotiation
{
    /// <summary>Chooses a media type.</summary>
    /// <param name="accept">The value of Accept.</param>
    /// <param name="offers">Media types; parameters of a range must be among those of an offer.</param>
    /// <param name="best">Index of the offer, from 0; −1 when none is acceptable.</param>
    /// <returns>Done, or InvalidData as <see cref="MediaRangeReader"/> has it.</returns>
    /// <exception cref="ArgumentException">The offers are no list of media types.</exception>
    public static ParseResult ChooseMediaType(ReadOnlySpan<byte> accept, ReadOnlySpan<byte> offers, out int best)
    {
        var all = new MediaRangeReader(accept);
        while (all.Read(out _))
        {
        }

        best = all.Result.IsDone ? -1 : 0;
        int most = 0;
        var offered = new MediaRangeReader(offers);
        for (int index = 0; offered.Read(out MediaRange offer); index++)
        {
            if (all.Result.IsDone && WeightOf(accept, offers, offer.Media) is var weight && weight > most)
            {
                most = weight;
                best = index;
            }
        }

        CheckOffers(offered.Result);
        return all.Result;
    }

    /// <summary>Chooses a content coding.</summary>
    /// <param name="acceptEncoding">The value of Accept-Encoding; an empty one accepts identity alone.</param>
    /// <param name="offers">Content codings, identity among them where no coding can be offered.</param>
    /// <param name="best">Index of the offer, from 0; −1 when none is acceptable.</param>
    /// <returns>Done, or InvalidData as <see cref="WeightedTokenReader"/> has it.</returns>
    /// <exception cref="ArgumentException">The offers are no list of tokens.</exception>
    /// <remarks>RFC 9110 section 12.5.3: identity is acceptable, and the last choice, unless it or all that is not named is refused.</remarks>
    public static ParseResult ChooseEncoding(ReadOnlySpan<byte> acceptEncoding, ReadOnlySpan<byte> offers, out int best) =>
        Choose(acceptEncoding, offers, readsLanguages: false, out best);

    /// <summary>Chooses a language.</summary>
    /// <param name="acceptLanguage">The value of Accept-Language.</param>
    /// <param name="offers">Language tags.</param>
    /// <param name="best">Index of the offer, from 0; −1 when none is acceptable.</param>
    /// <returns>Done, or InvalidData as <see cref="WeightedTokenReader"/> has it.</returns>
    /// <exception cref="ArgumentException">The offers are no list of language tags.</exception>
    /// <remarks>RFC 4647 section 3.3.1, basic filtering: a range matches a tag that is the same or goes on with a hyphen behind it; the longest range counts.</remarks>
    public static ParseResult ChooseLanguage(ReadOnlySpan<byte> acceptLanguage, ReadOnlySpan<byte> offers, out int best) =>
        Choose(acceptLanguage, offers, readsLanguages: true, out best);

    private static ParseResult Choose(ReadOnlySpan<byte> accept, ReadOnlySpan<byte> offers, bool readsLanguages, out int best)
    {
        var all = new WeightedTokenReader(accept, readsLanguages);
        while (all.Read(out _))
        {
        }

        best = all.Result.IsDone ? -1 : 0;
        int most = -1;
        var offered = new WeightedTokenReader(offers, readsLanguages);
        for (int index = 0; offered.Read(out WeightedToken offer); index++)
        {
            if (all.Result.IsDone && WeightOf(accept, offer.Token.In(offers), readsLanguages) is var weight && weight > most)
            {
                most = weight;
                best = index;
            }
        }

        CheckOffers(offered.Result);
        return all.Result;
    }

    // −1 where it is not acceptable; 0, behind all that are named, for identity that nobody named.
    private static int WeightOf(ReadOnlySpan<byte> accept, ReadOnlySpan<byte> offer, bool readsLanguages)
    {
        int specificity = -1;
        int weight = 0;
        var elements = new WeightedTokenReader(accept, readsLanguages);
        while (elements.Read(out WeightedToken element))
        {
            ReadOnlySpan<byte> token = element.Token.In(accept);
            int length = token.SequenceEqual("*"u8) ? 0 : Matches(token, offer, readsLanguages) ? token.Length : -1;
            if (length > specificity)
            {
                specificity = length;
                weight = element.Weight;
            }
        }

        if (specificity < 0 && !readsLanguages && System.Text.Ascii.EqualsIgnoreCase(offer, "identity"u8))
        {
            return 0;
        }

        return weight > 0 ? weight : -1;
    }

    private static bool Matches(ReadOnlySpan<byte> range, ReadOnlySpan<byte> offer, bool byPrefix) =>
        System.Text.Ascii.EqualsIgnoreCase(range, offer)
        || (byPrefix && offer.Length > range.Length && offer[range.Length] == (byte)'-' && System.Text.Ascii.EqualsIgnoreCase(range, offer[..range.Length]));

    private static int WeightOf(ReadOnlySpan<byte> accept, ReadOnlySpan<byte> offers, MediaType offer)
    {
        int specificity = -1;
        int weight = 0;
        var ranges = new MediaRangeReader(accept);
        while (ranges.Read(out MediaRange range))
        {
            int own = Specificity(accept, range.Media, offers, offer);
            if (own > specificity)
            {
                specificity = own;
                weight = range.Weight;
            }
        }

        return weight;
    }

    // 0 for */*, 1 for type/*, 2 for type/subtype, one more for each parameter; −1 where it does not match.
    private static int Specificity(ReadOnlySpan<byte> accept, MediaType range, ReadOnlySpan<byte> offers, MediaType offer)
    {
        bool anySubtype = range.Subtype.EqualsIn(accept, "*"u8);
        bool anyType = anySubtype && range.Type.EqualsIn(accept, "*"u8);
        if ((!anyType && !range.Type.EqualsIgnoreCaseIn(accept, offer.Type.In(offers)))
            || (!anySubtype && !range.Subtype.EqualsIgnoreCaseIn(accept, offer.Subtype.In(offers))))
        {
            return -1;
        }

        int specificity = anyType ? 0 : anySubtype ? 1 : 2;
        FieldValueReader parameters = range.ParametersIn(accept);
        while (parameters.NextParameter(out FieldParameter parameter))
        {
            if (parameter.IsNamed(accept, "q"u8))
            {
                continue;
            }

            if (!HasParameter(offers, offer, accept, parameter))
            {
                return -1;
            }

            specificity++;
        }

        return specificity;
    }

    // Values are compared without regard to case, as those of charset are; a range that asks for one in another case hardly means another.
    private static bool HasParameter(ReadOnlySpan<byte> offers, MediaType offer, ReadOnlySpan<byte> accept, FieldParameter wanted)
    {
        if (!offer.TryFindParameter(offers, wanted.Name.In(accept), out FieldText own))
        {
            return false;
        }

        Span<byte> text = stackalloc byte[128];
        return own.TryUnescape(offers, text, out int length) && wanted.Value.EqualsIgnoreCaseIn(accept, text[..length]);
    }

    private static void CheckOffers(ParseResult result)
    {
        if (!result.IsDone)
        {
            FieldValueMisuse.BadOffers();
        }
    }
}
