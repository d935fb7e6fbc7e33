using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Losses;

/// <summary>Gradients of the regression losses, and what each of them is minimal at.</summary>
internal static class RegressionDerivations
{
    public static IEnumerable<Derivation> All => [SquaredGradient(), HalfMean(), SmoothAndHuber(), MeanIsBest(), Line()];

    private static (double[] Ŷ, double[] Y) Pair(RandomStream random)
    {
        int count = 2 + random.Below(5);
        return (random.Normals(count), random.Normals(count));
    }

    private static Derivation SquaredGradient() => new Derivation<(double[] Ŷ, double[] Y)>(
        "squared-gradient", "The gradient of the mean squared error", "S0-032 S1-077 S2-109 S3-034",
        Pair)
        .Start(@"\frac{\partial}{\partial \hat y_i}\, \frac{1}{n} \sum_{k=1}^{n} (y_k - \hat y_k)^2",
            s => NumericalDerivative.Gradient(ŷ => ScalarSquaredError.Mean(ŷ, s.Y), s.Ŷ))
        .Numerically(@"-\frac{2}{n} (y_i - \hat y_i)", s => [.. s.Ŷ.Zip(s.Y, (ŷ, y) => -2.0 / s.Y.Length * (y - ŷ))], "only the term k = i depends on it")
        .Equal(@"\frac{2}{n} (\hat y_i - y_i)", s => ScalarSquaredError.MeanGradient(s.Ŷ, s.Y));

    private static Derivation HalfMean() => new Derivation<(double[] Ŷ, double[] Y)>(
        "half-mean", "What the factor ½ is for", "S1-087 S1-086 S1-079 S2-077 S3-203",
        Pair)
        .Start(@"\frac{1}{m} \sum_{\mu=1}^{m} \tfrac12 (y^\mu - \hat y^\mu)^2", s => s.Ŷ.Zip(s.Y, (ŷ, y) => ScalarSquaredError.HalfSum([ŷ], [y])).Average())
        .Printed("S1-087", @"1/2\,m \sum (y - \hat y)^2", s => 0.5 * s.Y.Length * ScalarSquaredError.Sum(s.Ŷ, s.Y),
            "Printed on one line, 1/2m reads as half of m, which would multiply by the number of records instead of dividing by it.")
        .Equal(@"\frac{1}{2m} \sum_{\mu=1}^{m} (y^\mu - \hat y^\mu)^2", s => ScalarSquaredError.HalfMean(s.Ŷ, s.Y))
        .Equal(@"\frac{1}{m} E,\quad E = \tfrac12 \sum_\mu (y^\mu - \hat y^\mu)^2", s => ScalarSquaredError.HalfSum(s.Ŷ, s.Y) / s.Y.Length)
        .Equal(@"\tfrac12 \mathrm{MSE}", s => ScalarSquaredError.Mean(s.Ŷ, s.Y) / 2)
        .Equal(@"\tfrac12 \sum_\mu (\hat y^\mu - y^\mu)\, \frac{\partial \mathcal{L}}{\partial \hat y^\mu}",
            s => 0.5 * s.Ŷ.Zip(s.Y, (ŷ, y) => ŷ - y).Zip(ScalarSquaredError.HalfMeanGradient(s.Ŷ, s.Y), (r, d) => r * d).Sum(),
            "the slope is (ŷ − y)/m, with no factor 2 left");

    private static Derivation SmoothAndHuber() => new Derivation<(double R, double β)>(
        "smooth-and-huber", "Smooth L1 is Huber's loss, scaled", "S3-036 S3-037",
        random => (random.Normal(0, 2), random.Uniform(0.2, 2)))
        .Start(@"\mathrm{SmoothL1}_\beta(r)", s => ScalarAbsoluteError.SmoothL1([s.R], [0], s.β))
        .Equal(@"\begin{cases} r^2 / 2\beta & |r| < \beta \\ |r| - \beta / 2 & |r| \ge \beta \end{cases}",
            s => Math.Abs(s.R) < s.β ? s.R * s.R / (2 * s.β) : Math.Abs(s.R) - s.β / 2)
        .Equal(@"\frac{1}{\beta} \begin{cases} \tfrac12 r^2 & |r| \le \beta \\ \beta (|r| - \tfrac12 \beta) & |r| > \beta \end{cases}",
            s => (Math.Abs(s.R) <= s.β ? 0.5 * s.R * s.R : s.β * (Math.Abs(s.R) - 0.5 * s.β)) / s.β)
        .Equal(@"\frac{1}{\beta}\, \mathrm{Huber}_\beta(r)", s => ScalarAbsoluteError.Huber([s.R], [0], s.β) / s.β);

    private static Derivation MeanIsBest() => new Derivation<(double C, double[] Y)>(
        "mean-is-best", "The mean is the best constant for squared error", "S3-035 S1-078",
        random => (random.Normal(), random.Normals(3 + random.Below(6))))
        .Start(@"\frac{1}{n} \sum_i (y_i - c)^2", s => ScalarSquaredError.Mean([.. s.Y.Select(_ => s.C)], s.Y))
        .Equal(@"\frac{1}{n} \sum_i \big( (y_i - \bar y) + (\bar y - c) \big)^2", s => s.Y.Average(y => Math.Pow(y - s.Y.Average() + (s.Y.Average() - s.C), 2)))
        .Equal(@"\frac{1}{n} \sum_i (y_i - \bar y)^2 + (\bar y - c)^2",
            s => ScalarSquaredError.Mean([.. s.Y.Select(_ => Centre.OfSquares(s.Y))], s.Y) + Math.Pow(Centre.OfSquares(s.Y) - s.C, 2),
            "the mixed term sums to 0, so c = mean is best");

    private static Derivation Line() => new Derivation<(LineCost Cost, double W, double B, double[] X, double[] Z)>(
        "line-cost", "Both derivatives of a line's squared error", "S4-013",
        random =>
        {
            (double[] x, double[] z) = (random.Normals(5), random.Normals(5));
            return (new LineCost(x, z), random.Normal(), random.Normal(), x, z);
        })
        .Start(@"\Big( \frac{\partial S}{\partial w}, \frac{\partial S}{\partial b} \Big),\quad S = \sum_{i=1}^{m} (z_i - w x_i - b)^2",
            s => NumericalDerivative.Gradient(θ => s.Cost.Value(θ[0], θ[1]), [s.W, s.B]))
        .Numerically(@"\Big( {-2} \sum_i (z_i - w x_i - b)\, x_i,\ {-2} \sum_i (z_i - w x_i - b) \Big)",
            s => [-2 * s.X.Zip(s.Z, (x, z) => (z - s.W * x - s.B) * x).Sum(), -2 * s.X.Zip(s.Z, (x, z) => z - s.W * x - s.B).Sum()],
            "the chain rule")
        .Equal(@"\nabla S", s =>
        {
            (double dw, double db) = s.Cost.Gradient(s.W, s.B);
            return [dw, db];
        });
}
