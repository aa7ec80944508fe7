using System.Net;
using System.Net.Sockets;

namespace ActorClient.Connecting;

/// <summary>
/// Which address to try next, and when: all addresses of a server one after another, then a pause, then all of them
/// again (<see cref="Backoff"/>).
/// </summary>
internal sealed class ConnectAttempts
{
    private readonly ArbiterClientOptions _options;
    private readonly IReadOnlyList<IPAddress> _addresses;
    private readonly Backoff _backoff;
    private int _next;
    private bool _mayComeUp;

    /// <param name="options">The server's port and the pauses.</param>
    /// <param name="addresses">The server's addresses, at least one.</param>
    /// <param name="random">By how much each pause is shorter, as <see cref="Backoff"/> takes it.</param>
    public ConnectAttempts(ArbiterClientOptions options, IReadOnlyList<IPAddress> addresses, Func<double> random)
    {
        _options = options;
        _addresses = addresses;
        _backoff = new Backoff(options, random);
    }

    /// <summary>Why the last attempt failed, as the end of a sentence.</summary>
    public string LastProblem { get; private set; } = "no answer";

    /// <summary>What to connect to now.</summary>
    public IPEndPoint Next => new(_addresses[_next], _options.Port);

    /// <summary>How long one attempt may take, so that each address has its turn.</summary>
    public TimeSpan Patience => _options.ConnectWait / _addresses.Count;

    /// <summary>
    /// Notes that the attempt at <see cref="Next"/> failed. The result is the pause before the next one: zero while
    /// there are other addresses to try, and <see langword="null"/> if trying again is no use.
    /// </summary>
    /// <param name="cause">What the network said, where it said something.</param>
    public TimeSpan? Failed(SocketException? cause)
    {
        LastProblem = Problem(cause);
        _mayComeUp |= MayComeUp(cause);
        _next = (_next + 1) % _addresses.Count;
        if (_next > 0)
            return TimeSpan.Zero;
        if (!_mayComeUp)
            return null;

        _mayComeUp = false;
        return _backoff.Next();
    }

    // Where the network said nothing, the server gets the benefit of the doubt.
    private static bool MayComeUp(SocketException? cause) => cause is not
    {
        SocketErrorCode: not (SocketError.ConnectionRefused or SocketError.ConnectionReset or SocketError.TimedOut),
    };

    private static string Problem(SocketException? cause) => cause switch
    {
        { SocketErrorCode: SocketError.ConnectionRefused } => "connection refused",
        null => "nothing listens there",
        _ => cause.Message,
    };
}
