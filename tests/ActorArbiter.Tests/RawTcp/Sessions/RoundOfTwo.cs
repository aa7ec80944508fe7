namespace ActorArbiter.Tests.RawTcp.Sessions;

/// <summary>A named round whose two seats are taken by X and Y. Neither may be sent a line that is not expected here.</summary>
internal sealed class RoundOfTwo : IDisposable
{
    private readonly string _name;

    private RoundOfTwo(string name, RawClient x, RawClient y)
    {
        _name = name;
        X = x;
        Y = y;
    }

    public RawClient X { get; }

    public RawClient Y { get; }

    /// <param name="server">Where it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="options">What both say behind their ids.</param>
    public static async Task<RoundOfTwo> StartAsync(ArbiterFixture server, string name, string options = "")
    {
        var x = await server.AskAsync($"JOIN {name} X {options}", $"JOINED {name} X 1/2");
        var y = await server.AskAsync($"JOIN {name} Y {options}", $"JOINED {name} Y 2/2", $"READY {name} X Y");
        await x.ExpectLinesAsync($"SEATED {name} Y 2/2", $"READY {name} X Y");
        return new RoundOfTwo(name, x, y);
    }

    /// <summary>X speaks, and Y behind it; both are told the verdict. Its number.</summary>
    public async Task<long> DecideAsync()
    {
        await X.AskAsync("SEND Alice", $"RECEIVED {_name} X: Alice");
        return await DecideByYAsync();
    }

    /// <summary>Y speaks, and X has; both are told the verdict. Its number.</summary>
    public async Task<long> DecideByYAsync()
    {
        await Y.AskAsync("Client Y: Bob", $"RECEIVED {_name} Y: Bob");
        var number = await X.ExpectVerdictAsync(_name, "X: Alice received before Y: Bob");
        Assert.Equal(number, await Y.ExpectVerdictAsync(_name, "X: Alice received before Y: Bob"));
        return number;
    }

    public void Dispose()
    {
        X.Dispose();
        Y.Dispose();
    }
}
