namespace HiPerf.Samples;

/// <summary>Where a data connection goes. RFC 959 section 4.1.2, RFC 2428, RFC 1123 section 4.1.2.6.</summary>
public static class HostPorts
{
    /// <summary>What is read: a PORT argument, the text of 227, of 229, an EPRT argument.</summary>
    public const string Port = "PORT", Passive = "227", ExtendedPassive = "229", ExtendedPort = "EPRT";

    public static IReadOnlyList<(string Form, string Text, string Value)> Valid { get; } =
    [
        (Port, "132,235,1,2,24,131", "132.235.1.2:6275"),
        (Port, "0,0,0,0,0,1", "0.0.0.0:1"),
        (Port, "255,255,255,255,255,255", "255.255.255.255:65535"),
        (Port, "010,000,000,001,001,000", "10.0.0.1:256"),
        (Passive, "Entering Passive Mode (192,168,1,100,10,229)", "192.168.1.100:2789"),
        (Passive, "Entering Passive Mode (192,168,1,100,10,229).", "192.168.1.100:2789"),
        (Passive, "Entering Passive Mode. 192,168,1,100,10,229", "192.168.1.100:2789 bare"),
        (Passive, "=192,168,1,100,10,229", "192.168.1.100:2789 bare"),
        (Passive, "192,168,1,100,10,229.", "192.168.1.100:2789 bare"),
        (Passive, "(127,0,0,1,0,21)", "127.0.0.1:21"),
        (ExtendedPassive, "Entering Extended Passive Mode (|||6446|)", ":6446"),
        (ExtendedPassive, "Entering Extended Passive Mode (!!!6446!)", ":6446"),
        (ExtendedPassive, "(~~~1~) or so", ":1"),
        (ExtendedPassive, "(99980809)", ":8080"),
        (ExtendedPassive, "()))65535))", ":65535"),
        (ExtendedPort, "|1|132.235.1.2|6275|", "132.235.1.2:6275"),
        (ExtendedPort, "|2|1080::8:800:200C:417A|5282|", "[1080::8:800:200c:417a]:5282"),
        (ExtendedPort, "!2!::!1!", "[::]:1"),
        (ExtendedPort, "|2|::ffff:1.2.3.4|65535|", "[::ffff:102:304]:65535"),
    ];

    public static IReadOnlyList<(string Form, MarkedSample Sample)> Refused { get; } =
    [
        (Port, new("▸", ParseError.BadHostPort)),
        (Port, new("1,2,3,4,5▸", ParseError.BadHostPort)),
        (Port, new("1,2,3,4,5,▸", ParseError.BadHostPort)),
        (Port, new("1,2,3,4,5,6▸,7", ParseError.BadHostPort)),
        (Port, new("25▸6,2,3,4,5,6", ParseError.BadHostPort)),
        (Port, new("▸-1,2,3,4,5,6", ParseError.BadHostPort)),
        (Port, new("1,▸ 2,3,4,5,6", ParseError.BadHostPort)),
        (Port, new("000▸1,2,3,4,5,6", ParseError.BadHostPort)),
        (Port, new("1,2,3,4,0,0▸", ParseError.BadDataPort)),
        (Passive, new("Entering Passive Mode▸", ParseError.BadHostPort)),
        (Passive, new("Entering Passive Mode (192,168,1,100,229▸)", ParseError.BadHostPort)),
        (Passive, new("(1,2,3,4,5,6▸", ParseError.BadHostPort)),
        (Passive, new("(1,2,3,4,5,6▸]", ParseError.BadHostPort)),
        (Passive, new("1,2,3,4,5,6▸,7", ParseError.BadHostPort)),
        (Passive, new("(▸h,1,2,3,4,5,6)", ParseError.BadHostPort)),
        (Passive, new("(1,2,3,4,0,0▸)", ParseError.BadDataPort)),
        (ExtendedPassive, new("Entering Extended Passive Mode▸", ParseError.BadExtendedPort)),
        (ExtendedPassive, new("(▸", ParseError.BadExtendedPort)),
        (ExtendedPassive, new("(!!▸6446!)", ParseError.BadExtendedPort)),
        (ExtendedPassive, new("(||▸!6446|)", ParseError.BadExtendedPort)),
        (ExtendedPassive, new("(|||▸|)", ParseError.BadExtendedPort)),
        (ExtendedPassive, new("(|||6446▸!)", ParseError.BadExtendedPort)),
        (ExtendedPassive, new("(|||6446|▸", ParseError.BadExtendedPort)),
        (ExtendedPassive, new("(|||6553▸6|)", ParseError.BadDataPort)),
        (ExtendedPassive, new("(|||0▸|)", ParseError.BadDataPort)),
        (ExtendedPassive, new("(|▸1||6446|)", ParseError.BadExtendedPort)),
        (ExtendedPassive, new("(▸   6446 )", ParseError.BadExtendedPort)),
        (ExtendedPort, new("▸", ParseError.BadExtendedAddress)),
        (ExtendedPort, new("▸ 1 1.2.3.4 5 ", ParseError.BadExtendedAddress)),
        (ExtendedPort, new("|▸3|1.2.3.4|5|", ParseError.UnsupportedNetworkProtocol)),
        (ExtendedPort, new("|1▸2|1.2.3.4|5|", ParseError.UnsupportedNetworkProtocol)),
        (ExtendedPort, new("|▸|1.2.3.4|5|", ParseError.BadExtendedAddress)),
        (ExtendedPort, new("|1|1.2.3▸|5|", ParseError.BadExtendedAddress)),
        (ExtendedPort, new("|1|1.2.3.25▸6|5|", ParseError.BadExtendedAddress)),
        (ExtendedPort, new("|1|0▸1.2.3.4|5|", ParseError.BadExtendedAddress)),
        (ExtendedPort, new("|1|1.2.3.4▸.5|5|", ParseError.BadExtendedAddress)),
        (ExtendedPort, new("|1|▸::1|5|", ParseError.BadExtendedAddress)),
        (ExtendedPort, new("|2|1▸.2.3.4|5|", ParseError.BadExtendedAddress)),
        (ExtendedPort, new("|2|1::2:▸:3|5|", ParseError.BadExtendedAddress)),
        (ExtendedPort, new("|1|1.2.3.4|0▸|", ParseError.BadDataPort)),
        (ExtendedPort, new("|1|1.2.3.4|6553▸6|", ParseError.BadDataPort)),
        (ExtendedPort, new("|1|1.2.3.4|5▸", ParseError.BadExtendedAddress)),
        (ExtendedPort, new("|1|1.2.3.4|5|▸|", ParseError.BadExtendedAddress)),
    ];
}
