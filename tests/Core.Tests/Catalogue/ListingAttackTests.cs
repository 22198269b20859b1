using System.Text;
using HiPerf.Core.Tests.Ftp.Listings;
using HiPerf.Ftp;
using HiPerf.Samples.Catalogue;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Catalogue;

/// <summary>FC-10 and FC-11: hostile listings and names.</summary>
public class ListingAttackTests
{
    public static TheoryData<string> Listings => [.. ListingAttacks.All.Select(attack => attack.What)];

    public static TheoryData<NameAttack> Names => [.. NameAttacks.All];

    [Theory, MemberData(nameof(Listings))]
    public void Listing_is_read_as_the_catalogue_says(string what)
    {
        ListingAttack attack = ListingAttacks.All.Single(row => row.What == what);
        string[] lines = ListingRun.Read(attack.Listing, default, FtpListingLimits.Default, out ParseResult last);
        int headings = lines.Count(line => line == "Heading");
        int unrecognized = lines.Count(line => line == "Unrecognized");
        string error = last.IsDone ? "" : $" {lines[^1]}";
        Assert.Equal(attack.Shows, $"{lines.Length - headings - unrecognized - (last.IsDone ? 0 : 1)} {headings} {unrecognized}{error}");
    }

    [Theory, MemberData(nameof(Names))]
    public void Name_is_judged_as_the_catalogue_says(NameAttack attack)
    {
        byte[] name = Encoding.Latin1.GetBytes(attack.Name);
        Assert.Equal(attack.Always, PlainName.Check(name, PlainNameRules.None).ToString());
        Assert.Equal(attack.Portable, PlainName.Check(name).ToString());
        Assert.Equal(attack.Portable == "None", PlainName.IsPlain(name));
    }

    [Theory, MemberData(nameof(Names))]
    public void Each_rule_refuses_its_own_fault_alone(NameAttack attack)
    {
        byte[] name = Encoding.Latin1.GetBytes(attack.Name);
        foreach (PlainNameRules rule in (PlainNameRules[])[PlainNameRules.Colon, PlainNameRules.Devices, PlainNameRules.TrailingDotOrSpace, PlainNameRules.Controls, PlainNameRules.NotUtf8])
        {
            PlainNameFault own = rule switch
            {
                PlainNameRules.Colon => PlainNameFault.Colon,
                PlainNameRules.Devices => PlainNameFault.Device,
                PlainNameRules.TrailingDotOrSpace => PlainNameFault.TrailingDotOrSpace,
                PlainNameRules.Controls => PlainNameFault.Control,
                _ => PlainNameFault.NotUtf8,
            };
            Assert.Contains(PlainName.Check(name, rule), (PlainNameFault[])[PlainNameFault.None, own, Enum.Parse<PlainNameFault>(attack.Always)]);
        }
    }

    [Fact]
    public void Names_are_judged_without_allocating()
    {
        byte[][] names = [.. NameAttacks.All.Select(attack => Encoding.Latin1.GetBytes(attack.Name))];
        int plain = Judge(names);
        int again = 0;
        Assert.Equal(0, Allocation.Least(() => again = Judge(names)));
        Assert.Equal(plain, again);
    }

    [Fact]
    public void Link_and_folder_of_one_name_are_both_told_in_order()
    {
        string[] lines = ListingRun.Read("lrwxrwxrwx 1 u g 5 Jan 25 2001 a -> /etc\r\ndrwxr-xr-x 1 u g 5 Jan 25 2001 a\r\n");
        Assert.Equal(["Unix Link 5 2001-01-25 a owner=u group=g permissions=rwxrwxrwx target=/etc", "Unix Directory 5 2001-01-25 a owner=u group=g permissions=rwxr-xr-x"], lines);
    }

    private static int Judge(byte[][] names)
    {
        int plain = 0;
        foreach (byte[] name in names)
        {
            plain += PlainName.IsPlain(name) ? 1 : 0;
        }

        return plain;
    }
}
