namespace Akka.Configuration.Hocon;

/// <summary>Takes a path such as <c>akka.loggers</c> or <c>nodes."a.example".port</c> apart into its keys.</summary>
internal static class HoconPath
{
    /// <exception cref="ConfigurationException">A quote is not closed, or no dot follows it.</exception>
    public static string[] Split(string path)
    {
        if (!path.Contains('"'))
        {
            return path.Length == 0 ? [] : path.Split('.');
        }

        var keys = new List<string>();
        var start = 0;
        while (start <= path.Length)
        {
            var quoted = start < path.Length && path[start] == '"';
            var end = quoted ? path.IndexOf('"', start + 1) : path.IndexOf('.', start);
            if (quoted && (end < 0 || (end + 1 < path.Length && path[end + 1] != '.')))
            {
                throw new ConfigurationException(
                    $"'{path}' is not a path: a quoted key must end with a quote and, unless it is the last, a dot");
            }

            keys.Add(quoted ? path[(start + 1)..end] : path[start..(end < 0 ? path.Length : end)]);
            if (end < 0)
            {
                break;
            }

            start = quoted ? end + 2 : end + 1;
            if (quoted && end + 1 == path.Length)
            {
                break;
            }
        }

        return [.. keys];
    }
}
