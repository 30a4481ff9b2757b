namespace DocScript.Hooks.Declarations;

/// <summary>What a parameter of a method takes.</summary>
public enum ParameterKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A date, or a text that says one in ISO 8601.</summary>
    Date,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object.</summary>
    Object,

    /// <summary>Any value.</summary>
    Any,

    /// <summary>One of a few words: an enum.</summary>
    Choice,

    /// <summary>A component.</summary>
    Component,

    /// <summary>One or more components.</summary>
    Components,

    /// <summary>A place for a component.</summary>
    Place,

    /// <summary>A document, named by its id or key.</summary>
    Document,

    /// <summary>Given by the run: the current document, or that of the event.</summary>
    CurrentDocument,

    /// <summary>Given by the run: the transaction, or the documents to read.</summary>
    Transaction,

    /// <summary>Given by the run: the named arguments of the caller.</summary>
    NamedArguments,

    /// <summary>Given by the run: what a hook is called for.</summary>
    Event,

    /// <summary>Given by the run: the files that the folder was granted.</summary>
    Files,

    /// <summary>Given by the run: the hosts that the folder was granted.</summary>
    Http,
}
