namespace DocScript.Engine.Storage.Durable;

/// <summary>A journal row as a file holds it, copied out of it: to be decoded wherever there is time.</summary>
internal sealed record JournalBytes(long Position, byte[] Transaction, long At, long Document, long Sequence, byte[] Hash, byte[] Header, ArraySegment<byte> Changes);
