using Reference.Book;
using static Reference.Differentiation.NotesExamples;

namespace Reference.Differentiation;

/// <summary>The numbers of the cost that is a saddle, of (3x + 2)⁴, and of S3's and S4's tensors.</summary>
internal static class CalculusNumbers
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        WorkedNumber.Derived("S2-057", "C(1, 1)", "33", () => SaddleCost.Value(1, 1)),
        WorkedNumber.Derived("S2-057", "∂C/∂m at (1, 1)", "11", () => SaddleCost.Gradient(1, 1).M),
        WorkedNumber.Derived("S2-057", "∂C/∂l at (1, 1)", "9", () => SaddleCost.Gradient(1, 1).L),
        WorkedNumber.Derived("S2-057", "C(1, 2)", "44", () => SaddleCost.Value(1, 2)),
        WorkedNumber.Derived("S2-057", "∂C/∂m at (1, 2)", "16", () => SaddleCost.Gradient(1, 2).M),
        WorkedNumber.Derived("S2-057", "∂C/∂l at (1, 2)", "13", () => SaddleCost.Gradient(1, 2).L),
        WorkedNumber.Derived("S2-057", "C(0, 0), where the gradient is 0", "23", () => SaddleCost.Value(0, 0)),
        WorkedNumber.Derived("S2-057", "determinant of the Hessian", "-1", () => ScalarMatrices.Determinant(SaddleCost.Hessian.ToArray())),
        WorkedNumber.Derived("S2-057", "curvature up, 5 + √26", "10.0990195136", () => SaddleCost.Eigenvalues().Up),
        WorkedNumber.Derived("S2-057", "curvature down, 5 − √26", "-0.0990195136", () => SaddleCost.Eigenvalues().Down),
        WorkedNumber.Derived("S2-057", "C after 1 step of 0.1 from (1, 1)", "23.0", () => CostAfter(1)),
        WorkedNumber.Derived("S2-057", "C after 2 steps", "22.999", () => CostAfter(2)),
        WorkedNumber.Derived("S2-057", "C after 3 steps", "22.99898", () => CostAfter(3)),
        WorkedNumber.Derived("S2-057", "m after 200 steps", "-0.6339295", () => Descent(200).M),
        WorkedNumber.Derived("S2-057", "l after 200 steps", "0.7732697", () => Descent(200).L),
        WorkedNumber.Derived("S2-057", "C after 200 steps: below 23, and still falling", "22.9504995", () => CostAfter(200)),
        .. new[] { (0, "16", "96"), (1, "625", "1500"), (2, "4096", "6144"), (-1, "1", "-12") }.SelectMany(p => new[]
        {
            WorkedNumber.Derived("S2-059", $"(3x + 2)⁴ at {p.Item1}", p.Item2, () => FourthPower(p.Item1).Y),
            WorkedNumber.Derived("S2-059", $"its slope at {p.Item1}, from the tape", p.Item3, () => FourthPower(p.Item1).Slope),
        }),
        new("S3-011", "rank of a scalar", "0", () => Tensor.Scalar(1).Rank),
        new("S3-011", "rank of a vector", "1", () => Tensor.Ones(2).Rank),
        new("S3-011", "rank of a matrix", "2", () => Tensor.Ones(2, 3).Rank),
        new("S3-011", "rank of a 3-D array", "3", () => Tensor.Ones(2, 3, 4).Rank),
        WorkedNumber.Derived("S4-038", "size of [0, 1, 2, 3, 4]", "5", () => Tensor.Of(0, 1, 2, 3, 4).Shape[0]),
        WorkedNumber.Derived("S4-038", "its number of dimensions", "1", () => Tensor.Of(0, 1, 2, 3, 4).Rank),
        WorkedNumber.Erratum("S4-039", "rows of [0 … 6] as a column", "6", () => Tensor.Of(0, 1, 2, 3, 4, 5, 6).View(-1, 1).Shape[0],
            "7", "0 … 6 are seven numbers; view(6, 1) is an error, view(−1, 1) is right."),
        new("S4-041", "torch_x[0] after [0] = 2", "2", () => ZeroToFive(x => x[0] = 2)[0]),
        new("S4-041", "the last element, unchanged", "5", () => ZeroToFive(x => x[0] = 2)[5]),
        WorkedNumber.Derived("S4-042", "elements of torch_x[3:5]", "2", () => Tensor.Of(0, 1, 2, 3, 4, 5).Slice(0, 3, 5).Count),
        WorkedNumber.Derived("S4-042", "torch_x[5] after [3:6] = [6, 8, 10]", "10", () => ZeroToFive(x => x.Slice(0, 3, 6).Assign(Tensor.Of(6, 8, 10)))[5]),
    ];

    private static (double M, double L) Descent(int steps) => SaddleCost.Descend(1, 1, 0.1, steps)[^1];

    private static double CostAfter(int steps) => SaddleCost.Value(Descent(steps).M, Descent(steps).L);
}
