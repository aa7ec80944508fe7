using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Docs;

/// <summary>
/// Compares what a server says with what is documented. Three things may differ: the number of a verdict, the gap of a
/// place that is not the first, and, where the kernel's stamps are not to be had, the basis.
/// </summary>
internal sealed class DocumentedLines
{
    private readonly Dictionary<RoundName, long> _numbers = [];

    /// <param name="documented">The line in the document.</param>
    /// <param name="said">What the server says.</param>
    public void Compare(string documented, string said)
    {
        var line = said.TrimEnd('\n');
        if (SessionReply.TryParse(documented.TrimEnd('\n'), out var wanted) && SessionReply.TryParse(line, out var reply))
        {
            Assert.Equal(line, reply.ToString());
            documented = $"{Adapted(wanted, reply)}\n";
        }

        Assert.Equal(documented, said);
    }

    private SessionReply Adapted(SessionReply documented, SessionReply said) => (documented, said) switch
    {
        (SessionReply.Placed wanted, SessionReply.Placed place) => Adapted(wanted, place),
        (SessionReply.Verdict wanted, SessionReply.Verdict verdict) when IsPlausible(verdict) =>
            wanted with { Number = verdict.Number },
        _ => documented,
    };

    private static SessionReply.Placed Adapted(SessionReply.Placed documented, SessionReply.Placed said)
    {
        documented = documented with { Basis = said.Basis };
        var isAnyGap = documented.Gap.Nanoseconds > 0 && said.Gap.Nanoseconds is not null;
        return isAnyGap || said.Basis == Basis.Mailbox ? documented with { Gap = said.Gap } : documented;
    }

    /// <summary>A round's number is the same for all, and those of later rounds are greater.</summary>
    private bool IsPlausible(SessionReply.Verdict verdict)
    {
        if (_numbers.TryGetValue(verdict.Round, out var known))
            return known == verdict.Number;
        var isLater = _numbers.Values.All(number => number < verdict.Number);
        _numbers.Add(verdict.Round, verdict.Number);
        return isLater;
    }
}
