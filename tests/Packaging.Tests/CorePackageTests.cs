using System.IO.Compression;

namespace HiPerf.Packaging.Tests;

public class CorePackageTests(CorePackage package) : IClassFixture<CorePackage>
{
    [Fact]
    public void Package_holds_library_documentation_and_generators()
    {
        using var archive = ZipFile.OpenRead(package.File);
        var names = archive.Entries.Select(entry => entry.FullName).ToArray();
        Assert.Contains("lib/net10.0/HiPerf.Core.dll", names);
        Assert.Contains("lib/net10.0/HiPerf.Core.xml", names);
        Assert.Contains("analyzers/dotnet/cs/HiPerf.Generators.dll", names);
        Assert.Contains("README.md", names);
        Assert.DoesNotContain(names, name => name.StartsWith("build", StringComparison.Ordinal));
    }

    [Fact]
    public void Readme_has_no_link_that_needs_a_checkout()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var reader = new StreamReader(archive.GetEntry("README.md")!.Open());
        var text = reader.ReadToEnd();
        Assert.Contains("HiPerf.Core", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\]\((?!https://)", text);
    }

    [Fact]
    public void Package_depends_on_nothing()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var reader = new StreamReader(archive.GetEntry("HiPerf.Core.nuspec")!.Open());
        Assert.DoesNotContain("<dependency ", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fresh_app_uses_TokenTable_and_the_registries_and_keeps_its_own_csv()
    {
        var app = package.NewFolder("app");
        await WriteAsync(app, "nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="hiperf-tests" value="{package.Feed}" />
              </packageSources>
              <!-- The app needs no other package, so no other source is asked. -->
              <packageSourceMapping>
                <packageSource key="hiperf-tests"><package pattern="HiPerf*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
        await WriteAsync(app, "App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="HiPerf.Core" Version="{package.Version}" />
                <AdditionalFiles Include="http-fields.csv" />
              </ItemGroup>
            </Project>
            """);
        await WriteAsync(app, "http-fields.csv", "not,a,registry\nof,\"HiPerf\n");
        await WriteAsync(app, "Program.cs", """
            using System;
            using HiPerf;
            using HiPerf.Http;

            Console.WriteLine($"{ShopTable.Find("x-SHOP-id"u8)} {ShopTable.Find("basket"u8)} {ShopTable.Find("x-shop-ip"u8)} {ShopTable.Text(Shop.Id)}");
            Console.WriteLine($"{FieldNames.Find("etag"u8)} {RequestMethods.Find("GET"u8)} {StatusCodes.ReasonText(404)}");

            [TokenTable]
            public enum Shop
            {
                Unknown,
                [Token("X-Shop-Id")] Id,
                Basket,
            }
            """);

        var output = await DotnetCommand.RunAsync(app, package.Environment, "run", "-c", "Release");
        Assert.Equal("Id Basket Unknown X-Shop-Id\nETag Get Not Found\n", output.ReplaceLineEndings("\n"));
    }

    private static Task WriteAsync(string folder, string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), text, TestContext.Current.CancellationToken);
}
