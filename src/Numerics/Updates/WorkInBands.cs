namespace Reference.Numerics;

/// <summary>
/// A pass over a span, cut into bands of whole cache lines that threads take one by one; the last band may be shorter.
/// Four bands a thread: one that wakes late, or has to stop for another program, leaves the rest to the others.
/// </summary>
internal abstract class WorkInBands(int length, int threads) : Work
{
    private const int BandsAThread = 4;

    private readonly int _band = Math.Max(1, (length / (BandsAThread * threads) + 63) / 64) * 64;

    /// <summary>Runs all bands.</summary>
    internal void Run() => Run((length - 1) / _band + 1, threads);

    /// <inheritdoc/>
    protected sealed override void Part(int part) => Band(part * _band, Math.Min(_band, length - part * _band));

    /// <summary>The numbers from <paramref name="begin"/> on.</summary>
    protected abstract void Band(int begin, int count);
}
