using System.Text;
using HiPerf.Ftp;
using HiPerf.Gopher;
using HiPerf.Http;
using HiPerf.Samples;

namespace HiPerf.Generators.Tests.Registries;

public class RegistryBehaviourTests
{
    [Fact]
    public void FieldNames_find_their_tokens_and_nothing_else() =>
        LookupLaws.Hold(FieldNames.Find, Tokens<FieldName>(FieldNames.Text, 243), ignoreCase: true);

    [Fact]
    public void RequestMethods_find_their_tokens_and_nothing_else() =>
        LookupLaws.Hold(RequestMethods.Find, Tokens<RequestMethod>(RequestMethods.Text, 40), ignoreCase: false);

    [Fact]
    public void FtpCommands_find_their_tokens_and_nothing_else() =>
        LookupLaws.Hold(FtpCommands.Find, Tokens<FtpCommand>(FtpCommands.Text, 77), ignoreCase: true);

    [Fact]
    public void GopherAttributes_find_their_tokens_and_nothing_else() =>
        LookupLaws.Hold(GopherAttributes.Find, Tokens<GopherAttribute>(GopherAttributes.Text, 18), ignoreCase: true);

    [Fact]
    public void Find_allocates_nothing()
    {
        var found = 0;
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                found += (int)FieldNames.Find("strict-transport-security"u8) + (int)FieldNames.Find("X-None"u8) + (int)RequestMethods.Find("GET"u8);
                found += FieldNames.Bytes(FieldName.Host).Length + StatusCodes.ReasonPhrase(404).Length + (int)FieldNames.Flags(FieldName.TE) + FieldNames.Text(FieldName.TE).Length;
            }
        }));
        Assert.True(found > 0);
    }

    [Fact]
    public void Unknown_values_have_no_text_and_no_flags()
    {
        Assert.Equal("", FieldNames.Text(FieldName.Unknown));
        Assert.Equal("", FieldNames.Text((FieldName)60000));
        Assert.True(FieldNames.Bytes((FieldName)60000).IsEmpty);
        Assert.Equal(FieldFlags.None, FieldNames.Flags(FieldName.Unknown));
        Assert.Equal(FieldFlags.None, FieldNames.Flags((FieldName)60000));
        Assert.Equal(GopherItemType.Unknown, GopherItemTypes.Find(0xFF));
    }

    [Fact]
    public void Flags_say_what_the_rows_say()
    {
        Assert.Equal(FieldFlags.List | FieldFlags.HopByHop | FieldFlags.Framing | FieldFlags.NoTrailer, FieldNames.Flags(FieldName.TransferEncoding));
        Assert.Equal(FieldFlags.Singleton | FieldFlags.Framing | FieldFlags.NoTrailer, FieldNames.Flags(FieldName.ContentLength));
        Assert.Equal(FieldFlags.Repeated | FieldFlags.Sensitive | FieldFlags.NoTrailer, FieldNames.Flags(FieldName.SetCookie));
        Assert.Equal(MethodFlags.Safe | MethodFlags.Idempotent, RequestMethods.Flags(RequestMethod.Get));
        Assert.Equal(MethodFlags.None, RequestMethods.Flags(RequestMethod.Post));
        Assert.Equal(FtpCommandFlags.Service | FtpCommandFlags.Mandatory, FtpCommands.Flags(FtpCommand.Retr));
        Assert.Equal(FtpCommandFlags.Service | FtpCommandFlags.Unregistered, FtpCommands.Flags(FtpCommand.Xsha256));
        Assert.Equal(GopherItemFlags.Directory, GopherItemTypes.Flags(GopherItemType.Menu));
        Assert.Equal(GopherAttributeFlags.Block, GopherAttributes.Flags(GopherAttribute.Info));
    }

    [Fact]
    public void Codes_are_their_own_values_and_spell_their_texts()
    {
        Assert.Equal(404, (int)StatusCode.NotFound);
        Assert.Equal("Not Found", Encoding.ASCII.GetString(StatusCodes.ReasonPhrase(404)));
        Assert.Equal(226, (int)FtpReplyCode.TransferComplete);
        Assert.Equal("Transfer complete", FtpReplyCodes.Text(226));
        Assert.Equal('1', (char)GopherItemType.Menu);
        Assert.Equal(GopherItemType.Search, GopherItemTypes.Find((byte)'7'));
        for (var code = -1; code < 1100; code++)
        {
            Assert.Equal(Enum.IsDefined((StatusCode)code) && code > 0, StatusCodes.ReasonText(code).Length > 0);
            Assert.Equal(StatusCodes.ReasonText(code), Encoding.ASCII.GetString(StatusCodes.ReasonPhrase(code)));
            Assert.Equal(FtpReplyCodes.Text(code), Encoding.ASCII.GetString(FtpReplyCodes.Bytes(code)));
        }
    }

    private static Dictionary<string, T> Tokens<T>(Func<T, string> text, int count)
        where T : struct, Enum
    {
        var tokens = Enum.GetValues<T>().Where(value => !value.Equals(default(T))).ToDictionary(text);
        Assert.Equal(count, tokens.Count);
        return tokens;
    }
}
