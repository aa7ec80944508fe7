using System.Diagnostics;
using System.Net.Sockets;

namespace Benchmarks.Hostile.Scenarios;

/// <summary>Threads that connect and close as fast as they can.</summary>
/// <param name="time">For how long.</param>
internal sealed class Churn(TimeSpan time) : IScenario
{
    private const int Threads = 4;

    private long _connections;
    private long _withoutPort;

    public string Name => "churn";

    public async Task<string> RunAsync(Target target)
    {
        (_connections, _withoutPort) = (0, 0);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(
            () => ConnectAndClose(target, started), TaskCreationOptions.LongRunning))).ConfigureAwait(false);
        var rate = _connections / Stopwatch.GetElapsedTime(started).TotalSeconds;
        var without = _withoutPort > 0 ? $"; {_withoutPort} times there was no free port to connect from" : "";
        return FormattableString.Invariant($"{_connections} connects and closes, {rate:f0} a second{without}");
    }

    private void ConnectAndClose(Target target, long started)
    {
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            target.Patience.ThrowIfCancellationRequested();
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Connect(target.Classic);
                Interlocked.Increment(ref _connections);
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
            {
                // All ports wait for their last connection to be forgotten (TIME_WAIT).
                Interlocked.Increment(ref _withoutPort);
                Thread.Sleep(1);
            }
        }
    }
}
