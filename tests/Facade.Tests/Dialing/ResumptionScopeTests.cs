namespace HiPerf.Facade.Tests.Dialing;

public sealed class ResumptionScopeTests
{
    [Fact]
    public void Scopes_open_at_once_spell_one_host_in_different_ways()
    {
        using var first = ResumptionScope.Rent("one.scopes.example", 1);
        using var second = ResumptionScope.Rent("one.scopes.example", 1);
        using var third = ResumptionScope.Rent("one.scopes.example", 1);
        string[] names = [first.Name, second.Name, third.Name];
        Assert.Equal("one.scopes.example", first.Name);
        Assert.Equal(3, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Single(names.Distinct(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Scope_of_an_address_differs_in_its_number()
    {
        using var first = ResumptionScope.Rent("192.0.2.77", 1);
        using var second = ResumptionScope.Rent("192.0.2.77", 1);
        Assert.Equal("ip-192-0-2-77.invalid", first.Name);
        Assert.Equal("ip-192-0-2-77-1.invalid", second.Name);
    }

    [Fact]
    public void Scope_that_is_free_again_goes_to_its_owner_and_to_no_other()
    {
        string name;
        using (var first = ResumptionScope.Rent("two.scopes.example", 1))
        {
            name = first.Name;
            first.Dispose();
        }

        using var other = ResumptionScope.Rent("two.scopes.example", 2);
        using var owner = ResumptionScope.Rent("two.scopes.example", 1);
        Assert.NotEqual(name, other.Name);
        Assert.Equal(name, owner.Name);
    }

    [Theory]
    [InlineData("a1b.example", 1, "A1b.example")]
    [InlineData("a1b.example", 2, "a1B.example")]
    [InlineData("a1b.example", 5, "A1b.Example")]
    public void Spelling_is_by_letters_alone(string host, int spelling, string expected) =>
        Assert.Equal(expected, TlsClientOptions.ResumptionNameOf(host, spelling));
}
