using System.CommandLine;

namespace ActorClient.CommandLine;

/// <summary>The option <c>--json</c>.</summary>
internal static class JsonOption
{
    public static Option<bool> Create() => new("--json")
    {
        Description = "Print one JSON object per event, each in a line (docs/client.md)",
    };
}
