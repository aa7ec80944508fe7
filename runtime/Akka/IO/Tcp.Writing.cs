using System.Collections;

namespace Akka.IO;

public partial class Tcp
{
    /// <summary>Bytes to send: one <see cref="Write"/> or several in a <see cref="CompoundWrite"/>.</summary>
    public abstract class WriteCommand : Command
    {
        private protected WriteCommand()
        {
        }

        /// <summary>The given writes as one command, in their order.</summary>
        public static WriteCommand Create(IEnumerable<WriteCommand> writes) => Write.Empty.Prepend(writes);

        /// <summary>The given writes as one command, in their order.</summary>
        public static WriteCommand Create(params WriteCommand[] writes) => Create((IEnumerable<WriteCommand>)writes);

        /// <summary><paramref name="other"/> followed by this, as one command.</summary>
        public CompoundWrite Prepend(SimpleWriteCommand other) => new(other, this);

        /// <summary>The given writes followed by this, as one command.</summary>
        public WriteCommand Prepend(IEnumerable<WriteCommand> writes)
        {
            ArgumentNullException.ThrowIfNull(writes);
            return writes.SelectMany(write => write.Parts).Reverse()
                .Aggregate(this, (tail, part) => new CompoundWrite(part, tail));
        }

        internal abstract IEnumerable<SimpleWriteCommand> Parts { get; }
    }

    /// <summary>A write that is not made of others.</summary>
    public abstract class SimpleWriteCommand : WriteCommand
    {
        private protected SimpleWriteCommand()
        {
        }

        /// <summary>
        /// Told to the sender of the write once its bytes, and all before them, were handed to the kernel. A
        /// <see cref="NoAck"/> is not told. It does not say that the peer received anything.
        /// </summary>
        public abstract Event Ack { get; }

        /// <summary>Whether <see cref="Ack"/> is told.</summary>
        public bool WantsAck => Ack is not NoAck;

        /// <summary>This followed by <paramref name="that"/>, as one command.</summary>
        public CompoundWrite Append(WriteCommand that) => new(this, that);

        internal override IEnumerable<SimpleWriteCommand> Parts => [this];
    }

    /// <summary>
    /// Bytes to send. Sent to the connection; if it does not take them (<c>akka.io.tcp.write-commands-queue-max-size</c>, or a
    /// connection that is closing) the sender is told <see cref="CommandFailed"/>, and none of them is sent.
    /// </summary>
    public class Write : SimpleWriteCommand
    {
        /// <summary>No bytes, no acknowledgment.</summary>
        public static readonly Write Empty = new(ByteString.Empty, NoAck.Instance);

        private Write(ByteString data, Event? ack)
        {
            ArgumentNullException.ThrowIfNull(data);
            Data = data;
            Ack = ack ?? NoAck.Instance;
        }

        /// <summary>The bytes.</summary>
        public ByteString Data { get; }

        /// <inheritdoc/>
        public override Event Ack { get; }

        /// <summary>A write without an acknowledgment.</summary>
        public static Write Create(ByteString data) => Create(data, NoAck.Instance);

        /// <summary>A write that is acknowledged by <paramref name="ack"/>; null stands for no acknowledgment.</summary>
        public static Write Create(ByteString data, Event? ack) => new(data, ack);

        /// <inheritdoc/>
        public override string ToString() => $"Write(bytes: {Data.Count}, ack: {Ack})";
    }

    /// <summary>Several writes that are sent together, with nothing of other senders in between, or refused together.</summary>
    public class CompoundWrite : WriteCommand, IEnumerable<SimpleWriteCommand>
    {
        /// <param name="head">What is sent first.</param>
        /// <param name="tailCommand">What is sent after it.</param>
        public CompoundWrite(SimpleWriteCommand head, WriteCommand tailCommand)
        {
            ArgumentNullException.ThrowIfNull(head);
            ArgumentNullException.ThrowIfNull(tailCommand);
            Head = head;
            TailCommand = tailCommand;
        }

        /// <summary>What is sent first.</summary>
        public SimpleWriteCommand Head { get; }

        /// <summary>What is sent after it.</summary>
        public WriteCommand TailCommand { get; }

        internal override IEnumerable<SimpleWriteCommand> Parts => this;

        /// <inheritdoc/>
        public IEnumerator<SimpleWriteCommand> GetEnumerator()
        {
            WriteCommand rest = this;
            while (rest is CompoundWrite compound)
            {
                yield return compound.Head;
                rest = compound.TailCommand;
            }

            yield return (SimpleWriteCommand)rest;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <inheritdoc/>
        public override string ToString() => $"CompoundWrite({Head}, {TailCommand})";
    }

    /// <summary>Stands for no acknowledgment. The token tells such writes apart in a <see cref="CommandFailed"/>.</summary>
    public class NoAck : Event
    {
        /// <summary>No acknowledgment, no token.</summary>
        public static readonly NoAck Instance = new(null);

        /// <param name="token">Anything, for the sender's own use.</param>
        public NoAck(object? token) => Token = token;

        /// <summary>Anything, for the sender's own use.</summary>
        public object? Token { get; }

        /// <inheritdoc/>
        public override string ToString() => $"NoAck({Token})";
    }

    /// <summary>
    /// After a refused write: asks to write again. Answered by <see cref="WritingResumed"/> as soon as all bytes that were taken
    /// are with the kernel. Only one sender can wait at a time; another one is told <see cref="CommandFailed"/>.
    /// </summary>
    public class ResumeWriting : Command
    {
        /// <summary>The command.</summary>
        public static readonly ResumeWriting Instance = new();

        private ResumeWriting()
        {
        }
    }

    /// <summary>The answer to <see cref="ResumeWriting"/>: writes are taken again.</summary>
    public class WritingResumed : Event
    {
        /// <summary>The event.</summary>
        public static readonly WritingResumed Instance = new();

        private WritingResumed()
        {
        }
    }
}
