using Akka.Actor;

namespace Runtime.Tests.Actors;

public sealed class ActorPathSpecs
{
    private static readonly ActorPath Root = new RootActorPath(new Address("akka", "sys"));

    [Fact]
    public void A_path_is_written_from_the_root_down()
    {
        var path = Root / "user" / "parent" / "child";

        Assert.Equal("akka://sys/user/parent/child", path.ToString());
        Assert.Equal("/user/parent/child", path.ToStringWithoutAddress());
        Assert.Equal(["user", "parent", "child"], path.Elements);
        Assert.Equal("child", path.Name);
        Assert.Equal(3, path.Depth);
    }

    [Fact]
    public void The_root_is_written_as_a_slash() => Assert.Equal("akka://sys/", Root.ToString());

    [Fact]
    public void A_path_knows_its_parent_and_its_root()
    {
        var path = Root / "user" / "parent";

        Assert.Equal(Root / "user", path.Parent);
        Assert.Equal(Root, path.Root);
    }

    [Fact]
    public void Ancestors_are_counted_from_the_root_or_upwards()
    {
        var path = Root / "a" / "b" / "c";

        Assert.Equal(Root / "a", path.ParentOf(1));
        Assert.Equal(Root / "a" / "b", path.ParentOf(-1));
    }

    [Fact]
    public void Equality_compares_addresses_and_names_but_not_incarnations()
    {
        var path = Root / "user" / "a";

        Assert.Equal(path, (Root / "user" / "a").WithUid(17));
        Assert.Equal(path.GetHashCode(), (Root / "user" / "a").WithUid(17).GetHashCode());
        Assert.NotEqual(path, Root / "user" / "b");
        Assert.NotEqual(path, Root / "a");
        Assert.NotEqual(path, new RootActorPath(new Address("akka", "other")) / "user" / "a");
        Assert.True(path == Root / "user" / "a");
        Assert.True(path != Root / "user" / "b");
    }

    [Fact]
    public void The_uid_is_written_behind_a_hash()
    {
        var path = (Root / "user" / "a").WithUid(42);

        Assert.Equal(42, path.Uid);
        Assert.Equal("akka://sys/user/a#42", path.ToStringWithUid());
        Assert.Equal("akka://sys/user/a#42", path.ToSerializationFormat());
        Assert.Equal("akka://sys/user/a", path.ToString());
    }

    [Theory]
    [InlineData("akka://sys/")]
    [InlineData("akka://sys/user")]
    [InlineData("akka://sys/user/a/b")]
    [InlineData("akka.tcp://sys@127.0.0.1:8080/user/a")]
    public void What_is_written_can_be_read_back(string text) => Assert.Equal(text, ActorPath.Parse(text).ToString());

    [Fact]
    public void A_uid_is_read_from_the_fragment()
    {
        var path = ActorPath.Parse("akka://sys/user/a#4711");

        Assert.Equal("a", path.Name);
        Assert.Equal(4711, path.Uid);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/user/a")]
    [InlineData("http://sys/user/a")]
    [InlineData("akka:/sys/user/a")]
    public void What_is_no_path_is_refused(string text)
    {
        Assert.False(ActorPath.TryParse(text, out _));
        Assert.Throws<UriFormatException>(() => ActorPath.Parse(text));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("A-b_c.d*e+1:2@3&4=5,6!7~8'9;(0)")]
    [InlineData("a$")]
    [InlineData("%20x")]
    public void Names_of_letters_digits_and_some_symbols_are_valid(string name) =>
        Assert.True(ActorPath.IsValidPathElement(name));

    [Theory]
    [InlineData("")]
    [InlineData("$a")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("ä")]
    [InlineData("a%2")]
    [InlineData("a%zz")]
    [InlineData("a#1")]
    public void Other_names_are_not(string name) => Assert.False(ActorPath.IsValidPathElement(name));

    [Fact]
    public void Paths_are_ordered_by_name()
    {
        Assert.True((Root / "a").CompareTo(Root / "b") < 0);
        Assert.True((Root / "b").CompareTo(Root / "a") > 0);
        Assert.Equal(0, (Root / "a").CompareTo(Root / "a"));
    }
}
