namespace Reference.Convolutions;

/// <summary>How much of the image a number of a deep map depends on. S3-118.</summary>
public static class ScalarReceptiveField
{
    /// <summary>(12.12) r = 1 + Σ_l (k_l − 1) Π_{m&lt;l} s_m pixels a side. // kernels [L], strides [L]</summary>
    public static int Of(int[] kernels, int[] strides)
    {
        (int r, int step) = (1, 1);
        for (int l = 0; l < kernels.Length; l++)
        {
            r += (kernels[l] - 1) * step; // (12.12)
            step *= strides[l];
        }

        return r;
    }
}
