namespace HiPerf.Gopher;

/// <summary>One line of attributes: plain data, offsets into the span that was parsed.</summary>
/// <remarks>Gopher+ section 2.4. <see cref="GopherAttributeReader"/> reads values by what they mean.</remarks>
public record struct GopherAttributeLine
{
    /// <summary>What the line is.</summary>
    public GopherAttributeLineKind Kind { readonly get; internal set; }

    /// <summary>The registered block the line begins or stands in; <see cref="GopherAttribute.Unknown"/> for any other, and for none.</summary>
    public GopherAttribute Block { readonly get; internal set; }

    /// <summary>The registered field; <see cref="GopherAttribute.Unknown"/> for any other.</summary>
    public GopherAttribute Field { readonly get; internal set; }

    /// <summary>The name of a block, without its plus sign and colon, or of a field, without its colon; in VIEWS the content type and perhaps a language, in ASK the kind of a question.</summary>
    public GopherText Name { readonly get; internal set; }

    /// <summary>What follows the name and one space, or the space that begins a line of text; may be empty.</summary>
    public GopherText Value { readonly get; internal set; }

    /// <summary>Which item of the answer the line is about, from 0 on: each INFO begins one. −1 before the first.</summary>
    public int ItemIndex { readonly get; internal set; }

    /// <summary>Octets of the line, its end not counted.</summary>
    public int LineLength { readonly get; internal set; }
}
