namespace Reference.Numerics;

/// <summary>
/// A pass over a span, cut into bands that threads take one by one, a multiple of 64 numbers (whole cache lines) where
/// nothing else is asked for; the last band may be shorter.
/// Four bands a thread: one that wakes late, or has to stop for another program, leaves the rest to the others.
/// </summary>
internal abstract class WorkInBands(int length, int threads, int multiple = 64) : Work
{
    private const int BandsAThread = 4;

    private readonly int _band = Math.Max(
        1, (length / (BandsAThread * threads) + multiple - 1) / multiple) * multiple;

    /// <summary>Runs all bands.</summary>
    internal void Run() => Run((length - 1) / _band + 1, threads);

    /// <inheritdoc/>
    protected sealed override void Part(int part) => Band(part * _band, Math.Min(_band, length - part * _band));

    /// <summary>The numbers from <paramref name="begin"/> on.</summary>
    protected abstract void Band(int begin, int count);
}
