using System.Text;
using HiPerf.Http;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http;

public class SetCookieWriterTests
{
    [Fact]
    public void Cookie_is_written_with_all_its_attributes()
    {
        var cookie = new CookieToSet
        {
            Name = "__Secure-SID"u8,
            Value = "\"31d4\""u8,
            ExpiresTicks = new DateTime(1994, 11, 6, 8, 49, 37).Ticks,
            MaxAgeSeconds = 3600,
            Domain = "site.example"u8,
            Path = "/a b"u8,
            IsSecure = true,
            IsHttpOnly = true,
            SameSite = SameSite.Strict,
            IsPartitioned = true,
        };
        Assert.Equal(
            "__Secure-SID=\"31d4\"; Expires=Sun, 06 Nov 1994 08:49:37 GMT; Max-Age=3600; Domain=site.example; Path=/a b; Secure; HttpOnly; SameSite=Strict; Partitioned",
            Write(in cookie));
    }

    [Fact]
    public void Name_alone_is_enough()
    {
        Assert.Equal("a=", Write(new CookieToSet { Name = "a"u8 }));
        Assert.Equal("__Host-a=b; Path=/; Secure", Write(new CookieToSet { Name = "__Host-a"u8, Value = "b"u8, IsSecure = true, Path = "/"u8 }));
        Assert.Equal("a=; Secure; SameSite=None", Write(new CookieToSet { Name = "a"u8, IsSecure = true, SameSite = SameSite.None }));
        Assert.Equal("a=; SameSite=Lax", Write(new CookieToSet { Name = "a"u8, SameSite = SameSite.Lax }));
    }

    [Fact]
    public void What_the_grammar_does_not_allow_throws_before_the_first_octet()
    {
        foreach (string name in (string[])["", "a b", "a=", "a;", "a\r", "\u00E9", "\"a\""])
        {
            Refused(new CookieToSet { Name = Octets(name) });
        }

        foreach (string value in (string[])[" ", "a b", "a,b", "a;b", "a\\", "\"", "\"a", "a\"b", "\r\n", "\0", "\x7F", "\u00E9"])
        {
            Refused(new CookieToSet { Name = "a"u8, Value = Octets(value) });
        }

        foreach (string domain in (string[])[".x", "x.", "x..y", "-x", "x-", "x y", "x;y", "x_y", "\u00E9", "[::1]", new string('x', 64), "x\r"])
        {
            Refused(new CookieToSet { Name = "a"u8, Domain = Octets(domain) });
        }

        foreach (string path in (string[])["x", "/;", "/\r\n", "/\t", "/\u00E9", "/ ", "/\x7F"])
        {
            Refused(new CookieToSet { Name = "a"u8, Path = Octets(path) });
        }
    }

    [Fact]
    public void What_every_user_agent_would_ignore_throws()
    {
        Refused(new CookieToSet { Name = "a"u8, ExpiresTicks = new DateTime(1600, 12, 31).Ticks });
        Refused(new CookieToSet { Name = "a"u8, ExpiresTicks = DateTime.MaxValue.Ticks + 1 });
        Refused(new CookieToSet { Name = "a"u8, MaxAgeSeconds = 0 });
        Refused(new CookieToSet { Name = "a"u8, MaxAgeSeconds = -1 });
        Refused(new CookieToSet { Name = "a"u8, SameSite = SameSite.None });
        Refused(new CookieToSet { Name = "a"u8, SameSite = (SameSite)4 });
        Refused(new CookieToSet { Name = "a"u8, IsPartitioned = true });
        Refused(new CookieToSet { Name = "__Secure-a"u8 });
        Refused(new CookieToSet { Name = "__host-a"u8, IsSecure = true });
        Refused(new CookieToSet { Name = "__Host-a"u8, IsSecure = true, Path = "/x"u8 });
        Refused(new CookieToSet { Name = "__Host-a"u8, IsSecure = true, Path = "/"u8, Domain = "x"u8 });
        Refused(new CookieToSet { Name = "__Http-a"u8, IsSecure = true });
        Refused(new CookieToSet { Name = "__Host-Http-a"u8, IsSecure = true, Path = "/"u8 });
    }

    [Fact]
    public void Limits_are_those_of_user_agents()
    {
        Assert.Equal(4097, Write(new CookieToSet { Name = "n"u8, Value = Octets(new string('v', 4095)) }).Length);
        Refused(new CookieToSet { Name = "n"u8, Value = Octets(new string('v', 4096)) });
        Assert.EndsWith("p", Write(new CookieToSet { Name = "n"u8, Path = Octets("/" + new string('p', 1023)) }), StringComparison.Ordinal);
        Refused(new CookieToSet { Name = "n"u8, Path = Octets("/" + new string('p', 1024)) });
        string label = new('d', 63);
        Assert.Contains(label, Write(new CookieToSet { Name = "n"u8, Domain = Octets(string.Join('.', Enumerable.Repeat(label, 16))) }), StringComparison.Ordinal);
        Refused(new CookieToSet { Name = "n"u8, Domain = Octets(string.Join('.', Enumerable.Repeat(label, 16)) + ".xx") });
    }

    [Fact]
    public void Short_destination_is_told_and_nothing_is_allocated()
    {
        byte[] place = new byte[100];
        Use(place);
        Assert.Equal(0, Allocation.Least(() => Use(place)));

        static void Use(byte[] place)
        {
            var cookie = new CookieToSet { Name = "a"u8, Value = "b"u8, MaxAgeSeconds = 60, ExpiresTicks = DateTime.MaxValue.Ticks, IsSecure = true };
            if (!SetCookieWriter.TryWrite(place, in cookie, out int whole) || whole != 62)
            {
                throw new InvalidOperationException($"{whole}");
            }

            for (int length = 0; length < whole; length++)
            {
                if (SetCookieWriter.TryWrite(place.AsSpan(0, length), in cookie, out int written) || written != 0)
                {
                    throw new InvalidOperationException($"fits {length}");
                }
            }
        }
    }

    private static string Write(in CookieToSet cookie)
    {
        Span<byte> place = new byte[8192];
        Assert.True(SetCookieWriter.TryWrite(place, in cookie, out int written));
        Assert.True(SetCookieParser.Parse(place[..written], out SetCookie read).IsDone);
        Assert.Equal(CookieDeviations.None, read.Deviations);
        return Encoding.Latin1.GetString(place[..written]);
    }

    private static void Refused(in CookieToSet cookie)
    {
        byte[] place = new byte[8192];
        bool thrown = false;
        try
        {
            _ = SetCookieWriter.TryWrite(place, in cookie, out _);
        }
        catch (ArgumentException)
        {
            thrown = true;
        }

        Assert.True(thrown, Encoding.Latin1.GetString(cookie.Name) + "=" + Encoding.Latin1.GetString(cookie.Value));
        Assert.Equal(-1, place.AsSpan().IndexOfAnyExcept((byte)0));
    }

    private static byte[] Octets(string text) => Encoding.Latin1.GetBytes(text);
}
