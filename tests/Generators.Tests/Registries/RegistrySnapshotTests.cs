using HiPerf.Generators.Emitting;
using HiPerf.Generators.Registries;

namespace HiPerf.Generators.Tests.Registries;

public class RegistrySnapshotTests
{
    [Fact]
    public void Tokens_ignoring_case() => Snapshot.Matches("fields", Emit(
        "http-fields",
        "name,kind,flags,status,reference,member\nHost,singleton,no-trailer,,RFC 9110 section 7.2,\nTE,list,hop-by-hop,,,\nContent-Length,singleton,framing no-trailer,,RFC 9110 section 8.6,\nStrict-Transport-Security,singleton,,,RFC 6797,\n"));

    [Fact]
    public void Tokens_with_case() => Snapshot.Matches("methods", Emit(
        "http-methods",
        "name,flags,reference,member\nGET,safe idempotent,RFC 9110 section 9.3.1,\nVERSION-CONTROL,idempotent,RFC 3253 section 3.5,\n*,,RFC 9110 section 18.2,Asterisk\n"));

    [Fact]
    public void Codes() => Snapshot.Matches("codes", Emit(
        "http-status-codes", "code,text,reference,member\n200,OK,RFC 9110 section 15.3.1,\n418,I'm a Teapot,RFC 9110 section 15.5.19,ImATeapot\n"));

    [Fact]
    public void Octets() => Snapshot.Matches("octets", Emit(
        "gopher-item-types", "octet,text,flags,reference,member\n0,Text file,file text,RFC 1436 section 3.8,Text\n<,Sound,file,Gopher+,\n"));

    private static string Emit(string registry, string text)
    {
        var model = RegistryReader.Read(new("registry/test.csv", registry, text));
        Assert.Empty(model.Problems);
        return RegistryEmitter.Emit(RegistrySchema.Find(registry)!, model.Rows)!;
    }
}
