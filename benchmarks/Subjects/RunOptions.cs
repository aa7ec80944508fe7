namespace Benchmarks.Subjects;

/// <summary>What is measured.</summary>
/// <param name="Servers">The servers; the others are compared with the first.</param>
/// <param name="Pairs">The numbers of pairs.</param>
/// <param name="Slice">How long each server plays in one go with each number of pairs.</param>
internal sealed record RunOptions(IReadOnlyList<ServerKind> Servers, IReadOnlyList<int> Pairs, TimeSpan Slice);
