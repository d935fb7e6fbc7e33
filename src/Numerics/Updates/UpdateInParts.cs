namespace Reference.Numerics;

/// <summary>An update in bands.</summary>
internal sealed unsafe class UpdateInParts<TRule, T>(
    VectorPath path, TRule rule, int length, int threads, T* g, T* w, T* a, T* b)
    : WorkInBands(length, threads)
    where TRule : struct, IUpdateRule
    where T : unmanaged
{
    /// <inheritdoc/>
    protected override void Band(int begin, int count)
        => Update.Over(
            path, rule, count, g + begin, w + begin, TRule.States > 0 ? a + begin : a,
            TRule.States > 1 ? b + begin : b);
}
