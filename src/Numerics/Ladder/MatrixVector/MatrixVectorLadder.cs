using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>The rungs in order.</summary>
public static class MatrixVectorLadder
{
    /// <summary>From the definition to the library.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    public static IReadOnlyList<IMatrixVectorRung<T>> Rungs<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        new MatrixVectorByRows<T>(), new MatrixVectorByColumns<T>(), new MatrixVectorOverVectors<T>(),
        new MatrixVectorFourColumns<T>(),
        new MatrixVectorKernel<T>(), new MatrixVectorOnThreads<T>(),
    ];
}
