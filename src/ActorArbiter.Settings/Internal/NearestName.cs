namespace ActorArbiter.Settings.Internal;

/// <summary>Which name was meant.</summary>
internal static class NearestName
{
    /// <summary>
    /// The name closest to <paramref name="typed"/>, or <see langword="null"/> if none is within two edits (within one,
    /// for names shorter than eight characters).
    /// </summary>
    public static string? Find(string typed, IEnumerable<string> names) => names
        .Select(name => (Name: name, Edits: Edits(typed, name)))
        .Where(candidate => candidate.Edits <= (candidate.Name.Length < 8 ? 1 : 2))
        .OrderBy(candidate => candidate.Edits)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>
    /// How many characters must be inserted, removed, replaced or swapped with their neighbour (optimal string
    /// alignment distance).
    /// </summary>
    private static int Edits(string from, string to)
    {
        var edits = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
                edits[i, j] = i == 0 || j == 0 ? i + j : Step(edits, from, to, i, j);
        }

        return edits[from.Length, to.Length];
    }

    private static int Step(int[,] edits, string from, string to, int i, int j)
    {
        var replaced = edits[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        var best = Math.Min(replaced, 1 + Math.Min(edits[i - 1, j], edits[i, j - 1]));
        var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return swapped ? Math.Min(best, edits[i - 2, j - 2] + 1) : best;
    }
}
