using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

/// <summary>The samples of docs/cookies.md and docs/content-disposition-and-forwarded.md do what the pages say.</summary>
public class FieldPageTests
{
    [Fact]
    public void Set_cookie_sample_is_admitted()
    {
        ReadOnlySpan<byte> value = "__Host-SID=31d4; Path=/; Secure; SameSite=Lax"u8;
        if (SetCookieParser.Parse(value, out SetCookie cookie).IsDone
            && CookieAdmission.Decide(value, in cookie, "www.site.example"u8, "/dir/page"u8, isSecure: true) == CookieRefusal.None)
        {
            bool persistent = CookieLifetime.TryGetExpiry(in cookie, DateTime.UtcNow.Ticks, out long expiryTicks);
            ReadOnlySpan<byte> path = cookie.PathLength > 0 ? cookie.PathIn(value) : CookiePath.Default("/dir/page"u8);
            Assert.Equal((false, 0, "/"), (persistent, expiryTicks, Encoding.ASCII.GetString(path)));
            return;
        }

        Assert.Fail("The cookie is not admitted.");
    }

    [Fact]
    public void Cookie_samples_are_read_and_written()
    {
        List<string> read = [];
        var reader = new CookieReader("SID=31d4; lang=en-US"u8);
        while (reader.Read(out CookiePair pair))
        {
            ReadOnlySpan<byte> name = pair.NameIn(reader.Value), text = pair.ValueIn(reader.Value);
            read.Add($"{Encoding.ASCII.GetString(name)}={Encoding.ASCII.GetString(text)}");
        }

        Assert.Equal(["SID=31d4", "lang=en-US"], read);

        Span<byte> place = stackalloc byte[256];
        var writer = new CookieWriter(place);
        writer.Write("SID"u8, "31d4"u8);
        bool fits = writer.TryComplete(out int written);
        Assert.True(fits);
        Assert.Equal("SID=31d4", Encoding.ASCII.GetString(place[..written]));

        var cookie = new CookieToSet { Name = "__Host-SID"u8, Value = "31d4"u8, Path = "/"u8, IsSecure = true, IsHttpOnly = true, SameSite = SameSite.Lax };
        Span<byte> line = stackalloc byte[256];
        bool set = SetCookieWriter.TryWrite(line, in cookie, out int length);
        Assert.True(set);
        Assert.Equal("__Host-SID=31d4; Path=/; Secure; HttpOnly; SameSite=Lax", Encoding.ASCII.GetString(line[..length]));
    }

    [Fact]
    public void Content_disposition_samples_are_read_and_written()
    {
        ReadOnlySpan<byte> value = "attachment; filename=\"EURO rates\"; filename*=UTF-8''%e2%82%ac%20rates"u8;
        string made = "";
        if (ContentDispositionParser.Parse(value, out ContentDisposition disposition).IsDone)
        {
            Span<char> name = stackalloc char[value.Length];
            Span<char> safe = stackalloc char[value.Length + 1];
            if (disposition.TryGetFileName(value, name, out int length) && SafeFileName.TryMake(name[..length], safe, out length))
            {
                made = new string(safe[..length]);
            }
        }

        Assert.Equal("€ rates", made);

        Span<byte> field = stackalloc byte[128];
        ContentDispositionWriter.TryWrite(field, DispositionType.Attachment, "plans.pdf", out int plain);
        Assert.Equal("attachment; filename=\"plans.pdf\"", Encoding.ASCII.GetString(field[..plain]));
        ContentDispositionWriter.TryWrite(field, DispositionType.Attachment, "€ rates", out int encoded);
        Assert.Equal("attachment; filename*=UTF-8''%E2%82%AC%20rates", Encoding.ASCII.GetString(field[..encoded]));
    }

    [Fact]
    public void Forwarded_samples_are_read_and_written()
    {
        var reader = new ForwardedReader("for=\"[2001:db8::17]:4711\";proto=https, for=192.0.2.60"u8);
        List<string> addresses = [];
        while (reader.Read(out ForwardedElement element))
        {
            ReadOnlySpan<byte> address = element.For.NameIn(reader.Value);
            addresses.Add(Encoding.ASCII.GetString(address));
        }

        bool whole = reader.Result.IsDone;
        Assert.True(whole);
        Assert.Equal(["[2001:db8::17]", "192.0.2.60"], addresses);

        Span<byte> place = stackalloc byte[128];
        var writer = new ForwardedWriter(place);
        writer.Write("[2001:db8::17]:4711"u8, protocol: "https"u8);
        bool fits = writer.TryComplete(out int written);
        Assert.True(fits);
        Assert.Equal("for=\"[2001:db8::17]:4711\";proto=https", Encoding.ASCII.GetString(place[..written]));
    }
}
