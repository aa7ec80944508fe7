using System.Diagnostics.CodeAnalysis;

namespace Akka.Actor;

/// <summary>
/// The place of an actor in the tree of its system: <c>akka://system/user/parent/child</c>. Paths are equal if address and
/// names are; which incarnation of an actor lived there is told by <see cref="Uid"/>, which equality ignores.
/// </summary>
public abstract class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>
{
    /// <summary>The characters besides ASCII letters and digits that a name may contain.</summary>
    public const string ValidSymbols = ActorName.ValidSymbols;

    /// <summary>The uid of a path that names no particular incarnation.</summary>
    internal const long UndefinedUid = 0;

    private protected ActorPath(ActorPath? parent, string name, long uid)
    {
        Parent = parent!;
        Name = name;
        Uid = uid;
    }

    /// <summary>The last element; empty for a root.</summary>
    public string Name { get; }

    /// <summary>Tells incarnations at the same path apart; 0 if none is meant in particular.</summary>
    public long Uid { get; }

    /// <summary>The path above; null for a root.</summary>
    public ActorPath Parent { get; }

    /// <summary>The number of elements below the root.</summary>
    public int Depth
    {
        get
        {
            var depth = 0;
            for (var path = this; !path.IsRoot; path = path.Parent)
            {
                depth++;
            }

            return depth;
        }
    }

    /// <summary>The address of the system.</summary>
    public abstract Address Address { get; }

    /// <summary>The path without names, <c>akka://system/</c>.</summary>
    public ActorPath Root => ParentOf(0);

    /// <summary>The names from the root down.</summary>
    public IReadOnlyList<string> Elements
    {
        get
        {
            var names = new string[Depth];
            var path = this;
            for (var i = names.Length - 1; i >= 0; i--)
            {
                names[i] = path.Name;
                path = path.Parent;
            }

            return names;
        }
    }

    private bool IsRoot => Parent is null;

    /// <summary>The path of a child.</summary>
    /// <param name="path">The parent.</param>
    /// <param name="name">The child's name, with <c>#uid</c> behind it if one incarnation is meant.</param>
    public static ActorPath operator /(ActorPath path, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (plainName, uid) = ActorName.SplitUid(name);
        return new ChildActorPath(path, plainName, uid);
    }

    /// <summary>The path of a descendant; empty names are skipped.</summary>
    /// <param name="path">The ancestor.</param>
    /// <param name="name">The names downwards.</param>
    public static ActorPath operator /(ActorPath path, IEnumerable<string> name) =>
        name.Where(element => !string.IsNullOrEmpty(element)).Aggregate(path, (parent, element) => parent / element);

    /// <summary>Compares two paths by value; null equals null.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ActorPath? left, ActorPath? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>The opposite of equality by value.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ActorPath? left, ActorPath? right) => !(left == right);

    /// <summary>Whether a text may be the name of an actor: not empty, not starting with <c>$</c>, allowed characters.</summary>
    /// <param name="s">The text.</param>
    public static bool IsValidPathElement(string s) => ActorName.IsValid(s);

    /// <summary>Reads a path such as <c>akka://system/user/parent/child#123</c>.</summary>
    /// <param name="path">The text.</param>
    /// <exception cref="UriFormatException">The text is no path.</exception>
    public static ActorPath Parse(string path) =>
        TryParse(path, out var parsed)
            ? parsed
            : throw new UriFormatException($"Can not parse an ActorPath: {path}. Expected akka://system/user/name.");

    /// <summary>Reads a path without throwing.</summary>
    /// <param name="path">The text.</param>
    /// <param name="actorPath">The path, if the text is one.</param>
    /// <returns>False if the text is no path.</returns>
    public static bool TryParse(string path, [NotNullWhen(true)] out ActorPath? actorPath)
    {
        actorPath = null;
        if (path is null || !Address.TryParse(path, out var address, out var names))
        {
            return false;
        }

        actorPath = new RootActorPath(address) / names.Split('/');
        return true;
    }

    /// <summary>Joins names with slashes.</summary>
    /// <param name="pathElements">The names.</param>
    public static string FormatPathElements(IEnumerable<string> pathElements) => string.Join('/', pathElements);

    /// <summary>The path of a child.</summary>
    /// <param name="childName">The child's name, with <c>#uid</c> behind it if one incarnation is meant.</param>
    public ActorPath Child(string childName) => this / childName;

    /// <summary>The same path for another incarnation.</summary>
    /// <param name="uid">The uid; 0 for any incarnation.</param>
    public ActorPath WithUid(long uid) => uid == Uid ? this : new ChildActorPath(Parent, Name, uid);

    /// <summary>An ancestor.</summary>
    /// <param name="depth">Its depth; negative: so many levels above this path.</param>
    public ActorPath ParentOf(int depth)
    {
        var path = this;
        for (var levels = depth >= 0 ? Depth - depth : -depth; levels > 0 && !path.IsRoot; levels--)
        {
            path = path.Parent;
        }

        return path;
    }

    /// <summary><c>/user/parent/child</c>.</summary>
    public string ToStringWithoutAddress() => IsRoot ? "/" : "/" + FormatPathElements(Elements);

    /// <summary><c>akka://system/user/parent/child</c>.</summary>
    public string ToStringWithAddress() => ToString();

    /// <summary>The path under another address, unless its own already names a host.</summary>
    /// <param name="address">The address to show.</param>
    public string ToStringWithAddress(Address address) =>
        (Address.HasGlobalScope ? Address : address) + ToStringWithoutAddress();

    /// <summary><c>akka://system/user/parent/child#123</c>; without the fragment if no incarnation is meant.</summary>
    public string ToStringWithUid() => Uid == UndefinedUid ? ToString() : $"{ToString()}#{Uid}";

    /// <summary>The text that names this very incarnation, as <see cref="ToStringWithUid"/>.</summary>
    public string ToSerializationFormat() => ToStringWithUid();

    /// <inheritdoc/>
    public override string ToString() => Address + ToStringWithoutAddress();

    /// <inheritdoc/>
    public bool Equals(ActorPath? other)
    {
        var left = this;
        var right = other;
        while (right is not null && !ReferenceEquals(left, right))
        {
            if (left.Name != right.Name || left.IsRoot != right.IsRoot)
            {
                return false;
            }

            if (left.IsRoot)
            {
                return left.Address.Equals(right.Address);
            }

            left = left.Parent;
            right = right.Parent;
        }

        return right is not null;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ActorPath);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        IsRoot ? Address.GetHashCode() : HashCode.Combine(Name, Parent.Name);

    /// <inheritdoc/>
    public int CompareTo(ActorPath? other) =>
        ReferenceEquals(this, other) ? 0 : string.CompareOrdinal(ToString(), other?.ToString());
}
