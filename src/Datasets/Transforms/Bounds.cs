using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>The range of a random parameter; equal bounds fix it.</summary>
internal static class Bounds
{
    public static (double Low, double High) Check((double Low, double High) bounds, double least,
        [CallerArgumentExpression(nameof(bounds))] string name = "")
    {
        Require.Finite(bounds.Low, name);
        Require.Finite(bounds.High, name);
        return bounds.Low >= least && bounds.High >= bounds.Low
            ? bounds
            : throw new ArgumentOutOfRangeException(name,
                $"Expected bounds with {least} ≤ low ≤ high; got {bounds.Low} and {bounds.High}.");
    }
}
