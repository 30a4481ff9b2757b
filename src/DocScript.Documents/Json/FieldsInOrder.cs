using System.Text.Json;

namespace DocScript.Documents.Json;

/// <summary>The fields of an object that is read in the order in which it is written: each is found at once where it stands there, and searched for where it does not.</summary>
internal ref struct FieldsInOrder
{
    private readonly JsonElement _element;
    private JsonElement.ObjectEnumerator _rest;
    private bool _hasRest;

    /// <exception cref="FormatException">Not an object.</exception>
    public FieldsInOrder(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) throw new FormatException($"expected an object, not {JsonFields.Kind(element)}");
        _element = element;
        _rest = element.EnumerateObject();
        _hasRest = _rest.MoveNext();
    }

    /// <summary>A field, or null where it is missing or JSON's null.</summary>
    public JsonElement? Find(string name)
    {
        if (_hasRest && _rest.Current is var next && next.NameEquals(name))
        {
            _hasRest = _rest.MoveNext();
            return next.Value.ValueKind == JsonValueKind.Null ? null : next.Value;
        }

        return _hasRest ? _element.Find(name) : null;
    }

    /// <summary>A field that must be there.</summary>
    public JsonElement Get(string name) => Find(name) ?? throw new FormatException($"'{name}' is missing");
}
