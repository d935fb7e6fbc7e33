namespace Reference.Networks;

/// <summary>A layer that remembers more than its parameters: running statistics, or the random stream that it draws
/// from. State is saved with the parameters and changed by passes in training; no optimizer moves it.
/// S4-157.</summary>
public interface IStateful : ILayer
{
    /// <summary>The state, the same objects in every <see cref="ILayer.Shared"/> layer.</summary>
    IReadOnlyList<StoredTensor> State { get; }
}
