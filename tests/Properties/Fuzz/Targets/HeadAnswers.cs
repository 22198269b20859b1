using HiPerf.Http1;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>What heads of both kinds add to an answer: deviations and field lines.</summary>
internal static class HeadAnswers
{
    public static void AddHead(this Answer answer, in ParseResult result, ReadOnlySpan<FieldLine> fields)
    {
        answer.Add((long)result.Deviations);
        answer.Add(result.Position);
        foreach (ref readonly FieldLine field in fields)
        {
            // Where an empty value stands is anybody's choice, so long as it can be cut out of the head.
            if (field.ValueStart <= field.NameStart + field.NameLength || (result.IsDone && field.ValueStart + field.ValueLength > result.Consumed))
            {
                throw new InvalidOperationException("A value stands outside its line.");
            }

            Add(answer, field.NameStart, field.NameLength, field.ValueStart, field.ValueLength);
        }
    }

    public static void AddHead(this Answer answer, ReferenceHeads head)
    {
        answer.Add((long)head.Deviations);
        answer.Add(head.FirstDeviation);
        foreach (ReferenceField field in head.Fields)
        {
            Add(answer, field.NameStart, field.NameLength, field.ValueStart, field.ValueLength);
        }
    }

    // The offset of an empty value says nothing.
    private static void Add(Answer answer, int nameStart, int nameLength, int valueStart, int valueLength)
    {
        answer.Add(nameStart);
        answer.Add(nameLength);
        answer.Add(valueLength == 0 ? 0 : valueStart);
        answer.Add(valueLength);
    }
}
