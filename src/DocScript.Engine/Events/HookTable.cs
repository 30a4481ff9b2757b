namespace DocScript.Engine.Events;

/// <summary>The hooks that a script is run with, in the order of their names.</summary>
public sealed class HookTable
{
    private readonly EventHook[] _before;

    // Every start makes one of these.
    private HookTable() => (_before, All, After) = ([], [], []);

    private HookTable(IEnumerable<EventHook> hooks)
    {
        All = [.. hooks.OrderBy(hook => hook.Name, StringComparer.Ordinal)];
        _before = [.. All.Where(hook => hook.Moment is HookMoment.Before)];
        After = [.. All.Where(hook => hook.Moment is HookMoment.After)];
    }

    /// <summary>No hooks.</summary>
    public static HookTable Empty { get; } = new();

    /// <summary>All hooks.</summary>
    public IReadOnlyList<EventHook> All { get; }

    /// <summary>Those that run after their event.</summary>
    public IReadOnlyList<EventHook> After { get; }

    /// <summary>Whether any runs before its event.</summary>
    public bool HasBefore => _before.Length > 0;

    /// <summary>Those that run before one event.</summary>
    public IEnumerable<EventHook> Before(DocumentEvents single) => _before.Where(hook => hook.Event == single);

    /// <summary>The same with more hooks.</summary>
    /// <exception cref="ArgumentException">Two hooks of one event and moment have one name, or a hook's name or event can't be.</exception>
    public HookTable With(IEnumerable<EventHook> hooks)
    {
        List<EventHook> all = [.. All, .. hooks];
        var names = new HashSet<(HookMoment, DocumentEvents, string)>();
        foreach (var hook in all)
        {
            if (hook.Name.Length is 0 or > 100 || hook.Name.Any(char.IsControl)) throw new ArgumentException($"a hook's name is 1 to 100 characters on one line, not '{hook.Name}'", nameof(hooks));
            if (!names.Add((hook.Moment, hook.Event, hook.Name))) throw new ArgumentException($"there are two hooks '{hook.Name}' on {EventNames.Of(hook.Event)}", nameof(hooks));
            _ = EventNames.Of(hook.Event);
        }

        return all.Count == All.Count ? this : new(all);
    }
}
