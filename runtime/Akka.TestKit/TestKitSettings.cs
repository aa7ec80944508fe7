using Akka.Actor;
using Akka.Configuration;

namespace Akka.TestKit;

/// <summary>The settings under <c>akka.test</c>.</summary>
public class TestKitSettings : IExtension
{
    /// <param name="config">A system's whole configuration.</param>
    /// <exception cref="ConfigurationException">The time factor is not positive.</exception>
    public TestKitSettings(Config config)
    {
        DefaultTimeout = config.GetTimeSpan("akka.test.default-timeout", null, allowInfinite: false);
        SingleExpectDefault = config.GetTimeSpan("akka.test.single-expect-default", null, allowInfinite: false);
        TestEventFilterLeeway = config.GetTimeSpan("akka.test.filter-leeway", null, allowInfinite: false);
        TestTimeFactor = config.GetDouble("akka.test.timefactor");
        if (TestTimeFactor <= 0)
            throw new ConfigurationException($"akka.test.timefactor is {TestTimeFactor}: it must be more than 0.");
    }

    /// <summary><c>akka.test.default-timeout</c>: how long the test kit waits for an actor's answer. 5 s.</summary>
    public TimeSpan DefaultTimeout { get; }

    /// <summary>
    /// <c>akka.test.single-expect-default</c>: how long an expectation waits when neither it nor a surrounding Within
    /// says. 3 s, before <see cref="TestTimeFactor"/>.
    /// </summary>
    public TimeSpan SingleExpectDefault { get; }

    /// <summary><c>akka.test.filter-leeway</c>: how long EventFilter waits for the events it expects. 3 s.</summary>
    public TimeSpan TestEventFilterLeeway { get; }

    /// <summary><c>akka.test.timefactor</c>: what timeouts are multiplied by. 1.</summary>
    public double TestTimeFactor { get; }
}
