using System.Diagnostics;
using System.Text;
using TestSupport;

namespace ActorArbiter.Tests.Client.Programs;

/// <summary>
/// A client whose standard streams are a terminal, which <c>script</c> makes: what is typed there is echoed, and Ctrl-C is a
/// signal. Disposing kills it.
/// </summary>
internal sealed class PseudoTerminal : IDisposable
{
    public const string Script = "/usr/bin/script";

    private readonly System.Diagnostics.Process _script;
    private readonly StringBuilder _text = new();
    private readonly SemaphoreSlim _written = new(0);
    private readonly Task _reading;

    private PseudoTerminal(System.Diagnostics.Process script)
    {
        _script = script;
        _reading = ReadAsync();
    }

    /// <summary>All that the terminal was sent, the echo included.</summary>
    public string Text
    {
        get
        {
            lock (_text)
                return _text.ToString();
        }
    }

    /// <summary>Starts a client.</summary>
    /// <param name="environment">Variables as a shell has them: <c>TERM=dumb</c>.</param>
    /// <param name="columns">How wide the terminal is.</param>
    /// <param name="arguments">The command line.</param>
    public static PseudoTerminal Start(string environment, int columns, params IEnumerable<string> arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ActorClient.dll");
        var words = arguments.Prepend(program).Select(word => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'");
        var command = $"stty cols {columns}; exec env {environment} dotnet {string.Join(' ', words)}";
        return new PseudoTerminal(System.Diagnostics.Process.Start(
            new ProcessStartInfo(Script, ["--quiet", "--return", "--command", command, "/dev/null"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!);
    }

    /// <summary>Waits until the terminal shows <paramref name="words"/>.</summary>
    public async Task ShowsAsync(string words)
    {
        using var patience = new CancellationTokenSource(ProcessRunner.Patience);
        while (!Text.Contains(words, StringComparison.Ordinal))
            await _written.WaitAsync(patience.Token);
    }

    /// <summary>Types <paramref name="keys"/>; <c>\u0003</c> is Ctrl-C, <c>\r</c> is Enter.</summary>
    public async Task TypeAsync(string keys)
    {
        await _script.StandardInput.WriteAsync(keys);
        await _script.StandardInput.FlushAsync();
    }

    /// <summary>Waits for the end; the result is the exit code.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await Task.WhenAll(_script.WaitForExitAsync(), _reading).WaitAsync(ProcessRunner.Patience);
        return _script.ExitCode;
    }

    public void Dispose()
    {
        if (!_script.HasExited)
            _script.Kill(entireProcessTree: true);
        _script.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new char[1024];
        while (await _script.StandardOutput.ReadAsync(buffer) is > 0 and var count)
        {
            lock (_text)
                _text.Append(buffer, 0, count);
            _written.Release();
        }
    }
}
