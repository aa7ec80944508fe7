using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Protocol.Sessions;

/// <summary>Reads lines that a client might send.</summary>
internal static class CommandLines
{
    public static SessionCommand Parse(string line) => Parse(Encoding.UTF8.GetBytes(line));

    public static SessionCommand Parse(byte[] line)
    {
        Assert.True(SessionCommandParser.TryParse(line, out var command, out var error), error?.ToString());
        Assert.Null(error);
        return command;
    }

    public static ErrorReply Error(string line) => Error(Encoding.UTF8.GetBytes(line));

    public static ErrorReply Error(byte[] line)
    {
        Assert.False(SessionCommandParser.TryParse(line, out var command, out var error));
        Assert.Equal(SessionCommandKind.None, command.Kind);
        return error;
    }
}
