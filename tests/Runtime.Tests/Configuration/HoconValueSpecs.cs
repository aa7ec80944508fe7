using Akka.Configuration;
using Akka.Configuration.Hocon;
using TestSupport;

namespace Runtime.Tests.Configuration;

/// <summary>Lists, and the values behind the getters.</summary>
public sealed class HoconValueSpecs
{
    private static readonly Config Sample = ConfigurationFactory.ParseString("""
        arbiter.listeners = [
          { name = classic, port = 12000 }
          { name = echo, port = 12001, limits { connections = 10 } }
        ]
        matrix = [[1, 2], [3]]
        numbers = [1, 2, 3]
        """);

    [Fact]
    public void A_list_of_objects_is_read_item_by_item()
    {
        var listeners = Sample.GetValue("arbiter.listeners")!.GetArray().Select(item => item.ToConfig()).ToList();

        Assert.Equal(["classic", "echo"], listeners.Select(listener => listener.GetString("name")));
        Assert.Equal([12000, 12001], listeners.Select(listener => listener.GetInt("port")));
        Assert.Equal(10, listeners[1].GetInt("limits.connections"));
    }

    [Fact]
    public void An_object_is_read_key_by_key()
    {
        var listener = Sample.GetValue("arbiter.listeners")!.GetArray()[1].GetObject()!;

        Assert.Equal("echo", listener.GetKey("name")!.GetString());
        Assert.Equal(["name", "port", "limits"], listener.Items.Keys);
        Assert.Null(listener.GetKey("missing"));
        Assert.Equal(10, listener.GetKey("limits")!.GetChildObject("connections")!.GetInt());
    }

    [Fact]
    public void A_list_is_read_as_the_type_of_its_items()
    {
        Assert.Equal([1, 2, 3], Sample.GetIntList("numbers"));
        Assert.Equal([1L, 2L, 3L], Sample.GetLongList("numbers"));
        Assert.Equal([1, 2, 3], Sample.GetByteList("numbers"));
        Assert.Equal([1f, 2f, 3f], Sample.GetFloatList("numbers"));
        Assert.Equal([1d, 2d, 3d], Sample.GetDoubleList("numbers"));
        Assert.Equal([1m, 2m, 3m], Sample.GetDecimalList("numbers"));
        Assert.Equal(["1", "2", "3"], Sample.GetStringList("numbers"));
        Assert.Equal([true, false], ConfigurationFactory.ParseString("a = [on, off]").GetBooleanList("a"));
    }

    [Fact]
    public void Lists_can_hold_lists() =>
        Assert.Equal([[1, 2], [3]], Sample.GetValue("matrix")!.GetArray().Select(row => row.GetIntList()));

    [Fact]
    public void A_value_knows_what_it_is()
    {
        var root = Sample.Root;
        var list = Sample.GetValue("numbers")!;

        Assert.True(root.IsObject() && !root.IsArray() && !root.IsString());
        Assert.True(list.IsArray() && !list.IsObject() && !list.IsString());
        Assert.True(list.GetArray()[0].IsString() && !list.GetArray()[0].IsObject());
        Assert.Null(list.GetObject());
    }

    [Fact]
    public void A_value_can_be_put_at_a_key() =>
        Assert.Equal(12000, Sample.GetValue("arbiter.listeners")!.GetArray()[0].AtKey("first").GetInt("first.port"));

    [Fact]
    public void A_parsed_text_can_become_a_configuration()
    {
        HoconRoot root = Parser.Parse("a = 1", null);

        Assert.Equal(1, new Config(root).GetInt("a"));
        Assert.Equal(1, root.Value.GetChildObject("a")!.GetInt());
    }

    [BundledOnlyFact("an empty list is not a list")]
    public void An_empty_list_is_a_list() =>
        Assert.True(ConfigurationFactory.ParseString("a = []").GetValue("a")!.IsArray());

    [BundledOnlyFact("only GetStringList knows a missing list, the others fail on a null reference")]
    public void A_missing_list_is_empty()
    {
        Assert.Empty(Sample.GetIntList("missing"));
        Assert.Empty(Sample.GetBooleanList("missing"));
    }
}
