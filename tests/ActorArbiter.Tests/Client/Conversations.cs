using ActorArbiter.Protocol;
using ActorClient.Conversation;

namespace ActorArbiter.Tests.Client;

/// <summary>Options for tests: <c>Client X: Alice</c> to the own host, with the times of hocon/client.conf.</summary>
internal static class Conversations
{
    public static ClientOptions WithServer(int port = 12000) => new()
    {
        Message = new ClientMessage(ContenderId.Parse("X"), "Alice"),
        Host = "127.0.0.1",
        Port = port,
        Timeout = TimeSpan.FromSeconds(30),
        ConnectWait = TimeSpan.FromSeconds(10),
        RetryMin = TimeSpan.FromMilliseconds(100),
        RetryMax = TimeSpan.FromSeconds(1),
    };
}
