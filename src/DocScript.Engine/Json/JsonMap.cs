using System.Text;
using System.Text.Json;
using DocScript.Language.Text;

namespace DocScript.Engine.Json;

/// <summary>Where the parts of a JSON text stand: the parser that reads values forgets it.</summary>
internal sealed class JsonMap
{
    private static readonly string[] NameFields = ["name", "handle", "identifier"];

    private readonly Node _root;

    private JsonMap(Node root) => _root = root;

    /// <summary>Maps a text that was parsed before, so that it is JSON.</summary>
    public static JsonMap Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = JsonLimits.Depth });
        reader.Read();
        var places = new Places(bytes);
        return new(Map(ref reader, places));
    }

    /// <summary>
    /// The place of the part that names lead to: of members, and of the entries of lists, which are texts or objects with a name. Where one is not there, the place of
    /// the last that is. An object or list is marked at its name or key.
    /// </summary>
    public Span Find(IEnumerable<string> path)
    {
        var (node, key) = (_root, (Span?)null);
        foreach (var name in path)
        {
            if (node.Members?.TryGetValue(name, out var member) == true) (key, node) = (member.Key, member.Value);
            else if (node.Items?.Find(item => item.Calls(name)) is { } item) (key, node) = (null, item);
            else break;
        }

        if (node == _root) return new Span(node.Span.Start, 1);
        return node.Text is not null || key is null ? node.NameOrSelf : key.Value;
    }

    private static Node Map(ref Utf8JsonReader reader, Places places)
    {
        var node = new Node { Span = Here(ref reader, places) };
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                node.Text = reader.GetString();
                break;
            case JsonTokenType.StartArray:
                node.Items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) node.Items.Add(Map(ref reader, places));
                break;
            case JsonTokenType.StartObject:
                node.Members = new(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var (name, key) = (reader.GetString()!, Here(ref reader, places));
                    reader.Read();
                    node.Members[name] = (key, Map(ref reader, places));
                }

                break;
        }

        return node;
    }

    private static Span Here(ref Utf8JsonReader reader, Places places) => Span.Between(places.At(reader.TokenStartIndex), places.At(reader.BytesConsumed));

    private sealed class Node
    {
        public required Span Span { get; init; }

        public string? Text { get; set; }

        public Dictionary<string, (Span Key, Node Value)>? Members { get; set; }

        public List<Node>? Items { get; set; }

        public Span NameOrSelf => Name?.Span ?? Span;

        private Node? Name => NameFields.Select(name => Members?.GetValueOrDefault(name).Value).FirstOrDefault(named => named is not null);

        public bool Calls(string name) => Text == name || Name?.Text == name;
    }

    // Bytes are counted as characters once, from place to place.
    private sealed class Places(byte[] bytes)
    {
        private int _byte, _character;

        public int At(long position)
        {
            _character += Encoding.UTF8.GetCharCount(bytes.AsSpan(_byte, (int)position - _byte));
            _byte = (int)position;
            return _character;
        }
    }
}
