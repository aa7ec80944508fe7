using System.Text.Json;

namespace Benchmarks.Subjects;

/// <summary>What is measured beside each other.</summary>
internal enum ServerKind
{
    /// <summary>The arbiter on plain .NET sockets.</summary>
    Plain,

    /// <summary>The arbiter of the last version: of another build.</summary>
    Last,

    /// <summary>The arbiter, without journal and transcript.</summary>
    Arbiter,

    /// <summary>The arbiter with its transcript in a file, without journal.</summary>
    Transcript,

    /// <summary>The arbiter on Akka.NET's own TCP, as it comes.</summary>
    AkkaIo,

    /// <summary>The arbiter with stamps that it reads from the clock itself.</summary>
    ReadStamps,

    /// <summary>The arbiter without stamps.</summary>
    NoStamps,

    /// <summary>Redis, which keeps nothing.</summary>
    Redis,
}

/// <summary>What a <see cref="ServerKind"/> is called on the command line: <c>akka-io</c> is <see cref="ServerKind.AkkaIo"/>.</summary>
internal static class ServerKinds
{
    public static string Word(this ServerKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <exception cref="InvalidOperationException">Nothing is called so.</exception>
    public static ServerKind NamedBy(string word) => Enum.GetValues<ServerKind>().Single(kind => kind.Word() == word);
}
