using Akka.IO;
using TestSupport;

namespace Runtime.Tests.IO;

public class TcpCommandSpecs
{
    private static Tcp.Write A { get; } = Tcp.Write.Create(ByteString.FromString("a"));

    private static Tcp.Write B { get; } = Tcp.Write.Create(ByteString.FromString("b"));

    private static Tcp.Write C { get; } = Tcp.Write.Create(ByteString.FromString("c"));

    [Fact]
    public void Writes_are_composed_in_order()
    {
        Assert.Equal([A, B], A.Append(B));
        Assert.Equal([B, A], A.Prepend(B));
        Assert.Equal([A, B, C], A.Append(B.Append(C)));
        Assert.Equal([A, B, C], Assert.IsType<Tcp.CompoundWrite>(C.Prepend([A, B])));
    }

    [Fact]
    public void Compound_writes_are_composed_in_order()
    {
        var all = Tcp.WriteCommand.Create(A.Append(B), C);

        Assert.Equal([A, B, C], Assert.IsType<Tcp.CompoundWrite>(all).Where(write => write != Tcp.Write.Empty));
    }

    [Fact]
    public void A_write_without_an_acknowledgment_wants_none()
    {
        Assert.False(A.WantsAck);
        Assert.False(Tcp.Write.Empty.WantsAck);
        Assert.False(Tcp.Write.Create(ByteString.Empty, new Tcp.NoAck("token")).WantsAck);
        Assert.True(Tcp.Write.Create(ByteString.Empty, new Tcp.Event()).WantsAck);
    }

    [Fact]
    public void A_failed_command_says_why()
    {
        var failed = A.FailureMessage;

        Assert.Same(A, failed.Cmd);
        Assert.False(failed.Cause.HasValue);
        Assert.Equal("", failed.CauseString);
        Assert.Contains("too late", failed.WithCause(new IOException("too late")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_close_command_names_its_event()
    {
        Assert.Same(Tcp.Closed.Instance, Tcp.Close.Instance.Event);
        Assert.Same(Tcp.ConfirmedClosed.Instance, Tcp.ConfirmedClose.Instance.Event);
        Assert.Same(Tcp.Aborted.Instance, Tcp.Abort.Instance.Event);
    }

    [BundledOnlyFact("1.5.30 takes null and fails later.")]
    public void Commands_without_what_they_need_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new Tcp.Register(null!));
        Assert.Throws<ArgumentNullException>(() => new Tcp.Bind(null!, new System.Net.IPEndPoint(0, 0)));
        Assert.Throws<ArgumentNullException>(() => new Tcp.Connect(null!));
        Assert.Throws<ArgumentNullException>(() => Tcp.Write.Create(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tcp.ResumeAccepting(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Inet.SO.SendBufferSize(0));
    }
}
