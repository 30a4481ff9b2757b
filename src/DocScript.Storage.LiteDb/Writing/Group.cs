using DocScript.Engine.Storage;
using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Reading;

namespace DocScript.Storage.LiteDb.Writing;

/// <summary>One transaction of LiteDB for all members of a group, on one thread from its beginning to its end, made durable by one flush.</summary>
internal sealed class Group(Shelf shelf)
{
    private bool _isIn;
    private bool _hasWritten;

    /// <summary>Where the store stands with what the group did so far.</summary>
    public State Now { get; private set; } = shelf.State;

    /// <summary>The properties whose metadata is indexed.</summary>
    public IndexedMetadata Indexed { get; set; } = IndexedMetadata.None;

    /// <summary>Goes into the database.</summary>
    public void Begin()
    {
        shelf.Database.RequireFile();
        shelf.Database.Enter();
        _isIn = true;
        Now = shelf.State;
        Indexed = shelf.Database.Ask(shelf.Indexed);
    }

    /// <summary>Begins LiteDB's transaction at the first change.</summary>
    public void Write()
    {
        if (_hasWritten) return;
        _hasWritten = true;
        Now = Now with { Group = Now.Group + 1 };
        shelf.Database.Engine.BeginTrans();
    }

    /// <summary>Gives a transaction its position.</summary>
    public long NextPosition()
    {
        Write();
        Now = Now with { Position = Now.Position + 1 };
        return Now.Position;
    }

    /// <summary>Gives a kept result its place among all.</summary>
    public long NextKept()
    {
        Write();
        Now = Now with { Kept = Now.Kept + 1 };
        return Now.Kept;
    }

    /// <summary>Takes care that no id up to this one is given again.</summary>
    public void Use(IdKind kind, long id)
    {
        Write();
        Now = kind is IdKind.Document
            ? Now with { Document = Math.Max(Now.Document, id) }
            : Now with { Publication = Math.Max(Now.Publication, id) };
    }

    /// <summary>Leaves the database with everything durable; answers whether there was anything.</summary>
    public bool End()
    {
        if (_hasWritten)
        {
            // Last of all, so that every transaction ends with a page that is changed: LiteDB would forget one whose pages it had all written before.
            shelf.Database.Ask(() =>
            {
                shelf.Tables.Store.Replace(Now.ToRow(Indexed));
                return shelf.Database.Engine.Commit();
            });
        }

        Leave();
        if (!_hasWritten) return false;
        shelf.Database.Flush();
        _hasWritten = false;
        shelf.State = Now;
        return true;
    }

    /// <summary>Leaves it as it was, from wherever the group is.</summary>
    public void TakeBack()
    {
        if (_hasWritten) shelf.Database.TakeBack();
        _hasWritten = false;
        if (_isIn) Leave();
    }

    private void Leave()
    {
        _isIn = false;
        shelf.Database.Exit();
    }
}
