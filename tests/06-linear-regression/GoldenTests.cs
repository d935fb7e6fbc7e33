using MathNet.Numerics.LinearAlgebra;
using Reference.Optimizers;

namespace Reference.LinearModels.Tests;

/// <summary>Fifty steps of Adam on a linear model in float64, against PyTorch.</summary>
public class GoldenTests
{
    private static readonly Golden PyTorch = Golden.Read("06-linear-regression");

    private static Matrix<double> Fill(string name, int rows, int columns) =>
        HashFill.Matrix($"06-linear-regression/{name}", rows, columns);

    private static Matrix<double> X => 2 * Fill("X", 3, 11);

    private static Matrix<double> Y =>
        LinearEquations.Predict(Fill("slopes", 2, 3), Fill("offsets", 2, 1), X) + 0.1 * Fill("scatter", 2, 11);

    // (6.13) (6.18) (6.19) S0-064 S4-083 S4-090: losses and the parameters after fifty steps.
    [Fact]
    public void Fifty_steps_of_Adam_match_PyTorch()
    {
        var model = new LinearRegression(Fill("W", 2, 3), Fill("b", 2, 1));
        IReadOnlyList<double> losses = model.Train(new Adam(model.Parameters, 0.1), X, Y, 50);
        PyTorch.Agrees("adam.losses", [.. losses]);
        PyTorch.Agrees("adam.W", model.Weight.Value);
        PyTorch.Agrees("adam.b", model.Bias.Value);
    }
}
