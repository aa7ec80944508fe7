using System.Net;

namespace ActorArbiter.Server;

/// <summary>
/// The file that tells scripts where the server listens: one <c>host:port</c> a line, there in full or not at all.
/// </summary>
internal sealed class PortFile(string path)
{
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public void Write(IEnumerable<IPEndPoint> addresses)
    {
        var draft = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllText(draft, string.Concat(addresses.Select(address => $"{address}\n")));
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Deletes the file, if it is there.</summary>
    /// <inheritdoc cref="Write"/>
    public void Delete() => File.Delete(path);
}
