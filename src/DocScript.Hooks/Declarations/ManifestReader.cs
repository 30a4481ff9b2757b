using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using DocScript.Engine.Events;
using DocScript.Engine.Functions;
using DocScript.Hooks.Compilation;
using DocScript.Hooks.Contract;
using DocScript.Hooks.Diagnostics;
using DocScript.Language.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Diagnostic = DocScript.Language.Diagnostics.Diagnostic;

namespace DocScript.Hooks.Declarations;

/// <summary>Reads what a file declares from its compilation, without loading it.</summary>
internal sealed class ManifestReader(HookFile file, CSharpCompilation compilation)
{
    private static readonly string[] Returnable = ["None", "Message", "SoProtocol", "CustomGui", "Other", "URL"];

    private readonly List<CommandDeclaration> _commands = [];
    private readonly List<FunctionDeclaration> _functions = [];
    private readonly List<EventDeclaration> _hooks = [];
    private readonly List<Diagnostic> _problems = [];

    /// <summary>The manifest, or what is wrong with it.</summary>
    public (HookManifest Manifest, ImmutableArray<Diagnostic> Problems) Read()
    {
        // What it loads is a file of the folder, and declares its own.
        foreach (var method in compilation.ScriptClass!.GetMembers().OfType<IMethodSymbol>().Where(method => method.DeclaringSyntaxReferences is [{ SyntaxTree.FilePath: var path }, ..] && path == file.Path))
            foreach (var attribute in method.GetAttributes())
                Read(method, attribute);
        foreach (var twice in _commands.Select(command => command.Method).Concat(_functions.Select(function => function.Method)).Concat(_hooks.Select(hook => hook.Method).Distinct())
            .GroupBy(method => method.Name, StringComparer.Ordinal).Where(methods => methods.Select(method => method.Start).Distinct().Count() > 1))
            Report(compilation.ScriptClass!.GetMembers(twice.Key).Last(), $"two methods '{twice.Key}' are declared", "give each a name of its own");
        return (new([.. _commands], [.. _functions], [.. _hooks]), [.. _problems]);
    }

    private void Read(IMethodSymbol method, AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type || type.ContainingNamespace.ToDisplayString() != typeof(CommandAttribute).Namespace) return;
        if (type.Name is nameof(DisplayNameAttribute)) return;
        if (method is { IsGenericMethod: true } or { IsAsync: true } || method.Parameters.Any(parameter => parameter.RefKind is not RefKind.None || parameter.IsParams))
        {
            Report(method, $"'{method.Name}' has a form that can't be called: generic, async, or with ref, out, in or params", "declare a plain method");
            return;
        }

        switch (type.Name)
        {
            case nameof(CommandAttribute): ReadCommand(method, attribute); break;
            case nameof(FunctionAttribute): ReadFunction(method, attribute); break;
            default: ReadHook(method, attribute, isAfter: type.Name is nameof(AfterAttribute)); break;
        }
    }

    private void ReadCommand(IMethodSymbol method, AttributeData attribute)
    {
        var pattern = Argument(attribute);
        if (MethodOf(method, parameter => pattern is null ? parameter.Name != "document" : pattern.Contains($"<{parameter.Name}>", StringComparison.Ordinal) || pattern.Contains($"<{CommandPattern.Kebab(parameter.Name)}>", StringComparison.Ordinal)) is not { } declared) return;
        if (!method.ReturnsVoid && method.ReturnType.SpecialType is not SpecialType.System_String && method.ReturnType.Name != "CommandResult")
        {
            Report(method, $"a command returns nothing, a string or a CommandResult, not {method.ReturnType.Name}", "return CommandResult.Message(…), a string, or nothing");
            return;
        }

        if (declared.Parameters.FirstOrDefault(parameter => parameter.Kind is ParameterKind.Event) is { } given)
        {
            Report(method, $"parameter '{given.Name}' is for hooks: a command is called for no event", "take it away");
            return;
        }

        pattern ??= CommandPattern.Derive(method.Name, declared.Parameters);
        try
        {
            CommandPattern.Parse(pattern, declared.Parameters);
        }
        catch (FormatException exception)
        {
            Report(attribute, method, $"the pattern '{pattern}' does not fit: {exception.Message}", "write words, <parameter> for each parameter and [ ] around what may be left out");
            return;
        }

        if (Named(attribute, nameof(CommandAttribute.Returns)) is { } returns && !Returnable.Contains(returns, StringComparer.OrdinalIgnoreCase))
            Report(attribute, method, $"'{returns}' is no kind of result", $"write one of {string.Join(", ", Returnable)}");
        var help = Help(method);
        _commands.Add(new(
            declared,
            pattern,
            Named(attribute, nameof(CommandAttribute.Summary)) ?? FirstLine(help),
            help,
            Named(attribute, nameof(CommandAttribute.Example)),
            attribute.NamedArguments.Any(argument => argument is { Key: nameof(CommandAttribute.Hidden), Value.Value: true }),
            Named(attribute, nameof(CommandAttribute.Icon)),
            Named(attribute, nameof(CommandAttribute.Returns)),
            method.GetAttributes().Where(other => other.AttributeClass?.Name is nameof(DisplayNameAttribute) && other.ConstructorArguments is [{ Value: string }, { Value: string }])
                .DistinctBy(other => other.ConstructorArguments[0].Value).ToImmutableDictionary(other => (string)other.ConstructorArguments[0].Value!, other => (string)other.ConstructorArguments[1].Value!, StringComparer.Ordinal)));
    }

    private void ReadFunction(IMethodSymbol method, AttributeData attribute)
    {
        if (MethodOf(method, parameter => parameter.Name != "document") is not { } declared) return;
        var name = Argument(attribute) ?? char.ToLowerInvariant(method.Name[0]) + method.Name[1..];
        if (!Language.Grammar.Names.IsBare(name) || name.Contains('-', StringComparison.Ordinal)) Report(attribute, method, $"'{name}' is no name of a function", "write a letter, then letters and digits");
        else if (FunctionTable.BuiltIn.Find(name) is not null) Report(attribute, method, $"'{name}' is a built-in function", "choose another name");
        else if (Language.Grammar.ReservedWords.InExpressions.Contains(name)) Report(attribute, method, $"'{name}' is a word of expressions", "choose another name");
        else if (method.ReturnsVoid) Report(method, "a function returns a value", "return text, a number, a bool, a DateTimeOffset, a list or a dictionary");
        else if (method.Parameters.FirstOrDefault(parameter => parameter.Type.Name is nameof(DocumentEdit) or nameof(Transaction) or nameof(NamedArguments) or nameof(DocumentEvent) or nameof(Place)) is { } given)
            Report(method, $"a function can't have parameter '{given.Name}': it only reads", "take a DocumentView or Documents");
        else
        {
            var help = Help(method);
            _functions.Add(new(declared, name, Named(attribute, nameof(FunctionAttribute.Summary)) ?? FirstLine(help), help, Named(attribute, nameof(FunctionAttribute.Example))));
        }
    }

    private void ReadHook(IMethodSymbol method, AttributeData attribute, bool isAfter)
    {
        if (MethodOf(method, _ => false) is not { } declared) return;
        var name = Argument(attribute) ?? "";
        if (EventNames.Find(name) is not { } one) Report(attribute, method, $"there is no event '{name}'", $"write one of {string.Join(", ", EventNames.All)}");
        else if (!method.ReturnsVoid) Report(method, "a hook returns nothing", "refuse by 'throw new Refusal(…)'");
        else if (declared.Parameters.FirstOrDefault(parameter => !parameter.IsGiven || parameter.Kind is ParameterKind.NamedArguments) is { } given)
            Report(method, $"a hook can't have parameter '{given.Name}': nobody writes it", "take a DocumentEdit, DocumentView, Transaction, Documents or DocumentEvent");
        else _hooks.Add(new(declared, CommandPattern.Kebab(method.Name), one, isAfter, FirstLine(Help(method))));
    }

    private MethodDeclaration? MethodOf(IMethodSymbol method, Func<IParameterSymbol, bool> isWritten)
    {
        var parameters = ImmutableArray.CreateBuilder<ParameterDeclaration>();
        foreach (var parameter in method.Parameters)
        {
            if (ParameterTypes.Of(parameter, isWritten(parameter)) is { } declared)
            {
                parameters.Add(declared);
                continue;
            }

            Report(parameter, $"parameter '{parameter.Name}' is a {parameter.Type.ToDisplayString()}, which the language can't give", $"take {ParameterTypes.Offered}");
            return null;
        }

        return new(method.Name, method.Locations[0].SourceSpan.Start, parameters.ToImmutable());
    }

    private static string? Argument(AttributeData attribute) => attribute.ConstructorArguments is [{ Value: string text }] ? text : null;

    private static string? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;

    private static string FirstLine(string help) => help.Split('\n')[0].Trim();

    private static string Help(IMethodSymbol method)
    {
        if (method.GetDocumentationCommentXml(CultureInfo.InvariantCulture) is not { Length: > 0 } xml) return "";
        try
        {
            return string.Join('\n', (XElement.Parse(xml).Element("summary")?.Value ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private void Report(AttributeData attribute, ISymbol method, string message, string help) => Report(attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? method.Locations[0], message, help);

    private void Report(ISymbol symbol, string message, string help) => Report(symbol.Locations[0], message, help);

    private void Report(Microsoft.CodeAnalysis.Location place, string message, string help) =>
        _problems.Add(new(HookCodes.BadDeclaration, Language.Diagnostics.Severity.Error, message, HookCompiler.PlaceOf(file, place), Help: help));
}
