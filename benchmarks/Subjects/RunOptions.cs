using Benchmarks.Processes;

namespace Benchmarks.Subjects;

/// <summary>What is measured.</summary>
/// <param name="Servers">The servers; the others are compared with the first, and with <see cref="ServerKind.Last"/> if it is there.</param>
/// <param name="Last">The build that <see cref="ServerKind.Last"/> is run by, if there is one.</param>
/// <param name="Pairs">The numbers of pairs.</param>
/// <param name="Slice">How long each server plays in one go with each number of pairs.</param>
internal sealed record RunOptions(IReadOnlyList<ServerKind> Servers, Build? Last, IReadOnlyList<int> Pairs, TimeSpan Slice);
