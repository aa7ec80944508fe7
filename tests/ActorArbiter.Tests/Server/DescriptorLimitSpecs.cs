using ActorArbiter.Server;
using ActorArbiter.Tests.RawTcp;

namespace ActorArbiter.Tests.Server;

public sealed class DescriptorLimitSpecs
{
    [Theory]
    [InlineData("Max open files            1024                 524288               files     ", 1024L)]
    [InlineData("Max open files            unlimited            unlimited            files     ", null)]
    [InlineData("Max processes             63424                63424                processes ", null)]
    public void The_soft_limit_of_open_files_is_read(string line, long? limit) => Assert.Equal(
        limit,
        DescriptorLimit.Parse(["Limit                     Soft Limit           Hard Limit           Units     ", line]));

    [Theory]
    [InlineData(2256L, null)]
    [InlineData(null, null)]
    [InlineData(
        2255L,
        "warning: 2000 connections need 2256 open files, but only 2255 are allowed: raise ulimit -n or lower arbiter.max-connections")]
    public void A_limit_that_leaves_nothing_beside_the_connections_of_all_listeners_is_warned_of(
        long? limit, string? warning)
    {
        var options = ArbiterFixture.Defaults with
        {
            Listeners =
            [
                ArbiterFixture.Listener(1, ListenerProfile.Classic), ArbiterFixture.Listener(2, ListenerProfile.Classic),
            ],
            Limits = new LimitOptions { MaxConnections = 1000, MaxConnectionsPerAddress = null },
        };

        Assert.Equal(warning, DescriptorLimit.Warning(limit, options));
    }
}
