using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Checks a standard deviation, which may be 0.</summary>
internal static class Spread
{
    public static void Check(double deviation, [CallerArgumentExpression(nameof(deviation))] string name = "")
    {
        Require.Finite(deviation, name);
        ArgumentOutOfRangeException.ThrowIfNegative(deviation, name);
    }
}
