using Akka.Actor;
using Akka.Configuration;

namespace Benchmarks.Actors;

/// <summary>An actor system that logs nothing, so that nothing but the question is measured.</summary>
internal static class QuietSystem
{
    public static ActorSystem Create() => ActorSystem.Create(
        "benchmark",
        ConfigurationFactory.ParseString(
            """
            akka.loglevel = OFF
            akka.stdout-loglevel = OFF
            akka.log-dead-letters = off
            """));
}
