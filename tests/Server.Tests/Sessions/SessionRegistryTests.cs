using Microsoft.AspNetCore.Connections;

namespace HiPerf.Server.Tests.Sessions;

public sealed class SessionRegistryTests
{
    [Fact]
    public void Ids_differ_in_all_their_128_bits()
    {
        var registry = new SessionRegistry();
        var ids = new byte[200][];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = registry.Add("http", new DefaultConnectionContext(), default).Id.ToByteArray();
        }

        Assert.Equal(ids.Length, registry.List().Select(static session => session.Id).Distinct().Count());
        for (var bit = 0; bit < 128; bit++)
        {
            // All alike once in 2^199 runs.
            var ones = ids.Count(id => (id[bit / 8] >> (bit % 8) & 1) != 0);
            Assert.InRange(ones, 1, ids.Length - 1);
        }
    }

    [Fact]
    public void List_is_in_the_order_of_coming()
    {
        var registry = new SessionRegistry();
        Guid[] ids = [.. Enumerable.Range(0, 50).Select(_ => registry.Add("http", new DefaultConnectionContext(), default).Id)];
        Assert.Equal(ids, registry.List().Select(static session => session.Id));
    }

    [Fact]
    public void Id_of_a_session_that_has_gone_ends_no_other()
    {
        var registry = new SessionRegistry();
        var gone = registry.Add("http", new DefaultConnectionContext(), default);
        registry.Remove(gone);
        _ = registry.Add("http", new DefaultConnectionContext(), default);
        Assert.False(registry.Abort(gone.Id));
        Assert.Equal(1, registry.Count);
    }
}
