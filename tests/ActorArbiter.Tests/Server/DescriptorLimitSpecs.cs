using ActorArbiter.Server;
using ActorArbiter.Tests.RawTcp;

namespace ActorArbiter.Tests.Server;

public sealed class DescriptorLimitSpecs
{
    private static readonly ArbiterOptions Options = ArbiterFixture.Defaults with
    {
        Listeners =
        [
            ArbiterFixture.Listener(1, ListenerProfile.Classic), ArbiterFixture.Listener(2, ListenerProfile.Classic),
        ],
        Limits = new LimitOptions { MaxConnections = 1000, MaxConnectionsPerAddress = null },
    };

    [Theory]
    [InlineData("Max open files            1024                 524288               files     ", 1024L)]
    [InlineData("Max open files            unlimited            unlimited            files     ", null)]
    [InlineData("Max processes             63424                63424                processes ", null)]
    public void The_soft_limit_of_open_files_is_read(string line, long? limit) => Assert.Equal(
        limit,
        DescriptorLimit.Parse(["Limit                     Soft Limit           Hard Limit           Units     ", line]));

    [Theory]
    [InlineData(2512L)]
    [InlineData(null)]
    public void A_limit_that_leaves_enough_beside_the_connections_of_all_listeners_or_is_not_known_changes_nothing(long? limit)
    {
        Assert.Same(Options, DescriptorLimit.Fit(limit, Options, out var warning));
        Assert.Null(warning);
    }

    [Theory]
    [InlineData(2511L, 999)]
    [InlineData(1024L, 256)]
    [InlineData(256L, 1)]
    public void A_lower_limit_is_warned_of_and_lets_as_many_connect_as_fit(long limit, int connections)
    {
        var fitting = DescriptorLimit.Fit(limit, Options, out var warning);

        Assert.Equal(connections, fitting.Limits.MaxConnections);
        Assert.Equal(
            $"warning: 2000 connections need 2512 open files, but only {limit} are allowed: each listener serves {connections} "
            + "connections at most; raise ulimit -n or lower arbiter.max-connections",
            warning);
    }
}
