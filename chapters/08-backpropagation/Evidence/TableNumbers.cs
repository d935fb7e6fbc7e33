using Reference.Book;

namespace Reference.Backpropagation;

/// <summary>The numbers of S3's toy table, of one step on it, and of its house table.</summary>
internal static class TableNumbers
{
    public static IEnumerable<WorkedNumber> All =>
    [
        .. Enumerable.Range(0, 10).SelectMany(n => new[]
        {
            new WorkedNumber("S3-198", $"x₁ of row {n + 1}", $"{n + 1}", () => ToyTable.X[0, n]),
            new WorkedNumber("S3-198", $"x₂ of row {n + 1}", $"{n + 2}", () => ToyTable.X[1, n]),
            new WorkedNumber("S3-198", $"y of row {n + 1}", n < 5 ? "0" : "1", () => ToyTable.Y[0, n]),
        }),
        WorkedNumber.Derived("S3-198", "mean of x₁", "5.5", () => ToyTable.Moments(0).Mean),
        WorkedNumber.Derived("S3-198", "deviation of x₁", "2.8722813", () => ToyTable.Moments(0).Deviation),
        WorkedNumber.Derived("S3-198", "mean of x₂", "6.5", () => ToyTable.Moments(1).Mean),
        WorkedNumber.Derived("S3-198", "correlation of x₁ and x₂", "1", () => ToyTable.Correlation),
        WorkedNumber.Derived("S3-198", "slope of the line of least squares", "0.1515151515", () => ToyTable.LeastSquares.Slope),
        WorkedNumber.Derived("S3-198", "its intercept", "-0.3333333333", () => ToyTable.LeastSquares.Intercept),
        WorkedNumber.Derived("S3-199", "½SE at zero weights", "0.125", () => Loss(OutputLoss.HalfSquared, ToyTable.ZeroUnit)),
        WorkedNumber.Derived("S3-199", "∂L/∂w₁ at zero", "-0.3125", () => Gradient(OutputLoss.HalfSquared).dW[0, 0]),
        WorkedNumber.Derived("S3-199", "∂L/∂w₂ at zero", "-0.3125", () => Gradient(OutputLoss.HalfSquared).dW[0, 1]),
        WorkedNumber.Derived("S3-199", "∂L/∂b at zero", "0", () => Gradient(OutputLoss.HalfSquared).dB[0]),
        WorkedNumber.Derived("S3-199", "w₁ after one step of η = 1", "0.3125", () => ToyTable.OneStep(OutputLoss.HalfSquared, ToyTable.X, 1)[0].W[0, 0]),
        WorkedNumber.Derived("S3-199", "w₂ after it", "0.3125", () => ToyTable.OneStep(OutputLoss.HalfSquared, ToyTable.X, 1)[0].W[0, 1]),
        WorkedNumber.Derived("S3-199", "½SE after it: it rose", "0.1918619418",
            () => Loss(OutputLoss.HalfSquared, ToyTable.OneStep(OutputLoss.HalfSquared, ToyTable.X, 1))),
        WorkedNumber.Derived("S3-199", "cross-entropy at zero weights", "0.6931471806", () => Loss(OutputLoss.BinaryCrossEntropy, ToyTable.ZeroUnit)),
        WorkedNumber.Derived("S3-199", "its ∂L/∂w₁ at zero", "-1.25", () => Gradient(OutputLoss.BinaryCrossEntropy).dW[0, 0]),
        WorkedNumber.Derived("S3-199", "its ∂L/∂w₂ at zero", "-1.25", () => Gradient(OutputLoss.BinaryCrossEntropy).dW[0, 1]),
        WorkedNumber.Derived("S3-199", "its ∂L/∂b at zero", "0", () => Gradient(OutputLoss.BinaryCrossEntropy).dB[0]),
        WorkedNumber.Derived("S3-219", "condition 7 of 1 … 10, as one input", "0.6667", () => CategoryFeatures.Ordered([7], 1, 10)[0, 0]),
        WorkedNumber.Derived("S3-219", "how far conditions 1 and 10 are apart", "1", () => Apart(CategoryFeatures.Ordered([1, 10], 1, 10))),
        WorkedNumber.Derived("S3-219", "how far colours 1 and 3 are apart, one input each", "1.4142", () => Apart(CategoryFeatures.Unordered([1, 3], 3))),
        WorkedNumber.Derived("S3-219", "colours 2 and 3: no nearer", "1.4142", () => Apart(CategoryFeatures.Unordered([2, 3], 3))),
    ];

    // The distance of the first two columns.
    private static double Apart(double[,] x) => Math.Sqrt(Enumerable.Range(0, x.GetLength(0)).Sum(i => (x[i, 0] - x[i, 1]) * (x[i, 0] - x[i, 1])));

    private static double Loss(OutputLoss loss, IReadOnlyList<ScalarLayer> unit) => loss.Mean(unit, ToyTable.X, ToyTable.Y);

    private static ScalarGradient Gradient(OutputLoss loss) => loss.MeanGradient(ToyTable.ZeroUnit, ToyTable.X, ToyTable.Y)[0];
}
