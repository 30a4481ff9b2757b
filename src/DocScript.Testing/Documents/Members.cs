using DocScript.Documents.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Documents;

/// <summary>Random objects whose members have generators of their own.</summary>
internal static class Members
{
    /// <summary>An object with some of these members.</summary>
    public static Gen<ObjectValue> Of(IEnumerable<(string Name, Gen<Value> Value)> members) =>
        from values in Gen.CollectToList(members, member => Gen.OneOf(Gen.Constant<Value?>(null), member.Value.Select(Value? (value) => value)).Select(value => (member.Name, value)))
        select ObjectValue.Of(values.Where(entry => entry.value is not null).Select(entry => KeyValuePair.Create(entry.Name, entry.value!)));

    /// <summary>An object with all of these members.</summary>
    public static Gen<Value> All(params (string Name, Gen<Value> Value)[] members) =>
        from values in Gen.CollectToList(members, member => member.Value.Select(value => KeyValuePair.Create(member.Name, value)))
        select (Value)ObjectValue.Of(values);

    /// <summary>An object with exactly these members.</summary>
    public static ObjectValue Given(params (string Name, Value Value)[] members) =>
        ObjectValue.Of(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
