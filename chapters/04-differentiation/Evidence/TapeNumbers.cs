using Reference.Book;
using Reference.Verification;
using static Reference.Differentiation.NotesExamples;

namespace Reference.Differentiation;

/// <summary>The numbers of the notes' automatic differentiation.</summary>
internal static class TapeNumbers
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        new("S4-055", "data of x", "2", () => new ScalarTape().Variable(2).Value),
        WorkedNumber.Erratum("S4-055", "grad of x after y.backward(), y = x²", "8", () => SquareGradient(passes: 1),
            "4", "dy/dx = 2x = 4. The 8 is what a second backward pass makes of it, when nothing is zeroed: 4 + 4; and that needs retain_graph."),
        WorkedNumber.Derived("S4-055", "grad of x after two backward passes", "8", () => SquareGradient(passes: 2)),
        new("S4-056", "z(2) of x² + 2x + 1", "9", () => ScalarDerivatives.Polynomial(2)),
        new("S4-056", "dz/dx at 2", "6", () => ScalarDerivatives.PolynomialDerivative(2)),
        WorkedNumber.Erratum("S4-056", "d²z/dx² at 2", "6", () => NumericalDerivative.Second(ScalarDerivatives.Polynomial, 2),
            "2", "6 is the first derivative at 2; the second is 2 everywhere."),
        WorkedNumber.Derived("S4-057", "f = uv + u² at (1, 2)", "3", () => ProductPlusSquare().F),
        WorkedNumber.Derived("S4-057", "∂f/∂u at (1, 2)", "4", () => ProductPlusSquare().U),
        WorkedNumber.Derived("S4-057", "∂f/∂v at (1, 2)", "1", () => ProductPlusSquare().V),
        new("S4-058", "data of y = x² at 2", "4", () => new ScalarTape().Variable(2).Pow(2).Value),
        WorkedNumber.Derived("S4-177", "dot product of [1, 2, 3] and [4, 5, 6]", "32", SessionDot),
        WorkedNumber.Derived("S4-177", "first element of their sum", "5", () => (Tensor.Of(1, 2, 3) + Tensor.Of(4, 5, 6))[0]),
        WorkedNumber.Derived("S4-177", "second element of their sum", "7", () => (Tensor.Of(1, 2, 3) + Tensor.Of(4, 5, 6))[1]),
        WorkedNumber.Derived("S4-177", "last element of their sum", "9", () => (Tensor.Of(1, 2, 3) + Tensor.Of(4, 5, 6))[2]),
    ];
}
