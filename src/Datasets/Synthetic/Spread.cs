using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>A standard deviation that may be 0: then nothing is blurred.</summary>
internal static class Spread
{
    public static void Check(double deviation, [CallerArgumentExpression(nameof(deviation))] string name = "")
    {
        Require.Finite(deviation, name);
        ArgumentOutOfRangeException.ThrowIfNegative(deviation, name);
    }
}
