namespace Reference.Numerics;

public static partial class Kernels
{
    /// <summary>
    /// ‖x‖ = √Σxᵢ². Where the sum of squares overflows, or underflows and loses digits, every number is divided by the
    /// largest one first: the norm is finite wherever it is a double.
    /// </summary>
    /// <param name="x">[n]</param>
    public static double Norm(ReadOnlySpan<double> x)
    {
        double squares = Dot(x, x);
        if (squares is > 1e-280 and < double.PositiveInfinity)
        {
            return Math.Sqrt(squares);
        }

        double largest = 0;
        foreach (double value in x)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        if (largest == 0 || !double.IsFinite(largest))
        {
            return largest;
        }

        squares = 0;
        foreach (double value in x)
        {
            squares += value / largest * (value / largest);
        }

        return largest * Math.Sqrt(squares);
    }
}
