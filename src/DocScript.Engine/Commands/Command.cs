using DocScript.Engine.Checking;
using DocScript.Engine.Events;
using DocScript.Language.Grammar;

namespace DocScript.Engine.Commands;

/// <summary>A command in one place: its syntax as typed holes, its help, its check and its effect.</summary>
public abstract class Command
{
    /// <summary>The shape; made once, its holes are fields of the command.</summary>
    public abstract CommandSyntax Syntax { get; }

    /// <summary>What it does, in one line for help.</summary>
    public abstract string Summary { get; }

    /// <summary>A line of script that shows it.</summary>
    public abstract string Example { get; }

    /// <summary>Whether it works on the current document, which must then be there; one that makes or names its own does not.</summary>
    public virtual bool NeedsDocument => true;

    /// <summary>Whether it changes a document that may have been there before, so that a strict check wants a guard for it.</summary>
    public virtual bool ChangesDocument => true;

    /// <summary>The events that it may raise: of most commands a change of content.</summary>
    public virtual DocumentEvents Raises => DocumentEvents.Change;

    /// <summary>Which hole says which part of an edit: its filling is marked when a rule stands against that part. Where no hole says it, the whole statement is.</summary>
    public virtual CommandParts Parts => CommandParts.None;

    /// <summary>What script and design alone can tell of one use: reported to the context. By default nothing.</summary>
    public virtual void Check(CheckContext context, Arguments arguments) { }

    /// <summary>The effect of one use.</summary>
    public abstract void Run(CommandContext context);
}
