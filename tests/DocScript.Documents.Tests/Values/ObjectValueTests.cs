using DocScript.Documents.Values;
using DocScript.Testing.Documents;
using FsCheck.Xunit;

namespace DocScript.Documents.Tests.Values;

[Properties(Arbitrary = [typeof(DocumentArbitraries)])]
public sealed class ObjectValueTests
{
    private static IntegerValue N(int number) => new(number);

    [Theory]
    [InlineData(5)]
    [InlineData(5_000)]
    public void Keys_keep_the_order_in_which_they_were_first_set(int count)
    {
        var keys = Enumerable.Range(0, count).Select(number => $"k{count - number}").ToList();
        var made = keys.Aggregate(ObjectValue.Empty, (members, key) => members.With(key, N(key.Length)));

        Assert.Equal(keys, made.Entries.Select(entry => entry.Key));
        Assert.All(keys, key => Assert.Equal<Value>(N(key.Length), made.Find(key)!));
        Assert.Null(made.Find("k0"));

        var changed = made.With(keys[3], N(99));
        Assert.Equal(keys, changed.Entries.Select(entry => entry.Key));
        Assert.Equal<Value>(N(99), changed.Find(keys[3])!);
        Assert.Equal<Value>(N(keys[3].Length), made.Find(keys[3])!);

        var shorter = changed.Without(keys[1]);
        Assert.Equal(keys.Where(key => key != keys[1]), shorter.Entries.Select(entry => entry.Key));
        Assert.Equal<Value>(N(99), shorter.Find(keys[3])!);
    }

    [Fact]
    public void Of_entries_with_the_same_key_the_last_wins_in_the_first_place()
    {
        var made = ObjectValue.Of([new("a", N(1)), new("b", N(2)), new("a", N(3))]);
        Assert.Equal(["a", "b"], made.Entries.Select(entry => entry.Key));
        Assert.Equal<Value>(N(3), made.Find("a")!);
    }

    [Property]
    public void Setting_and_removing_keys_agrees_with_a_dictionary(string[] keys, bool[] removed)
    {
        var members = ObjectValue.Empty;
        var model = new Dictionary<string, Value>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] is not { } key) continue;
            if (i < removed.Length && removed[i])
            {
                members = members.Without(key);
                model.Remove(key);
            }
            else
            {
                members = members.With(key, N(i));
                model[key] = N(i);
            }
        }

        Assert.Equal(model.Count, members.Count);
        Assert.All(model, entry => Assert.Equal(entry.Value, members.Find(entry.Key)));
    }

    [Fact]
    public void Lists_and_objects_lie_only_so_deep_in_one_another()
    {
        Value deep = N(1);
        for (var depth = 0; depth < Value.MaxDepth; depth++) deep = depth % 2 == 0 ? new ListValue([deep]) : ObjectValue.Empty.With("a", deep);

        Assert.Equal(Value.MaxDepth, deep.Depth);
        Assert.Throws<ValueTooDeepException>(() => new ListValue([deep]));
        Assert.Throws<ValueTooDeepException>(() => ObjectValue.Empty.With("a", deep));
    }
}
