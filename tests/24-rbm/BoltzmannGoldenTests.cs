using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.BoltzmannMachines.Tests;

/// <summary>Free energies and the step of contrastive divergence against PyTorch's autograd in float64.</summary>
public class BoltzmannGoldenTests
{
    private const int D = 6, H = 4, N = 5;
    private static readonly Golden PyTorch = Golden.Read("24-rbm");

    private static Matrix<double> Fill(string name, int rows, int columns) =>
        HashFill.Matrix($"24-rbm/{name}", rows, columns);

    private static void Take(Rbm machine)
    {
        foreach ((Parameter parameter, string name) in machine.Parameters.Zip(["w", "b", "c"]))
        {
            (3 * Fill(name, parameter.Value.RowCount, parameter.Value.ColumnCount)).CopyTo(parameter.Value);
        }
    }

    // (24.5) (24.10) (24.12) S4-195 S4-197: the step is minus the gradient of the mean of F(v₀) − F(vₖ).
    [Fact]
    public void Free_energies_and_the_step_match_PyTorch()
    {
        var random = new RandomStream(1);
        var machine = new BernoulliRbm(D, H, random);
        var real = new GaussianRbm(D, H, random);
        Take(machine);
        Take(real);
        Matrix<double> V0 = Fill("v0", D, N).Map(x => x > 0 ? 1.0 : 0),
            Vk = Fill("vk", D, N).Map(x => x > 0 ? 1.0 : 0);
        PyTorch.Agrees("binary", Matrix<double>.Build.DenseOfRowArrays(machine.FreeEnergies(V0.View())));
        PyTorch.Agrees("real", Matrix<double>.Build.DenseOfRowArrays(real.FreeEnergies((2 * Fill("x", D, N)).View())));
        (Matrix<double> dW, Matrix<double> db, Matrix<double> dc) =
            RbmEquations.ContrastiveDivergence(machine.Features(V0), V0, machine.Features(Vk), Vk);
        PyTorch.Agrees("dw", -dW);
        PyTorch.Agrees("db", -db);
        PyTorch.Agrees("dc", -dc);
    }
}
