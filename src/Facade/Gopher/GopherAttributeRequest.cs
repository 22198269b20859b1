using System.Runtime.CompilerServices;
using System.Text;

namespace HiPerf.Gopher;

/// <summary>Asks for attributes.</summary>
internal static class GopherAttributeRequest
{
    /// <summary>Makes the locator that asks for attributes of another.</summary>
    /// <param name="locator">The item, or the menu.</param>
    /// <param name="sign"><c>!</c> for an item, <c>$</c> for all items of a menu.</param>
    /// <param name="names">Blocks, with their plus sign or without; null, or none, for all.</param>
    public static GopherLocator Of(GopherLocator locator, char sign, IEnumerable<string>? names)
    {
        ArgumentNullException.ThrowIfNull(locator);
        if (locator.Plus == GopherPlusMark.None)
        {
            throw new NotSupportedException("The item's server did not say that it has Gopher+ for it.");
        }

        if (sign == '$' && (GopherItemTypes.Flags(locator.Type) & GopherItemFlags.Directory) == 0)
        {
            throw new NotSupportedException("Only menus and searches (types 1 and 7) have items.");
        }

        var asked = new StringBuilder().Append(sign);
        foreach (var name in names ?? [])
        {
            asked.Append('+').Append(Check(name));
        }

        return locator with { Query = null, PlusString = asked.ToString() };
    }

    /// <summary>Asks for those of one item.</summary>
    public static async ValueTask<GopherItemAttributes> GetAsync(GopherClientCore core, GopherOpening opening, CancellationToken cancellationToken)
    {
        var reader = core.Describe(in opening, out var content);
        try
        {
            _ = await reader.OpenAsync(content, cancellationToken).ConfigureAwait(false);
            _ = await reader.ReadAsync(default, cancellationToken).ConfigureAwait(false);
            return content.Current ?? new GopherItemAttributes();
        }
        finally
        {
            reader.Close();
        }
    }

    /// <summary>Asks for those of all items of a menu.</summary>
    public static async IAsyncEnumerable<GopherItemAttributes> EnumerateAsync(GopherClientCore core, GopherOpening opening, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = core.Describe(in opening, out var content);
        try
        {
            _ = await reader.OpenAsync(content, cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(default, cancellationToken).ConfigureAwait(false) > 0)
            {
                yield return content.Current!;
            }
        }
        finally
        {
            reader.Close();
        }
    }

    private static ReadOnlySpan<char> Check(string name)
    {
        var bare = name.AsSpan(name is ['+', ..] ? 1 : 0);
        foreach (var character in bare)
        {
            if (character is <= ' ' or '+' or ':' or '\u007F')
            {
                throw new ArgumentException("The name of a block holds no control, space, plus sign or colon (Gopher+ section 2.4).", nameof(name));
            }
        }

        return bare.Length > 0 ? bare : throw new ArgumentException("The name of a block is empty.", nameof(name));
    }
}
