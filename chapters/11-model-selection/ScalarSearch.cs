namespace Reference.ModelSelection;

/// <summary>The formulas of searches. S2-133, S2-134, S2-138, S3-046.</summary>
public static class ScalarSearch
{
    /// <summary>
    /// The notes' three nested loops, |C_T|·|C_η|·|C_I| runs of a validation loss, and the least of them, (11.1).
    /// S3-046
    /// </summary>
    public static (T Topology, double η, int Start, double Loss, int Runs) Nested<T>(
        T[] C_T, double[] C_η, int[] C_I, Func<T, double, int, double> loss)
    {
        (T Topology, double η, int Start, double Loss, int Runs) best =
            (C_T[0], C_η[0], C_I[0], double.PositiveInfinity, 0);
        foreach (T topology in C_T)
        {
            foreach (double η in C_η)
            {
                foreach (int start in C_I)
                {
                    int runs = best.Runs + 1;
                    double L = loss(topology, η, start);
                    best = L < best.Loss ? (topology, η, start, L, runs) : best with { Runs = runs }; // (11.1)
                }
            }
        }

        return best;
    }

    /// <summary>a (b/a)^u, (11.4): log-uniform in [a, b] for u uniform in [0, 1]. S2-137</summary>
    public static double LogUniform(double a, double b, double u) => a * Math.Pow(b / a, u); // (11.4)

    /// <summary>1 / (x ln(b/a)), (11.4): its density. S2-137</summary>
    public static double LogUniformDensity(double x, double a, double b) => 1 / (x * Math.Log(b / a)); // (11.4)

    /// <summary>1 − (1 − q)ⁿ, (11.5): the chance that the best of n draws lies in the best share q. S2-134</summary>
    public static double ChanceOfBest(double q, int n) => 1 - Math.Pow(1 - q, n); // (11.5)

    /// <summary>The middle value, or the mean of the two in the middle. // values [n ≥ 1]</summary>
    public static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        int n = sorted.Length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /// <summary>min v_t > median of the others at this step, (11.12): a trial to stop. // own [steps], others
    /// [trials]. S2-138</summary>
    public static bool IsUnpromising(double[] own, double[] others) => own.Min() > Median(others); // (11.12)
}
