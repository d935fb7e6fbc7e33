using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using static Reference.Differentiation.NotesExamples;

namespace Reference.Differentiation;

/// <summary>Every number that the notes print on tensors and derivatives, and the values that follow from what they print.</summary>
public static class DifferentiationNumbers
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        new("S0-039", "the first temperature", "55", () => Temperatures[0]),
        new("S0-040", "temperature_tensor[0]", "55", () => Temperatures[0]),
        WorkedNumber.NotRepeatable("S0-042", "seconds for a million sums, lists", "0.1234", "a timing; the experiment `million-sums` takes its own"),
        WorkedNumber.NotRepeatable("S0-042", "seconds for a million sums, tensors", "0.0012", "a timing"),
        WorkedNumber.Agreeing("S0-042", "times faster", "100", () => 0.1234 / 0.0012, 0.03, "the printed times give 102.8"),
        WorkedNumber.Derived("S0-043", "elements of a rank-0 tensor", "1", () => Tensor.Scalar(42).Count),
        WorkedNumber.Derived("S0-043", "its rank", "0", () => Tensor.Scalar(42).Rank),
        new("S0-044", "size of [1, 2, 3, 4]", "4", () => Tensor.Of(1, 2, 3, 4).Shape[0]),
        new("S0-045", "rows of [[1, 2, 3], [4, 5, 6]]", "2", () => TwoByThree().Shape[0]),
        new("S0-045", "its columns", "3", () => TwoByThree().Shape[1]),
        WorkedNumber.Derived("S0-046", "elements of a 3 × 224 × 224 image", "150528", () => TensorShape.Count(3, 224, 224)),
        new("S0-047", "rows after unsqueeze(1)", "5", () => Temperatures.Unsqueeze(1).Shape[0]),
        new("S0-047", "columns after unsqueeze(1)", "1", () => Temperatures.Unsqueeze(1).Shape[1]),
        new("S0-047", "the last row of the column", "75", () => Temperatures.Unsqueeze(1)[4, 0]),
        WorkedNumber.Derived("S0-049", "epsilon of float32", "1.1920929e-7", Precision.Epsilon<float>),
        WorkedNumber.Derived("S0-049", "epsilon of float64", "2.2204460e-16", Precision.Epsilon<double>),
        new("S1-081", "slope of x² at 2", "4", () => ScalarDerivatives.PowerDerivative(2, 2)),
        WorkedNumber.Derived("S1-081", "where its tangent at 2 meets the vertical axis", "-4", () => SquareTangent().Intercept),
        WorkedNumber.Derived("S2-038", "det A of [[1, 3], [2, 4]]", "-2", () => ScalarMatrices.Determinant(MatrixEquations.A.ToArray())),
        WorkedNumber.Derived("S2-038", "A⁻¹, row 1, column 1", "-2", () => Inverse()[0, 0]),
        WorkedNumber.Derived("S2-038", "A⁻¹, row 1, column 2", "1.5", () => Inverse()[0, 1]),
        WorkedNumber.Derived("S2-038", "A⁻¹, row 2, column 1", "1", () => Inverse()[1, 0]),
        WorkedNumber.Derived("S2-038", "A⁻¹, row 2, column 2", "-0.5", () => Inverse()[1, 1]),
        .. Entries("S2-042", "2·[[1, 2], [3, 4]]", ["2", "4", "6", "8"], () => MatrixEquations.Scaled(2, MatrixEquations.Left)),
        .. Entries("S2-043", "[[1, 2], [3, 4]] ∘ [[5, 6], [7, 8]]", ["5", "12", "21", "32"],
            () => MatrixEquations.Hadamard(MatrixEquations.Left, MatrixEquations.Right)),
        new("S2-044", "[1 2] times the column (3, 4)", "11", () => ScalarMatrices.Product(new double[,] { { 1, 2 } }, new double[,] { { 3 }, { 4 } })[0, 0]),
        new("S2-045", "units × growth, row 1, column 1", "200.5", () => Grown()[0, 0]),
        new("S2-045", "units × growth, row 1, column 2", "186", () => Grown()[0, 1]),
        new("S2-045", "units × growth, row 1, column 3", "167", () => Grown()[0, 2]),
        WorkedNumber.Erratum("S2-045", "units × growth, row 2, column 1", "21", () => Grown()[1, 0],
            "187.5", "The second row is left over from the Hadamard example, and the third is missing."),
        WorkedNumber.Erratum("S2-045", "units × growth, row 2, column 2", "32", () => Grown()[1, 1],
            "175.4", "80·1.05 + 70·1.02 + 20·1, as the notes write the sum themselves."),
        WorkedNumber.Derived("S2-045", "units × growth, row 2, column 3", "163", () => Grown()[1, 2]),
        WorkedNumber.Derived("S2-045", "units × growth, row 3, column 1", "210", () => Grown()[2, 0]),
        WorkedNumber.Derived("S2-045", "units × growth, row 3, column 2", "193.8", () => Grown()[2, 1]),
        WorkedNumber.Derived("S2-045", "units × growth, row 3, column 3", "176", () => Grown()[2, 2]),
        new("S2-046", "rank of the scalar 5", "0", () => Tensor.Scalar(5).Rank),
        new("S2-046", "rank of [5, 10, 15]", "1", () => Tensor.Of(5, 10, 15).Rank),
        new("S2-046", "rank of [[1, 2], [3, 4]]", "2", () => Tensor.Of(new double[,] { { 1, 2 }, { 3, 4 } }).Rank),
        new("S2-048", "torch.tensor(9)", "9", () => Tensor.Scalar(9).Item()),
        WorkedNumber.Derived("S2-049", "size of revenue", "3", () => Tensor.Of(100, 23, 45).Shape[0]),
        WorkedNumber.Derived("S2-050", "rows of units", "3", () => UnitTable.Shape[0]),
        WorkedNumber.Derived("S2-050", "columns of units", "2", () => UnitTable.Shape[1]),
        WorkedNumber.Derived("S2-051", "units[2, 1]", "330", () => UnitTable[2, 1]),
        new("S2-051", "units[2, 1] after the assignment, seen in the flat view", "345", () =>
        {
            Tensor units = UnitTable;
            units[2, 1] = 345;
            return units.View(-1)[5];
        }),
        new("S2-055", "slope of x³ at 1", "3", () => ScalarDerivatives.PowerDerivative(1, 3)),
        new("S2-055", "slope of x³ at 2", "12", () => ScalarDerivatives.PowerDerivative(2, 3)),
        new("S2-055", "slope of x³ at 3", "27", () => ScalarDerivatives.PowerDerivative(3, 3)),
        .. CalculusNumbers.All,
        .. TapeNumbers.All,
    ];

    private static Tensor TwoByThree() => Tensor.Of(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });

    private static Tangent SquareTangent() => Tangent.Of(x => x * x, x => ScalarDerivatives.PowerDerivative(x, 2), 2);

    private static double[,] Inverse() => ScalarMatrices.Inverse(MatrixEquations.A.ToArray());

    private static Matrix<double> Grown() => MatrixEquations.Product(MatrixEquations.Units, MatrixEquations.Growth);

    private static IEnumerable<WorkedNumber> Entries(string row, string what, string[] printed, Func<Matrix<double>> computed) =>
        printed.Select((digits, n) => new WorkedNumber(row, $"{what}, row {n / 2 + 1}, column {n % 2 + 1}", digits, () => computed()[n / 2, n % 2]));
}
