namespace Akka.Actor;

/// <summary>A reply that says whether a request succeeded. An Ask that receives a failure fails with its cause.</summary>
public abstract class Status
{
    private Status()
    {
    }

    /// <summary>The request succeeded.</summary>
    public sealed class Success : Status
    {
        /// <summary>A success that carries nothing.</summary>
        public static readonly Success Instance = new(null);

        /// <summary>The result; may be null.</summary>
        public readonly object? Status;

        /// <summary>Creates the reply.</summary>
        /// <param name="status">The result; may be null.</param>
        public Success(object? status) => Status = status;

        /// <inheritdoc/>
        public override string ToString() => Status is null ? "Success" : $"Success: {Status}";
    }

    /// <summary>The request failed.</summary>
    public sealed class Failure : Status
    {
        /// <summary>Why the request failed.</summary>
        public readonly Exception Cause;

        /// <summary>Whatever the sender adds; may be null.</summary>
        public readonly object? State;

        /// <summary>Creates the reply.</summary>
        /// <param name="cause">Why the request failed.</param>
        public Failure(Exception cause)
            : this(cause, null)
        {
        }

        /// <summary>Creates the reply.</summary>
        /// <param name="cause">Why the request failed.</param>
        /// <param name="state">Whatever the sender adds; may be null.</param>
        public Failure(Exception cause, object? state)
        {
            Cause = cause;
            State = state;
        }

        /// <inheritdoc/>
        public override string ToString() => State is null ? $"Failure: {Cause}" : $"Failure[{State}]: {Cause}";
    }
}
