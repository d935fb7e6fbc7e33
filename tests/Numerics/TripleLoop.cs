namespace Reference.Numerics.Tests;

/// <summary>The definition of the product, in the order of the indices.</summary>
internal static class TripleLoop
{
    internal static double[] Multiply(GemmShape shape, double alpha, double[] a, double[] b, double beta, double[] c)
    {
        double[] result = [.. c];
        for (int i = 0; i < shape.M; i++)
        {
            for (int j = 0; j < shape.N; j++)
            {
                double sum = 0;
                for (int p = 0; p < shape.K; p++)
                {
                    double left = shape.TransposeA ? a[i * shape.LeadingA + p] : a[p * shape.LeadingA + i];
                    double right = shape.TransposeB ? b[p * shape.LeadingB + j] : b[j * shape.LeadingB + p];
                    sum += left * right;
                }

                int place = j * shape.LeadingC + i;
                result[place] = alpha * sum + (beta == 0 ? 0 : beta * c[place]);
            }
        }

        return result;
    }
}
