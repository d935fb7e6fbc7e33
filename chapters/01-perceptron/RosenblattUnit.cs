namespace Reference.Perceptrons;

/// <summary>Rosenblatt's unit as S3 prints it: outputs −1 and +1, and a bias that is subtracted.
/// S3-015…S3-018.</summary>
public static class RosenblattUnit
{
    /// <summary>The sign with two values, (1.4), S3-018. The notes leave sign(0) open; here it is −1.</summary>
    public static int Sign(double a) => a > 0 ? 1 : -1;

    /// <summary>The output h(x | w, b) = sign(Σᵢ wᵢxᵢ − b), i from 1, (1.4), S3-015, with a threshold b that is
    /// subtracted; 0 where a unit has none, S3-017. // w, x [D]</summary>
    /// <exception cref="ArgumentException">Different lengths.</exception>
    public static int Output(double[] w, double b, double[] x) => Sign(ScalarPerceptron.Score(w, -b, x)); // (1.4)

    /// <summary>The same with the bias absorbed: sign(Σᵢ wᵢxᵢ), i from 0, with x₀ = 1 and w₀ = −b, (1.4), S3-015.
    /// // w, x [D + 1]</summary>
    /// <exception cref="ArgumentException">Different lengths.</exception>
    public static int AugmentedOutput(double[] w, double[] x) => Sign(ScalarPerceptron.Score(w, 0, x)); // (1.4)

    /// <summary>The learning rule for labels y of −1 and +1, (1.7), S3-016, with the rate η: a step after a mistake,
    /// nothing otherwise. // w, x [D]</summary>
    public static (double[] W, double B) Update(double[] w, double b, double[] x, int y, double η)
    {
        if (Output(w, b, x) == y)
        {
            return (w, b);
        }

        var moved = new double[w.Length];
        for (int i = 0; i < w.Length; i++)
        {
            moved[i] = w[i] + η * y * x[i]; // (1.7)
        }

        return (moved, b - η * y); // (1.7): the bias is subtracted, so it moves the other way
    }
}
