namespace HiPerf.Gopher;

/// <summary>Which ports Gopher is spoken to: a selector is one line of anybody's choice, and many services obey lines.</summary>
/// <remarks>A link in a menu, or a URL, names any host and port, also those within. WinINet refused all below 1024 but 70 and 105; beyond that the servers of data and of mail are denied.</remarks>
public static class GopherPortPolicy
{
    /// <summary>Gopher's own port.</summary>
    public const int DefaultPort = 70;

    /// <summary>The port of CSO phone books, types 2 items.</summary>
    public const int PhoneBookPort = 105;

    // Mail; MSSQL, Oracle; Docker; etcd; MySQL; MongoDB's and PostgreSQL's kin; AMQP; CouchDB; X11; Redis; IRC; AJP; Hadoop, InfluxDB; FastCGI; Cassandra; Kafka; Prometheus;
    // Elasticsearch; Zabbix; memcached. In order.
    private static ReadOnlySpan<ushort> Deny =>
    [
        25, 110, 143, 465, 587, 993, 995, 1433, 1521, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 4369, 5432, 5672, 5984, 6000, 6379, 6380, 6443,
        6665, 6666, 6667, 6668, 6669, 6697, 8009, 8086, 8089, 9000, 9042, 9092, 9200, 9300, 10050, 10051, 10250, 11211, 16379, 26379, 27017, 27018, 27019, 33060,
    ];

    /// <summary>Ports that are denied, in order.</summary>
    public static ReadOnlySpan<ushort> DeniedPorts => Deny;

    /// <summary>Judges a port.</summary>
    /// <param name="port">Any number.</param>
    public static GopherPortVerdict Judge(int port)
    {
        if (port is < 1 or > ushort.MaxValue)
        {
            return GopherPortVerdict.None;
        }

        if (Deny.BinarySearch((ushort)port) >= 0)
        {
            return GopherPortVerdict.Denied;
        }

        return port is DefaultPort or PhoneBookPort or >= 1024 ? GopherPortVerdict.Allowed : GopherPortVerdict.Privileged;
    }

    /// <summary>Whether Gopher is spoken to a port unless the caller says otherwise.</summary>
    /// <param name="port">Any number.</param>
    public static bool IsAllowed(int port) => Judge(port) == GopherPortVerdict.Allowed;
}
