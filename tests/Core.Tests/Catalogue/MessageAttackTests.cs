using HiPerf.Samples.Catalogue;

namespace HiPerf.Core.Tests.Catalogue;

/// <summary>Every message of the catalogue: at once, octet by octet, and in two at every cut.</summary>
public class MessageAttackTests
{
    // Longer ones are cut in steps, so that the work stays in proportion.
    private const int LongestCutEverywhere = 2048;

    public static TheoryData<MessageAttack> Messages => [.. AttackCatalogue.Messages];

    public static TheoryData<MessageAttack> Refusals => [.. AttackCatalogue.Messages.Where(attack => attack.Verdict == Verdict.Refused)];

    [Theory, MemberData(nameof(Messages))]
    public void Message_is_read_as_the_catalogue_says(MessageAttack attack) =>
        Assert.Equal(MessageReading.Expected(attack), MessageReading.Of(attack));

    [Theory, MemberData(nameof(Messages))]
    public void Message_is_read_alike_however_it_arrives(MessageAttack attack)
    {
        MessageReading expected = MessageReading.Expected(attack);
        int length = attack.Octets.Length;
        int step = length <= 1 << 16 ? 1 : 4093;
        Assert.Equal(expected, MessageReading.Of(attack, Steps(length, step), out _));
        foreach (int cut in Steps(length, length <= LongestCutEverywhere ? 1 : (length / 16) + 1))
        {
            Assert.Equal(expected, MessageReading.Of(attack, [cut], out _));
        }
    }

    [Theory, MemberData(nameof(Refusals))]
    public void Refusal_is_given_when_its_octet_arrives_or_the_head_is_whole(MessageAttack attack)
    {
        int length = attack.Octets.Length;
        int head = attack.Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        int first = Math.Max(0, attack.Offset - 100);
        MessageReading reading = MessageReading.Of(attack, Enumerable.Range(first, length - first), out int arrived);
        Assert.Equal((attack.Error, attack.Offset), (reading.Error, reading.Offset));
        if (IsOfFraming(attack.Error))
        {
            Assert.Equal(head, arrived);
        }
        else
        {
            // A head that fills its limit is refused before the octet one beyond it arrives.
            Assert.InRange(arrived, attack.Offset, Math.Min(attack.Offset + 1, length));
        }
    }

    // Errors of the framing pass, which begins when the head is whole.
    private static bool IsOfFraming(ParseError error) => error is >= ParseError.BadContentLength and <= ParseError.HostMismatch;

    private static IEnumerable<int> Steps(int length, int step)
    {
        for (int at = step; at < length; at += step)
        {
            yield return at;
        }
    }
}
