namespace ActorArbiter.Settings.Internal;

/// <summary>
/// Names of environment variables: <c>client.connect-wait</c> is <c>ARBITER_CLIENT__CONNECT_WAIT</c>.
/// </summary>
internal static class EnvironmentNames
{
    /// <summary>The settings among the variables.</summary>
    /// <exception cref="SettingsException">A variable has the schema's prefix and names no setting.</exception>
    public static IEnumerable<(string Path, string Variable, string Value)> Match(
        SettingsSchema schema, KnownSettings known, IReadOnlyDictionary<string, string> environment)
    {
        foreach (var (variable, value) in environment)
        {
            if (!variable.StartsWith(schema.EnvironmentPrefix, StringComparison.Ordinal))
                continue;
            var path = PathOf(variable, schema);
            if (!known.Contains(path))
            {
                throw KnownSettings.Unknown(
                    variable, known.Paths.Select(name => VariableOf(name, schema)), "environment");
            }

            yield return (path, variable, value);
        }
    }

    private static string PathOf(string variable, SettingsSchema schema)
    {
        var name = variable[schema.EnvironmentPrefix.Length..].ToLowerInvariant();
        return $"{schema.Section}.{name.Replace("__", ".", StringComparison.Ordinal).Replace('_', '-')}";
    }

    private static string VariableOf(string path, SettingsSchema schema)
    {
        var name = path[(schema.Section.Length + 1)..].ToUpperInvariant();
        return schema.EnvironmentPrefix + name.Replace(".", "__", StringComparison.Ordinal).Replace('-', '_');
    }
}
