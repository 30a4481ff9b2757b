using System.Buffers.Binary;
using System.Text;
using DocScript.Documents.Values;

namespace DocScript.Engine.Storage.Durable;

/// <summary>
/// A metadata value as bytes that an index orders as <see cref="FieldOrder"/> does: its kind, then what it is. Equal values have equal forms. A long text has the form of its
/// start, and lists and objects have one form: whoever reads compares again.
/// </summary>
internal static class OrderedForm
{
    /// <summary>The longest form; one that is as long may stand for several texts.</summary>
    public const int Longest = 257;

    private const byte Booleans = 0x10, Numbers = 0x20, Dates = 0x30, Texts = 0x40, Others = 0x50;

    /// <summary>The form of a value that a field reads, or null for null, which is in no index.</summary>
    public static byte[]? Of(Value value) => value switch
    {
        NullValue => null,
        BooleanValue boolean => [Booleans, boolean.Boolean ? (byte)1 : (byte)0],
        NumberValue number => Number(number.AsDecimal),
        DateValue date => Date(date.Instant),
        TextValue text => OfText(text.Text),
        _ => [Others],
    };

    /// <summary>The form of what a comparison that an index answers compares with: text is a date where the field has dates.</summary>
    public static byte[] Of(Comparison comparison) => Of(comparison switch
    {
        { Field: MetadataField { IsDate: true } or ColumnField { Column: Column.Updated or Column.Due }, Value: TextValue { Text: var text } } when DateValue.TryParse(text, out var date) => date,
        { Value: var value } => value,
    })!;

    /// <summary>What stands before and after all forms of the kind of a form.</summary>
    public static (byte[] First, byte[] End) Kind(byte[] form) => ([form[0]], [(byte)(form[0] + 1)]);

    private static byte[] Date(DateTimeOffset instant)
    {
        var form = new byte[9];
        form[0] = Dates;
        BinaryPrimitives.WriteInt64BigEndian(form.AsSpan(1), instant.UtcTicks);
        return form;
    }

    // UTF-8 orders what is beyond the first 65,536 characters otherwise than the language, which compares UTF-16; so each half of a pair is written as a character of its own.
    private static byte[] OfText(string text)
    {
        Span<byte> form = stackalloc byte[Longest + 2];
        form[0] = Texts;
        var length = 1;
        foreach (var unit in text)
        {
            if (length >= Longest) break;
            switch (unit)
            {
                case < (char)0x80:
                    form[length++] = (byte)unit;
                    break;
                case < (char)0x800:
                    form[length++] = (byte)(0xC0 | (unit >> 6));
                    form[length++] = (byte)(0x80 | (unit & 0x3F));
                    break;
                default:
                    form[length++] = (byte)(0xE0 | (unit >> 12));
                    form[length++] = (byte)(0x80 | ((unit >> 6) & 0x3F));
                    form[length++] = (byte)(0x80 | (unit & 0x3F));
                    break;
            }
        }

        return form[..Math.Min(length, Longest)].ToArray();
    }

    // Sign, power of ten and digits without zeros at the end; all turned round where it is negative, with an end that a longer number's next digit comes before.
    private static byte[] Number(decimal number)
    {
        if (number == 0) return [Numbers, 1];
        var bits = decimal.GetBits(number);
        var digits = ((UInt128)(uint)bits[2] << 64 | (UInt128)(uint)bits[1] << 32 | (uint)bits[0]).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var power = digits.Length - number.Scale;
        var significant = Encoding.ASCII.GetBytes(digits.TrimEnd('0'));
        if (number > 0) return [Numbers, 2, (byte)(64 + power), .. significant];
        return [Numbers, 0, (byte)~(64 + power), .. significant.Select(digit => (byte)~digit), 0xFF];
    }
}
