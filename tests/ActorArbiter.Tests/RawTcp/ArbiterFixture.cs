using System.Net;
using ActorArbiter.Connections;
using ActorArbiter.Ordering;
using ActorArbiter.Ordering.Sessions;
using ActorArbiter.Server;
using Akka.Actor;

namespace ActorArbiter.Tests.RawTcp;

/// <summary>A whole server on free ports of this process, as the program runs it, on the transport of this run.</summary>
internal sealed class ArbiterFixture : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ActorSystem _system;
    private readonly IActorRef _arbiter;
    private readonly TextWriter _transcript;

    private ArbiterFixture(
        ActorSystem system, IActorRef arbiter, TextWriter transcript, ServerLog log, IReadOnlyList<IPEndPoint> endPoints)
    {
        _system = system;
        _arbiter = arbiter;
        _transcript = transcript;
        Log = log;
        EndPoints = endPoints;
    }

    /// <summary>One classic listener, two contenders, no limit, and the times of hocon/arbiter.conf.</summary>
    public static ArbiterOptions Defaults { get; } = new()
    {
        Listeners = [Listener(1, ListenerProfile.Classic)],
        Transport = ServerSystem.Transport,
        Ordering = new OrderingOptions
        {
            Contenders = 2,
            Rounds = null,
            RoundTimeout = TimeSpan.FromMinutes(10),
            MessageTimeout = TimeSpan.FromMinutes(10),
            MaxOpenRounds = 1000,
            Sessions = new SessionOptions
            {
                RoundTimeout = TimeSpan.FromMinutes(10),
                Settle = TimeSpan.FromMilliseconds(5),
                SeatHold = TimeSpan.FromSeconds(10),
                MaxOpenRounds = 1000,
                MaxContenders = 1000,
                DecidedRounds = 1000,
                DecidedBytes = 64 * 1024 * 1024,
            },
        },
        Connections = new ConnectionOptions
        {
            QuietTime = TimeSpan.FromMilliseconds(200),
            LineTimeout = TimeSpan.FromSeconds(10),
            IdleTimeout = TimeSpan.FromMinutes(10),
            Linger = TimeSpan.FromSeconds(2),
            MaxUnreadOutput = 64 * 1024,
        },
        Limits = new LimitOptions { MaxConnections = 1000, MaxConnectionsPerAddress = null },
        Journal = null,
        PortFile = null,
        Quiet = false,
        DrainTimeout = TimeSpan.FromSeconds(2),
    };

    public IReadOnlyList<IPEndPoint> EndPoints { get; }

    public ServerLog Log { get; }

    /// <summary>A listener on a free port.</summary>
    public static ListenerOptions Listener(int number, ListenerProfile profile) =>
        new(number, new IPEndPoint(IPAddress.Loopback, 0), profile);

    /// <summary>A server of one profile.</summary>
    public static Task<ArbiterFixture> StartAsync(ListenerProfile profile, int contenders = 2) =>
        StartAsync(options => options with
        {
            Listeners = [Listener(1, profile)],
            Ordering = options.Ordering with { Contenders = contenders },
        });

    /// <summary>A server with <see cref="Defaults"/>, changed as wanted, that prints where it is told.</summary>
    public static async Task<ArbiterFixture> StartAsync(
        Func<ArbiterOptions, ArbiterOptions>? change = null, TextWriter? output = null)
    {
        var options = change is null ? Defaults : change(Defaults);
        var system = ActorSystem.Create("arbiter", ServerSystem.ConfigFor(options.Transport, "akka.loglevel = DEBUG"));
        var transcript = output ?? new StringWriter();
        var log = ServerLog.Of(system);
        var transport = options.Transport.Create(system);
        var arbiter = system.ActorOf(ArbiterActor.PropsFor(options, transport, transcript), "arbiter");
        var addresses = await arbiter.Ask<ArbiterProtocol.Addresses>(new ArbiterProtocol.AwaitAddresses(), Patience);
        return new ArbiterFixture(system, arbiter, transcript, log, addresses.Bound);
    }

    /// <summary>A new client of a listener, the first one unless asked otherwise.</summary>
    public Task<RawClient> ConnectAsync(int listener = 1, int? receiveBuffer = null) =>
        RawClient.ConnectAsync(EndPoints[listener - 1], receiveBuffer);

    /// <summary>A new client that has sent <paramref name="message"/>.</summary>
    public async Task<RawClient> SendAsync(string message, int listener = 1)
    {
        var client = await ConnectAsync(listener);
        await client.SendAsync(message);
        return client;
    }

    /// <summary>The client's text <paramref name="text"/> was handed to the ordering actor; by which connection.</summary>
    public async Task<string> SubmittedAsync(string text) =>
        (await Log.SeenAsync($" submitted: {text}")).Split(' ')[2];

    /// <summary>The first listener has accepted its connection of this number, counted from 1.</summary>
    public Task AcceptedAsync(int number) => Log.SeenAsync($"connection 1.{number} is accepted");

    /// <summary>A new client of a greeting listener that has taken the seat of <paramref name="letter"/>.</summary>
    /// <remarks>The server's connections are numbered from 1.</remarks>
    public async Task<RawClient> SitDownAsync(int number, string letter)
    {
        var client = await ConnectAsync();
        await Log.SeenAsync($"connection 1.{number} has the seat of {letter}");
        return client;
    }

    /// <summary>
    /// Plays a round with clients that connect and send one after another, each when the server has the message before.
    /// </summary>
    /// <param name="messages">What each sends: a text of its own behind the colon.</param>
    /// <returns>What each was sent until the server closed.</returns>
    public async Task<string[]> PlayAsync(params string[] messages)
    {
        var clients = new List<RawClient>();
        try
        {
            foreach (var message in messages)
            {
                clients.Add(await SendAsync(message));
                await SubmittedAsync(message[(message.IndexOf(':') + 1)..].Trim().Trim('\0').Trim());
            }

            return await Task.WhenAll(clients.Select(client => client.ReadToEndAsync()));
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    /// <summary>Plays a round of two that nothing else may touch: both are told the same verdict.</summary>
    public async Task ExpectGoodRoundAsync()
    {
        using var x = await SendAsync("Client X: well\n");
        using var y = await SendAsync("Client Y: done\n");
        var told = await x.ReadToEndAsync();
        Assert.Equal(told, await y.ReadToEndAsync());
        Assert.Contains(
            told, new[] { "X: well received before Y: done\n", "Y: done received before X: well\n" });
    }

    /// <summary>Asks the server to stop.</summary>
    public void Stop() => _arbiter.Tell(new ArbiterProtocol.Stop());

    /// <summary>Makes a part of the server fail.</summary>
    /// <param name="part">Its path below the arbiter, <c>ordering</c> or <c>listener-1/connection-1</c>.</param>
    public void Kill(string part) =>
        _system.ActorSelection(_arbiter.Path / part.Split('/')).Tell(Akka.Actor.Kill.Instance);

    /// <summary>How the server ended, when it has.</summary>
    public async Task<string?> EndedAsync() =>
        (await _arbiter.Ask<ArbiterProtocol.Outcome>(new ArbiterProtocol.AwaitOutcome(), Patience)).Failure;

    /// <summary>Stops the server; all that it printed.</summary>
    public async Task<string> TranscriptAsync()
    {
        Stop();
        Assert.Null(await EndedAsync());
        return _transcript.ToString()!;
    }

    public async ValueTask DisposeAsync() => await _system.Terminate().WaitAsync(Patience);
}
