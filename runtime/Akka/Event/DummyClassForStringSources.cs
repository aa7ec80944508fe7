namespace Akka.Event;

/// <summary>Stands for the type of a log source that is only a text.</summary>
public class DummyClassForStringSources
{
}
