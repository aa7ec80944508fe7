using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Akka.Actor;

/// <summary>The rules for actor names, and the names and uids that the runtime gives itself.</summary>
internal static class ActorName
{
    internal const string ValidSymbols = "\"-_.*$+:@&=,!~';()";

    private const string LettersAndDigits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const string Digits64 = LettersAndDigits + "+~";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(LettersAndDigits + ValidSymbols);

    /// <summary>Checks a name given by a user.</summary>
    /// <exception cref="InvalidActorNameException">The name is null, empty or breaks the rules.</exception>
    internal static void Check([NotNull] string? name)
    {
        switch (name)
        {
            case null:
                throw new InvalidActorNameException("Actor name must not be null.");
            case "":
                throw new InvalidActorNameException("Actor name must not be empty.");
            default:
                if (!IsValid(name))
                {
                    throw new InvalidActorNameException(
                        $"Illegal actor name [{name}]. A name must not start with '$' and may only contain ASCII letters, "
                        + $"digits, {ValidSymbols} and %-escapes of two hexadecimal digits.");
                }

                break;
        }
    }

    internal static bool IsValid([NotNullWhen(true)] string? name)
    {
        if (string.IsNullOrEmpty(name) || name[0] == '$')
        {
            return false;
        }

        var rest = name.AsSpan();
        while (true)
        {
            var stop = rest.IndexOfAnyExcept(Allowed);
            if (stop < 0)
            {
                return true;
            }

            var isEscape = rest[stop] == '%'
                && stop + 2 < rest.Length
                && char.IsAsciiHexDigit(rest[stop + 1])
                && char.IsAsciiHexDigit(rest[stop + 2]);
            if (!isEscape)
            {
                return false;
            }

            rest = rest[(stop + 3)..];
        }
    }

    /// <summary>The name of the n-th anonymous child or temporary actor: $a, $b, ... in base 64, lowest digit first.</summary>
    internal static string Generate(long number)
    {
        Span<char> buffer = stackalloc char[12];
        buffer[0] = '$';
        var length = 1;
        do
        {
            buffer[length++] = Digits64[(int)(number & 63)];
            number >>= 6;
        }
        while (number != 0);

        return new string(buffer[..length]);
    }

    /// <summary>A uid for a new incarnation; never <see cref="ActorPath.UndefinedUid"/>.</summary>
    internal static long NewUid() => Random.Shared.Next(1, int.MaxValue);

    /// <summary>Splits <c>name#uid</c>; the uid is undefined if there is none.</summary>
    internal static (string Name, long Uid) SplitUid(string element)
    {
        var hash = element.IndexOf('#', StringComparison.Ordinal);
        return hash >= 0
            && long.TryParse(element.AsSpan(hash + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var uid)
            ? (element[..hash], uid)
            : (element, ActorPath.UndefinedUid);
    }
}
