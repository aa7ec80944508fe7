namespace Benchmarks.Arbiter;

/// <summary>What measurements change of the arbiter: lines of HOCON.</summary>
internal static class ServerSettings
{
    /// <summary>Akka.NET's own TCP, as it comes. Its stamps are the clock, read when the bytes were.</summary>
    public const string AkkaIo = "arbiter.transport = akka-io";

    /// <summary>The clock, read when the bytes were, in the place of the kernel's stamps.</summary>
    public const string ReadStamps = "arbiter.stamps = read";

    /// <summary>No stamps: verdicts in the order of the ordering actor's mailbox.</summary>
    public const string NoStamps = "arbiter.stamps = off";

    /// <summary>
    /// Actors and their messages as they usually are: Akka.NET's TCP, the thread pool, and the order of a mailbox.
    /// </summary>
    public const string UsualActors = $"""
        {AkkaIo}
        {NoStamps}
        akka.actor.default-dispatcher.type = Dispatcher
        """;
}
