using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ActorArbiter.StampedTcp.Interop;

/// <summary>
/// Makes sure that bytes which come to a listener will have the kernel's timestamps: the kernel begins with them a moment
/// after it is first asked, usually within a millisecond. Over a connection of its own, within this host, it sends single bytes
/// until one is timestamped.
/// </summary>
internal static class TimestampProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMicroseconds(100);

    /// <summary>Tries; returns when it is known, after a second at most.</summary>
    /// <param name="family">Of the listener's address.</param>
    /// <returns>Why there are no timestamps; <see langword="null"/> if there are.</returns>
    public static string? WhyNone(AddressFamily family)
    {
        if (!KernelTimestamps.AreSupported)
            return "they need Linux 5.8 or later and a 64-bit process";
        try
        {
            return HasTimestamps(family) ? null : $"none came within {Patience.TotalSeconds} s";
        }
        catch (SocketException e)
        {
            return e.Message;
        }
    }

    private static bool HasTimestamps(AddressFamily family)
    {
        var began = Stopwatch.GetTimestamp();
        using var listener = new Socket(family, SocketType.Stream, ProtocolType.Tcp);
        KernelTimestamps.Enable(listener);
        listener.Bind(new IPEndPoint(family == AddressFamily.InterNetwork ? IPAddress.Loopback : IPAddress.IPv6Loopback, 0));
        listener.Listen();

        using var sender = new Socket(family, SocketType.Stream, ProtocolType.Tcp);
        sender.NoDelay = true;

        // Closing it leaves nothing behind in the kernel.
        sender.LingerState = new LingerOption(enable: true, seconds: 0);
        sender.Connect(listener.LocalEndPoint!);
        using var receiver = Accept(listener, sender.LocalEndPoint!);
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            sender.Send([0]);
            if (receiver.Poll(Patience, SelectMode.SelectRead) && IsTimestamped(receiver))
                return true;
            Thread.Sleep(Pause);
        }

        return false;
    }

    private static Socket Accept(Socket listener, EndPoint sender)
    {
        while (true)
        {
            var accepted = listener.Accept();
            if (sender.Equals(accepted.RemoteEndPoint))
                return accepted;

            // Any program on this host may have connected.
            accepted.Dispose();
        }
    }

    private static bool IsTimestamped(Socket receiver)
    {
        Span<byte> control = stackalloc byte[KernelTimestamps.ControlBytes];
        LinuxSocket.Receive((int)receiver.SafeHandle.DangerousGetHandle(), new byte[64], ref control, out _);
        return KernelTimestamps.Of(control, isFull: false).Source == ReceiveTimeSource.Kernel;
    }
}
