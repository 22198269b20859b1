using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>One way to break a valid message at a known place.</summary>
/// <param name="Name">What is done, in words.</param>
/// <param name="Error">What a strict parser answers.</param>
/// <param name="Break">The broken octets and the offset of the first offending one; null where the message has no such place.</param>
internal sealed record Violation<T>(string Name, ParseError Error, Func<T, (string Wire, int Position)?> Break)
    where T : IWireMessage
{
    /// <summary>Every violation of the list over every message; shrinks the message and keeps the violation.</summary>
    public static Arbitrary<NearValid<T>> Arbitrary(Arbitrary<T> messages, IReadOnlyList<Violation<T>> violations)
    {
        Gen<NearValid<T>> generator =
            from message in messages.Generator
            from start in Gen.Choose(0, violations.Count - 1)
            select Enumerable.Range(start, violations.Count).Select(i => violations[i % violations.Count].Apply(message)).First(c => c is not null)!;
        return Arb.From(generator, near => messages.Shrinker(near.Source)
            .Select(smaller => violations.First(v => v.Name == near.Violation).Apply(smaller)).OfType<NearValid<T>>());
    }

    /// <summary>The message broken, or null where it has no place for it.</summary>
    public NearValid<T>? Apply(T message) =>
        Break(message) is { } broken ? new NearValid<T>(message, Name, broken.Wire, Error, broken.Position) : null;
}
