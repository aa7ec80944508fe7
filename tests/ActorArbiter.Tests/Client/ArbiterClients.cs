using System.Net;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorClient;

namespace ActorArbiter.Tests.Client;

/// <summary>Clients for tests, which come back soon after they lost a connection.</summary>
internal static class ArbiterClients
{
    /// <summary>How long a test waits for what has to come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static readonly ContenderId X = ContenderId.Parse("X");
    public static readonly ContenderId Y = ContenderId.Parse("Y");
    public static readonly RoundName Final = RoundName.Parse("final");

    public static ArbiterClient Of(IPEndPoint server, Func<ArbiterClientOptions, ArbiterClientOptions>? change = null) =>
        Of(server.Port, change);

    public static ArbiterClient Of(int port, Func<ArbiterClientOptions, ArbiterClientOptions>? change = null)
    {
        var options = ArbiterClientOptions.Default with
        {
            Port = port,
            Timeout = Patience,
            RetryMin = TimeSpan.FromMilliseconds(5),
            RetryMax = TimeSpan.FromMilliseconds(50),
        };
        return new ArbiterClient(change is null ? options : change(options));
    }

    /// <summary>The verdict that a participation ends with.</summary>
    public static async Task<RoundVerdict> VerdictAsync(this Participation participation) =>
        Assert.IsType<RoundOutcome.Decided>(await participation.Outcome.WaitAsync(Patience)).Verdict;

    /// <summary>All events of a participation that has ended, or of one that will.</summary>
    public static async Task<IReadOnlyList<RoundEvent>> ListAsync(this IAsyncEnumerable<RoundEvent> events)
    {
        using var patience = new CancellationTokenSource(Patience);
        var list = new List<RoundEvent>();
        await foreach (var happened in events.WithCancellation(patience.Token))
            list.Add(happened);
        return list;
    }
}
