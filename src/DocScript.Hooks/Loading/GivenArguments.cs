using DocScript.Engine.Execution;
using DocScript.Hooks.Contract;
using DocScript.Hooks.Declarations;

namespace DocScript.Hooks.Loading;

/// <summary>The arguments that the run gives to methods of users.</summary>
internal static class GivenArguments
{
    /// <summary>A document, to edit where the parameter takes that.</summary>
    public static DocumentView Document(ParameterDeclaration parameter, RunDocuments run, long id) => parameter.IsEdit ? new Contract.DocumentEdit(run, id) : new DocumentView(run, id);

    /// <summary>The documents of the run, for a parameter of that type.</summary>
    public static Contract.Documents Documents(Type type, RunDocuments run) => type == typeof(Transaction) ? new Transaction(run) : new Contract.Documents(run);
}
