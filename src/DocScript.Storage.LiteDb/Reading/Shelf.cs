using DocScript.Engine.Storage;
using DocScript.Storage.LiteDb.Data;

namespace DocScript.Storage.LiteDb.Reading;

/// <summary>What all readers of a store share with its writer.</summary>
internal sealed class Shelf
{
    private volatile State _state;

    public Shelf(Database database, TimeProvider clock)
    {
        (Database, Clock, Tables) = (database, clock, new Tables(database));
        Readers = new Readers(database.Dispose);
        _state = database.Ask(Judge);
    }

    public Database Database { get; }

    public TimeProvider Clock { get; }

    public Tables Tables { get; }

    public Readers Readers { get; }

    /// <summary>Where the store stands, durably.</summary>
    public State State
    {
        get => _state;
        set => _state = value;
    }

    /// <summary>The properties whose metadata is indexed now; for who is in the database.</summary>
    public IndexedMetadata Indexed() => State.IndexedOf(Tables.Store.Find(State.Row)!.Value);

    /// <summary>Refuses a database that is not one of ours.</summary>
    private State Judge()
    {
        var errors = Database.Errors;
        if (Tables.Store.Find(State.Row) is not { } row || row.Document["application"] != Schema.Application) throw errors.NotAStore("it is the LiteDB file of another program");
        if (row.Integer("format") > Schema.Format) throw errors.Newer(row.Integer("format"), Schema.Format);
        return State.Of(row);
    }
}
