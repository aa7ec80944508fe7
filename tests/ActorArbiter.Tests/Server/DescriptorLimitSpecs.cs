using ActorArbiter.Server;

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
}
