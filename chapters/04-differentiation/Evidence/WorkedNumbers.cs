using Reference.Book;
using Reference.Verification;
using static Reference.Differentiation.NotesExamples;

namespace Reference.Differentiation;

/// <summary>The numbers that the notes print on tensors and derivatives, and a few that follow from them.</summary>
public static class DifferentiationNumbers
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        WorkedNumber.NotRepeatable("S0-042", "seconds for a million sums, lists", "0.1234",
            "a timing; the experiment `million-sums` takes its own"),
        WorkedNumber.NotRepeatable("S0-042", "seconds for a million sums, tensors", "0.0012", "a timing"),
        new("S1-081", "slope of x² at 2", "4", () => ScalarDerivatives.PowerDerivative(2, 2)),
        WorkedNumber.Derived("S2-038", "det A of [[1, 3], [2, 4]]", "-2", () => ScalarMatrices.Determinant(A)),
        .. Entries("S2-042", "2·[[1, 2], [3, 4]]", ["2", "4", "6", "8"], () => ScalarMatrices.Scaled(2, Left)),
        .. Entries("S2-043", "[[1, 2], [3, 4]] ∘ [[5, 6], [7, 8]]", ["5", "12", "21", "32"],
            () => ScalarMatrices.Hadamard(Left, Right)),
        new("S2-044", "[1 2] times the column (3, 4)", "11",
            () => ScalarMatrices.Product(new double[,] { { 1, 2 } }, new double[,] { { 3 }, { 4 } })[0, 0]),
        new("S2-045", "units × growth, row 1, column 1", "200.5", () => Grown()[0, 0]),
        new("S2-045", "units × growth, row 1, column 2", "186", () => Grown()[0, 1]),
        new("S2-045", "units × growth, row 1, column 3", "167", () => Grown()[0, 2]),
        WorkedNumber.Erratum("S2-045", "units × growth, row 2, column 1", "21", () => Grown()[1, 0],
            "187.5", "The second row is left over from the Hadamard example, and the third is missing."),
        WorkedNumber.Erratum("S2-045", "units × growth, row 2, column 2", "32", () => Grown()[1, 1],
            "175.4", "80·1.05 + 70·1.02 + 20·1, as the notes write the sum themselves."),
        new("S2-051", "units[2, 1] after the assignment, read through the flat view", "345", () =>
        {
            Tensor units = Tensor.Of(new double[,] { { 200, 220 }, { 150, 180 }, { 300, 330 } });
            Tensor flat = units.View(-1);
            units[2, 1] = 345;
            return flat[5];
        }),
        new("S2-055", "slope of x³ at 1", "3", () => ScalarDerivatives.PowerDerivative(1, 3)),
        new("S2-055", "slope of x³ at 2", "12", () => ScalarDerivatives.PowerDerivative(2, 3)),
        new("S2-055", "slope of x³ at 3", "27", () => ScalarDerivatives.PowerDerivative(3, 3)),
        WorkedNumber.Derived("S2-057", "smaller eigenvalue of the Hessian of Cost(m, l), 5 − √26", "-0.0990195136",
            () => TwoVariables.CostEigenvalues().Down),
        WorkedNumber.Derived("S2-057", "Cost after 1 step of descent from (1, 1), α = 0.1", "23.0", () =>
            CostAfter(1)),
        WorkedNumber.Derived("S2-057", "Cost after 200 steps", "22.9504995", () => CostAfter(200)),
        WorkedNumber.Erratum("S4-039", "rows of [0 … 6] as a column, view(6, 1)", "6",
            () => Tensor.Of(0, 1, 2, 3, 4, 5, 6).View(-1, 1).Shape[0], "7",
            "0 … 6 are seven numbers; view(6, 1) is an error, view(−1, 1) is right.", ErratumKind.Listing),
        WorkedNumber.Erratum("S4-055", "grad of x = 2 after y.backward(), y = x²", "8",
            () => SquareGradient(passes: 1), "4",
            "dy/dx = 2x = 4. A second backward pass without zeroing adds another 4, and needs retain_graph."),
        WorkedNumber.Derived("S4-055", "grad of x after two backward passes", "8", () => SquareGradient(passes: 2)),
        new("S4-056", "z(2) of x² + 2x + 1", "9", () => ScalarDerivatives.Polynomial(2)),
        new("S4-056", "dz/dx at 2", "6", () => ScalarDerivatives.PolynomialDerivative(2)),
        WorkedNumber.Erratum("S4-056", "d²z/dx² at 2", "6",
            () => NumericalDerivative.Second(ScalarDerivatives.Polynomial, 2),
            "2", "6 is the first derivative at 2, read off the page as the second, which is 2 everywhere.",
            ErratumKind.OurText),
        WorkedNumber.Derived("S4-057", "u.grad of f = uv + u² at (1, 2)", "4",
            () => Partials((u, v) => u * v + u.Pow(2), 1, 2).U),
        WorkedNumber.Derived("S4-057", "v.grad of f = uv + u² at (1, 2)", "1",
            () => Partials((u, v) => u * v + u.Pow(2), 1, 2).V),
        new("S4-058", "data of y = x² at 2", "4", () => new ScalarTape().Variable(2).Pow(2).Value),
        WorkedNumber.Derived("S4-177", "dot product of [1, 2, 3] and [4, 5, 6]", "32", SessionDot),
    ];

    private static double[,] Grown() => ScalarMatrices.Product(Units, Growth);

    private static double CostAfter(int steps)
    {
        (double m, double l) = TwoVariables.Descend(1, 1, 0.1, steps)[^1];
        return TwoVariables.Cost(m, l);
    }

    private static IEnumerable<WorkedNumber> Entries(
        string row, string what, string[] printed, Func<double[,]> computed) =>
        printed.Select((digits, n) => new WorkedNumber(
            row, $"{what}, row {n / 2 + 1}, column {n % 2 + 1}", digits, () => computed()[n / 2, n % 2]));
}
