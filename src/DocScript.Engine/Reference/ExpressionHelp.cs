namespace DocScript.Engine.Reference;

/// <summary>What values are written with (language.md sections 1 and 3): literals, then operators from the loosest to the tightest.</summary>
public static class ExpressionHelp
{
    /// <summary>How values and names are written.</summary>
    public static IReadOnlyList<LanguageHelp> Literals { get; } =
    [
        new("\"text\"", "Text on one line. Escapes are \\n \\t \\r \\\" \\\\ \\$ and \\u{1F600}.", "print \"a \\\"quoted\\\" word, a tab:\\t.\""),
        new("\"${value}\"", "A value in a text, which may hold texts with values itself; null is empty.", "print \"${title} has ${count(meta.tags)} tags${meta.author}\""),
        new("\"\"\"raw text\"\"\"", "Text without escapes, also of several lines, which then start below the quotes and end above them; the space before the closing quotes is taken off each line. With more quotes it can hold three of them.", "print \"\"\"\n    C:\\new ${no}\n      in\n    \"\"\""),
        new("42", "An integer of 64 bits; a minus directly before the digits belongs to it.", "print -42"),
        new("1.50", "A decimal of up to 28 digits.", "print 1.50 + 1"),
        new("true, false", "The two booleans.", "print true and not false"),
        new("null", "No value. It equals itself only; every other comparison with it is false.", "print null == meta.author"),
        new("[value, …]", "A list; a comma may stand behind the last element.", "print [1, 2] + [3]"),
        new("{name: value, …}", "An object; quotes make any text a key. 'null' entries are kept, each key stands once.", "print {a: null, \"x y\": 2}"),
        new("name", "In this order: a variable; a property of the current document; 'user' or 'inserted'; a component of the document. An unknown name is an error, not null.", "let section = \"culture\"\nprint \"${section}, ${type}, ${intro.type}\""),
        new("value.name", "A member of a document, a component or an object; 'null' for a missing key and of null. No space stands before the point.", "print document(1).title"),
        new("list[index]", "An element of a list, from 0, or an entry of an object. No space stands before the bracket.", "print meta.tags[0]"),
        new("function(value, …)", "A call. No space stands before the bracket.", "print length(title)"),
        new("(value)", "Brackets. An expression with operators needs them where a word or block may follow it.", "print (1 + 2) * 3"),
    ];

    /// <summary>The operators; <see cref="LanguageHelp.Form"/> has the operator between <c>a</c> and <c>b</c> or before <c>a</c>.</summary>
    public static IReadOnlyList<LanguageHelp> Operators { get; } =
    [
        new("a or b", "True where one of the two is; the second is not evaluated where the first is true.", "print unpublished or unknown"),
        new("a and b", "True where both are; the second is not evaluated where the first is false.", "print published and unknown"),
        new("not a", "The other boolean; it takes a whole comparison.", "print not 1 == 2"),
        new("a == b", "Equality of all values, lists and objects by what they hold. Comparisons don't chain.", "print [1, {a: null}] == [1.0, {a: null}]"),
        new("a != b", "The opposite of '=='.", "print \"a\" != \"A\""),
        new("a < b", "Order of numbers, of texts (ordinal, by their UTF-16 code units) and of dates; a text compared with a date is read as one. With null it is false.", "print 2 < 10 and not \"2\" < \"10\""),
        new("a <= b", "Less or equal.", "print created <= now()"),
        new("a > b", "More.", "print updated > \"2025-12-31\""),
        new("a >= b", "More or equal.", "print null >= 0"),
        new("a in b", "Whether a list has the element, an object the key, a text the part.", "print \"sea\" in meta.tags"),
        new("a contains b", "The same with the sides changed.", "print title contains \"Harbour\""),
        new("a starts b", "Whether a text starts with another.", "print title starts \"The\""),
        new("a ends b", "Whether a text ends with another.", "print title ends \"news\""),
        new("a matches b", "Whether a regular expression finds something in a text. It never backtracks, so look-around and back references are errors.", "print \"A-12\" matches \"^[A-Z]-[0-9]+$\""),
        new("a ?? b", "The first where it is not null, else the second; groups right.", "print meta.author ?? user"),
        new("a + b", "The sum of numbers; two texts or two lists joined. It converts nothing.", "print 1 + 2.5"),
        new("a - b", "The difference. Spaces stand around it: 'a-b' is one name.", "print 3 - 5"),
        new("a * b", "The product.", "print 6 * 7"),
        new("a / b", "The quotient: a whole one of integers is an integer, any other a decimal.", "print 7 / 2"),
        new("a % b", "The remainder, with the sign of the first.", "print -7 % 3"),
        new("- a", "The negative number.", "print -(1 + 2)"),
        new("exists a", "Whether a name, member or component is there and not null; what would be an unknown name is false.", "print exists meta.author or exists doc-99"),
    ];
}
