using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    // Judges a message of the right type; the failure says what is wrong with it, should the judge find something.
    private delegate void Judge<in T>(T message, IActorRef sender, FailureText failure);

    private ValueTask<T> ExpectType<T>(
        TimeSpan? timeout, string? hint, Waiting waiting, CancellationToken cancellationToken) =>
        Expect<T>(Wanted<T>, timeout, hint, (_, _, _) => { }, waiting, cancellationToken);

    private ValueTask<T> ExpectEqual<T>(
        T expected, TimeSpan? timeout, string? hint, Waiting waiting, CancellationToken cancellationToken) =>
        Expect<T>(
            () => Describe.Message(expected),
            timeout,
            hint,
            (message, _, failure) => _assertions.AssertEqual(expected, message, "{0}", failure),
            waiting,
            cancellationToken);

    private ValueTask<T> ExpectEqual<T>(
        T expected,
        Func<T, T, bool> comparer,
        TimeSpan? timeout,
        string? hint,
        Waiting waiting,
        CancellationToken cancellationToken) =>
        Expect<T>(
            () => $"{Describe.Message(expected)}, as the comparer has it",
            timeout,
            hint,
            (message, _, failure) => _assertions.AssertEqual(expected, message, comparer, "{0}", failure),
            waiting,
            cancellationToken);

    private ValueTask<T> ExpectMatch<T>(
        Predicate<T> isMessage,
        TimeSpan? timeout,
        string? hint,
        Waiting waiting,
        CancellationToken cancellationToken) =>
        Expect<T>(
            WantedMatch<T>,
            timeout,
            hint,
            (message, _, failure) => _assertions.AssertTrue(isMessage(message), "{0}", failure),
            waiting,
            cancellationToken);

    private ValueTask<T> ExpectMatch<T>(
        Func<T, IActorRef, bool> isMessageAndSender,
        TimeSpan? timeout,
        string? hint,
        Waiting waiting,
        CancellationToken cancellationToken) =>
        Expect<T>(
            WantedMatch<T>,
            timeout,
            hint,
            (message, sender, failure) =>
                _assertions.AssertTrue(isMessageAndSender(message, sender), "{0}", failure),
            waiting,
            cancellationToken);

    private ValueTask<T> ExpectPassing<T>(
        Action<T, IActorRef> assert,
        TimeSpan? timeout,
        string? hint,
        Waiting waiting,
        CancellationToken cancellationToken) =>
        Expect<T>(
            Wanted<T>, timeout, hint, (message, sender, _) => assert(message, sender), waiting, cancellationToken);

    private ValueTask<Terminated> ExpectEnd(
        IActorRef target, TimeSpan? timeout, string? hint, Waiting waiting, CancellationToken cancellationToken) =>
        Expect<Terminated>(
            () => $"Terminated of {Describe.Sender(target)}",
            timeout,
            hint,
            (message, _, failure) => _assertions.AssertTrue(message.ActorRef.Equals(target), "{0}", failure),
            waiting,
            cancellationToken);

    // What every expectation of one message comes down to: take it, look at its type, let the judge look at the rest.
    private async ValueTask<T> Expect<T>(
        Func<string> wanted,
        TimeSpan? timeout,
        string? hint,
        Judge<T> judge,
        Waiting waiting,
        CancellationToken cancellationToken)
    {
        var started = Now;
        var limit = RemainingOrDilated(timeout);
        var envelope = await Take(limit, waiting, cancellationToken);
        if (envelope is null)
            throw Failed(FailureText.Nothing(wanted, limit, hint));

        var failure = FailureText.Instead(wanted, envelope, Now - started, hint);
        if (envelope.Message is not T message)
            throw Failed(failure);

        judge(message, envelope.Sender, failure);
        return message;
    }

    private static string Wanted<T>() => $"a message of type {Describe.Type(typeof(T))}";

    private static string WantedMatch<T>() => $"{Wanted<T>()} that the predicate holds for";
}
