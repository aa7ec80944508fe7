using Akka.Util;

namespace Akka.IO;

public partial class Tcp
{
    /// <summary>A command was not carried out. Told to its sender.</summary>
    public sealed class CommandFailed : Event
    {
        /// <param name="cmd">The command.</param>
        public CommandFailed(Command cmd)
            : this(cmd, Option<Exception>.None)
        {
        }

        private CommandFailed(Command cmd, Option<Exception> cause)
        {
            ArgumentNullException.ThrowIfNull(cmd);
            Cmd = cmd;
            Cause = cause;
        }

        /// <summary>The command.</summary>
        public Command Cmd { get; }

        /// <summary>Why it failed, if that is known.</summary>
        public Option<Exception> Cause { get; }

        /// <summary><c> because of </c> and the cause's message, or nothing if the cause is not known.</summary>
        public string CauseString => Cause.HasValue ? $" because of {Cause.Value.Message}" : "";

        /// <summary>The same failure with a cause.</summary>
        public CommandFailed WithCause(Exception cause) => new(Cmd, new Option<Exception>(cause));

        /// <inheritdoc/>
        public override string ToString() => $"CommandFailed({Cmd}){CauseString}";
    }
}
