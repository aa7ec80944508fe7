namespace TestSupport;

/// <summary>What Akka.IO does not do, so that tests of it are of stamped TCP alone.</summary>
public enum AkkaIoLacks
{
    /// <summary>What it reads has no time of the kernel's, so that the order of arrival is that of reading.</summary>
    KernelStamps,

    /// <summary>Once it accepts it goes on, however many clients were asked for.</summary>
    AcceptLimit,

    /// <summary>Its connections are reset when it accepts no longer, so that it does until the last is closed.</summary>
    EndOfAcceptingAlone,

    /// <summary>It does not notice that a connection is lost of which one side had ended.</summary>
    LossOfHalfOpenPeers,
}
