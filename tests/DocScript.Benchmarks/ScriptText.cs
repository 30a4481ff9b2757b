using System.Globalization;
using System.Text;

namespace DocScript.Benchmarks;

/// <summary>Scripts of any length, of the statements that newsrooms write.</summary>
internal static class ScriptText
{
    /// <summary>A script of about so many characters.</summary>
    public static string OfLength(int characters)
    {
        var text = new StringBuilder(characters + 500);
        for (var number = 1; text.Length < characters; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                # correction {{number}}
                use {{number}} version {{number % 7 + 1}} {
                  require published and not embargoed else "document ${id} is not public"
                  set meta section = "news-{{number}}" was null
                  set title = "A title of some length, number {{number}}, by ${meta.author ?? "nobody"}"
                  insert paragraph as note-{{number}} after doc-{{number}}a with {text: "Corrected on ${format(now(), "d MMMM yyyy")}: the figure was {{number}}.", "x y": [1, 2.50, true, null]}
                  for each component paragraph as p where p.text contains "old" and p.id != "note-{{number}}" limit 10 {
                    set p.text as editable = replace(p.text, "old", "new")
                  }
                  if count(meta.tags ?? []) > {{number % 5}} { move doc-{{number}}b first in box.left } else { remove doc-{{number}}b, doc-{{number}}c }
                }

                """);
        }

        return text.ToString();
    }
}
