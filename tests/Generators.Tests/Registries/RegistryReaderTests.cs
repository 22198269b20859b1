using HiPerf.Generators.Registries;

namespace HiPerf.Generators.Tests.Registries;

public class RegistryReaderTests
{
    private const string Header = "name,kind,flags,status,reference,member\n";

    [Fact]
    public void Row_becomes_model()
    {
        var model = Read(Header + "ETag,singleton,,,\"RFC 9110, section 8.8.3\",\nTE,list,no-trailer hop-by-hop,,RFC 9110 section 10.1.4,\n");
        Assert.Empty(model.Problems);
        Assert.Equal(2, model.Rows.Count);
        Assert.Equal(("ETag", 1, "ETag", "RFC 9110, section 8.8.3"), (model.Rows[0].Token, model.Rows[0].Value, model.Rows[0].Member, model.Rows[0].Reference));
        Assert.Equal(["list", "hop-by-hop", "no-trailer"], model.Rows[1].Flags);
    }

    [Fact]
    public void Model_of_same_text_is_equal() => Assert.Equal(Read(Header + "Host,singleton,,,,\n"), Read(Header + "Host,singleton,,,,\n"));

    [Theory]
    [InlineData("Host,singleton,,,\n", "5 values")]
    [InlineData("Ho st,singleton,,,,\n", "no token")]
    [InlineData(",singleton,,,,\n", "no token")]
    [InlineData("Hôst,singleton,,,,\n", "no token")]
    [InlineData("Host,mostly,,,,\n", "'mostly' is no flag")]
    [InlineData("Host,singleton,\"framing,,,\n", "quotation mark")]
    [InlineData("*,list,,,,\n", "member")]
    [InlineData("9P,list,,,,\n", "member")]
    [InlineData("Unknown,list,,,,\n", "member")]
    [InlineData("\n", "values")]
    [InlineData("dAtE,singleton,,,,\n", "earlier row")]
    [InlineData("Da-te,singleton,,,,Date\n", "belongs to an earlier row")]
    public void Bad_row_is_diagnostic_with_file_and_line(string row, string reason)
    {
        var problem = Assert.Single(Read(Header + "Date,singleton,,,,\n" + row).Problems);
        Assert.Equal("HPG003", problem.Id);
        Assert.Contains(reason, problem.Argument, StringComparison.Ordinal);
        Assert.Equal("registry/test.csv", problem.Location!.Path);
        Assert.Equal(2, problem.Location.Lines.Start.Line);
    }

    [Fact]
    public void Wrong_columns_is_diagnostic_on_first_line()
    {
        var problem = Assert.Single(Read("name,kind\nHost,singleton\n").Problems);
        Assert.Equal(("HPG002", 0), (problem.Id, problem.Location!.Lines.Start.Line));
    }

    [Fact]
    public void Unknown_registry_is_diagnostic() =>
        Assert.Equal("HPG001", Assert.Single(RegistryReader.Read(new("registry/test.csv", "smtp-verbs", "x")).Problems).Id);

    [Theory]
    [InlineData("http-status-codes", "code,text,reference,member\n99,Low,,\n")]
    [InlineData("http-status-codes", "code,text,reference,member\n1000,High,,\n")]
    [InlineData("http-status-codes", "code,text,reference,member\n2x0,Odd,,\n")]
    [InlineData("http-status-codes", "code,text,reference,member\n200,,,\n")]
    [InlineData("gopher-item-types", "octet,text,flags,reference,member\n00,Two,,,\n")]
    public void Bad_key_is_diagnostic(string registry, string text) =>
        Assert.Equal("HPG003", Assert.Single(RegistryReader.Read(new("registry/test.csv", registry, text)).Problems).Id);

    [Theory]
    [InlineData("Content-Length", false, "ContentLength")]
    [InlineData("ETag", false, "ETag")]
    [InlineData("WWW-Authenticate", false, "WWWAuthenticate")]
    [InlineData("VERSION-CONTROL", true, "VersionControl")]
    [InlineData("I'm a Teapot", false, "ImATeapot")]
    [InlineData("*", false, "")]
    public void Member_name_follows_text(string text, bool lowersCapitals, string member) =>
        Assert.Equal(member, MemberName.Of(text, lowersCapitals));

    private static RegistryModel Read(string text) => RegistryReader.Read(new("registry/test.csv", "http-fields", text));
}
