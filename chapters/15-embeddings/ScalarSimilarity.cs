namespace Reference.Embeddings;

/// <summary>How alike two vectors are. S0-157, S1-189, S2-222, S3-266.</summary>
public static class ScalarSimilarity
{
    /// <summary>a·b, (15.4). // a, b [D]</summary>
    public static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int d = 0; d < a.Length; d++)
        {
            sum += a[d] * b[d]; // (15.4)
        }

        return sum;
    }

    /// <summary>The cosine of the angle between a and b, neither 0, (15.4). // a, b [D]</summary>
    public static double Cosine(double[] a, double[] b) =>
        Dot(a, b) / (Math.Sqrt(Dot(a, a)) * Math.Sqrt(Dot(b, b))); // (15.4)

    /// <summary>|a − b|. // a, b [D]</summary>
    public static double Distance(double[] a, double[] b) => Math.Sqrt(Dot(Minus(a, b), Minus(a, b)));

    /// <summary>a − b. // a, b [D]</summary>
    public static double[] Minus(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x - y)];

    /// <summary>a + b. // a, b [D]</summary>
    public static double[] Plus(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];
}
