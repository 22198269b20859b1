namespace HiPerf.Gopher;

/// <summary>One request line as offsets in the caller's buffer: plain data, valid after the buffer moves.</summary>
/// <remarks>RFC 1436 section 2, Gopher+ sections 2.3 and 2.4. Before the parser answers Done, its members tell nothing but how far the parser came.</remarks>
public struct GopherRequest
{
    internal byte Stage;
    internal int FieldStart;

    /// <summary>The selector; may be empty: the server's top menu.</summary>
    public GopherText Selector { readonly get; internal set; }

    /// <summary>Whether a tab and search words follow the selector, be the words empty.</summary>
    public bool HasSearch { readonly get; internal set; }

    /// <summary>The search words; may be empty.</summary>
    public GopherText Search { readonly get; internal set; }

    /// <summary>What is asked for.</summary>
    public GopherRequestKind Kind { readonly get; internal set; }

    /// <summary>What follows the sign of Gopher+: a representation for <c>+</c>, names of blocks for <c>!</c> and <c>$</c>; may be empty.</summary>
    public GopherText Argument { readonly get; internal set; }

    /// <summary>Whether a data block follows the line: a status line (<see cref="GopherStatusLineParser"/>) and the answers to an ASK form.</summary>
    public bool HasDataBlock { readonly get; internal set; }

    /// <summary>Everything behind the first tab, as it stands: for a server whose selector takes search words and nothing of Gopher+, so that <c>+1</c> can be searched for.</summary>
    public GopherText Rest { readonly get; internal set; }

    /// <summary>Whether attributes of a block are asked for: all are where none is named.</summary>
    /// <param name="buffer">The buffer that was parsed.</param>
    /// <param name="block">A block.</param>
    /// <returns>False for a request of another kind.</returns>
    public readonly bool AsksFor(ReadOnlySpan<byte> buffer, GopherAttribute block)
    {
        if (Kind is not (GopherRequestKind.Attributes or GopherRequestKind.DirectoryAttributes))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = Argument.In(buffer);
        if (rest.IsEmpty)
        {
            return true;
        }

        // Names stand one behind the other, each after its plus sign; a space between them is no part of a name.
        while (!rest.IsEmpty)
        {
            int length = rest.IndexOfAny((byte)'+', (byte)' ');
            ReadOnlySpan<byte> name = length < 0 ? rest : rest[..length];
            if (!name.IsEmpty && GopherAttributes.Find(name) == block)
            {
                return true;
            }

            rest = length < 0 ? default : rest[(length + 1)..];
        }

        return false;
    }

    /// <summary>Whether this is the request-line of HTTP/1, sent to the wrong port: close then.</summary>
    /// <param name="buffer">The buffer that was parsed.</param>
    /// <remarks>RFC 9112 section 3: the line ends in SP, HTTP-version. No menu has such a selector.</remarks>
    public readonly bool IsHttp(ReadOnlySpan<byte> buffer)
    {
        ReadOnlySpan<byte> line = Selector.In(buffer);
        return !HasSearch && Kind == GopherRequestKind.Item && line.Length > 10 && char.IsAsciiLetter((char)line[0])
            && GopherOctets.Is(line[^9..^3], " HTTP/"u8) && char.IsAsciiDigit((char)line[^3]) && line[^2] == (byte)'.' && char.IsAsciiDigit((char)line[^1]);
    }
}
