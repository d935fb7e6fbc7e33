using Reference.Networks;
using Reference.Optimizers;

namespace Reference.Convolutions;

/// <summary>Kernels in files, PyTorch's [O × C × k_h × k_w], and here, [O × k_h·k_w·C] by columns.</summary>
internal static class KernelOrder
{
    /// <summary>For each number of the file its place in W. // [O·C·k_h·k_w]</summary>
    internal static int[] Places(int O, Window window, int C) =>
        [.. from o in Enumerable.Range(0, O)
            from c in Enumerable.Range(0, C)
            from tap in Enumerable.Range(0, window.Height * window.Width)
            select (tap * C + c) * O + o];

    /// <summary>The kernels under PyTorch's name and in its order.</summary>
    internal static StoredTensor Stored(Parameter kernels, int O, Window window, int C) => StoredTensor.Reordered(
        "weight", kernels, [O, C, window.Height, window.Width], Places(O, window, C));
}
