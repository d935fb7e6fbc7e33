namespace Reference.Numerics;

/// <summary>An update cut into bands of whole cache lines that threads take one by one.</summary>
internal sealed unsafe class UpdateInParts<TRule, T>(VectorPath path, TRule rule, int length, int band, T* g, T* w, T* a, T* b) : Work
    where TRule : struct, IUpdateRule
    where T : unmanaged
{
    /// <inheritdoc/>
    protected override void Part(int part)
    {
        int begin = part * band;
        Update.Over(path, rule, Math.Min(band, length - begin), g + begin, w + begin, TRule.States > 0 ? a + begin : a, TRule.States > 1 ? b + begin : b);
    }
}
