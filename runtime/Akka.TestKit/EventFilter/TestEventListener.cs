using Akka.Event;

namespace Akka.TestKit;

/// <summary>The logger of test systems.</summary>
public class TestEventListener : DefaultLogger
{
}
