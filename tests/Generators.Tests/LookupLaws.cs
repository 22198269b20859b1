using System.Text;

namespace HiPerf.Generators.Tests;

internal delegate T Find<T>(ReadOnlySpan<byte> token);

/// <summary>What every emitted look-up keeps.</summary>
internal static class LookupLaws
{
    /// <summary>Every token is found in lower, upper and mixed case (or in its own alone); every one-octet change that is no token is refused.</summary>
    public static void Hold<T>(Find<T> find, IReadOnlyDictionary<string, T> tokens, bool ignoreCase)
        where T : struct, Enum
    {
        Assert.NotEmpty(tokens);
        var known = new Dictionary<string, T>(tokens, ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        T Expected(string text) => known.GetValueOrDefault(text);

        foreach (var token in tokens.Keys)
        {
            foreach (var cased in new[] { token, token.ToLowerInvariant(), token.ToUpperInvariant(), Mixed(token) })
            {
                Assert.Equal(Expected(cased), find(Encoding.Latin1.GetBytes(cased)));
            }

            foreach (var other in new[] { token[1..], token[..^1], token + "a", "a" + token, token + "\0" }.Concat(SameEnds(token)))
            {
                Assert.Equal(Expected(other), find(Encoding.Latin1.GetBytes(other)));
            }

            var octets = Encoding.Latin1.GetBytes(token);
            for (var i = 0; i < octets.Length; i++)
            {
                var own = octets[i];
                for (var octet = 0; octet < 256; octet++)
                {
                    octets[i] = (byte)octet;
                    var expected = octet == own ? tokens[token] : Expected(Encoding.Latin1.GetString(octets));
                    if (!EqualityComparer<T>.Default.Equals(expected, find(octets)))
                    {
                        Assert.Fail($"{token} with octet {octet} at {i} gives {find(octets)} instead of {expected}");
                    }
                }

                octets[i] = own;
            }
        }

        for (var length = 0; length < 300; length++)
        {
            Assert.Equal(default, find(Enumerable.Repeat((byte)0x7F, length).ToArray()));
        }
    }

    // Of other length, but with the first and last words by which a token is hashed: only the length tells them apart.
    private static IEnumerable<string> SameEnds(string token)
    {
        if (token.Length == 1)
        {
            return [token + token, token + token + token];
        }

        var end = token.Length >= 8 ? 8 : token.Length >= 4 ? 4 : 1;
        return Enumerable.Range(0, 17).Select(between => token[..end] + new string('-', between) + token[^end..]);
    }

    private static string Mixed(string token) =>
        string.Concat(token.Select((c, i) => i % 2 == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)));
}
