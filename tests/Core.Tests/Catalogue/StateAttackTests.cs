using HiPerf.Core.Tests.Http1;
using HiPerf.Http1;
using HiPerf.Samples.Catalogue;

namespace HiPerf.Core.Tests.Catalogue;

/// <summary>Every sequence of events of the catalogue ends as it says.</summary>
public class StateAttackTests
{
    public static TheoryData<StateAttack> Attacks => [.. StateAttacks.All];

    [Theory, MemberData(nameof(Attacks))]
    public void Events_end_as_the_catalogue_says(StateAttack attack) =>
        Assert.Equal(attack.Outcome, ExchangeScript.Run(attack.Script, Enum.Parse<ExchangeRole>(attack.End), out _));

    [Theory]
    [InlineData(16, "Taken")]
    [InlineData(17, "TooManyInterimResponses")]
    public void Interim_responses_are_counted(int count, string answer) =>
        Assert.StartsWith(answer, ExchangeScript.Run(">GET" + string.Concat(Enumerable.Repeat(" <103", count)), ExchangeRole.Client, out _), StringComparison.Ordinal);
}
