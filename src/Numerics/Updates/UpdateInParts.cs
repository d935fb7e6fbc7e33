using System.Numerics;

namespace Reference.Numerics;

/// <summary>An update in bands.</summary>
internal sealed unsafe class UpdateInParts<TRule, T>(
    VectorPath path, TRule rule, int length, int threads, T* g, T* w, T* a, T* b, T* before)
    : WorkInBands(length, threads)
    where TRule : struct, IUpdateRule
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private int _broken;

    /// <summary>Whether all new weights are finite, valid when all parts are done.</summary>
    internal bool AllFinite => Volatile.Read(ref _broken) == 0;

    /// <inheritdoc/>
    protected override void Band(int begin, int count)
    {
        if (!Update.Over(
            path, rule, count, g + begin, w + begin, TRule.States > 0 ? a + begin : a,
            TRule.States > 1 ? b + begin : b, before == null ? before : before + begin))
        {
            Volatile.Write(ref _broken, 1);
        }
    }
}
