namespace ActorArbiter.Tests.Client.Programs;

/// <summary>A test that runs a program in a pseudo-terminal, where there is <c>script</c> of util-linux to make one.</summary>
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(PseudoTerminal.Script))
            Skip = $"there is no {PseudoTerminal.Script}";
    }
}
