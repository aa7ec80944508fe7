using ActorArbiter.Journal.Records;

namespace ActorArbiter.Journal.Export;

/// <summary>Writes records in some format.</summary>
internal interface IRecordWriter : IDisposable
{
    /// <param name="row">The record, as it is stored.</param>
    /// <exception cref="FormatException">It makes no sense.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    void Write(RecordRow row);
}
