using System.Collections.Concurrent;

namespace ActorArbiter.Tests.Client.Programs;

/// <summary>A keyboard: lines that a test types while a program reads.</summary>
internal sealed class TypedLines : TextReader
{
    private readonly BlockingCollection<string> _lines = [];

    public void PressEnter() => _lines.Add("");

    public void End() => _lines.CompleteAdding();

    public void Discard()
    {
        while (_lines.TryTake(out _))
        {
            // Nobody reads it.
        }
    }

    public override string? ReadLine() => _lines.TryTake(out var line, Timeout.Infinite) ? line : null;
}
