using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>A state of a document that somebody gave a name (contracts/model.md, Counters): by a check-in, a forced save or a final save, never by a plain edit.</summary>
/// <param name="Number">1, 2, 3, … in the document.</param>
/// <param name="Version">The version of the content at that time.</param>
/// <param name="Actor">Who named it.</param>
/// <param name="Description">In the user's words; may be empty.</param>
/// <param name="Fields">What else was said of it.</param>
public sealed record NamedVersion(int Number, int Version, string Actor, string Description, ObjectValue Fields);
