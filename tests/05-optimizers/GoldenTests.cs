using MathNet.Numerics.LinearAlgebra;

namespace Reference.Optimizers.Tests;

/// <summary>Twenty steps of every rule, schedules and clipping against PyTorch in float64.</summary>
public class GoldenTests
{
    private static readonly Golden PyTorch = Golden.Read("05-optimizers");

    public static TheoryData<string> Names => ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"];

    private static IOptimizer Create(string name, IReadOnlyList<Parameter> parameters) => name switch
    {
        "sgd" => new GradientDescent(parameters, 1e-3),
        "momentum" => new Momentum(parameters, 1e-3, 0.9),
        "nesterov" => new Momentum(parameters, 1e-3, 0.9, nesterov: true),
        "adagrad" => new AdaGrad(parameters, 0.1),
        "rmsprop" => new RmsProp(parameters),
        "adam" => new Adam(parameters, 0.1),
        _ => new AdamW(parameters, 0.1, 0.05),
    };

    private static Matrix<double> Fill(string name, int rows, int columns) =>
        HashFill.Matrix($"05-optimizers/{name}", rows, columns);

    // (5.1) (5.21) (5.24) (5.25) (5.28) (5.29) (5.30) S3-061 S4-082 S4-156 S1-283 S0-035: gradients c∘w.
    [Theory]
    [MemberData(nameof(Names))]
    public void Twenty_steps_on_a_quadratic_match_PyTorch(string name)
    {
        Parameter W = new("W", Fill("W", 3, 5)), b = new("b", Fill("b", 3, 1));
        Matrix<double> cW = 2.5 + 2 * Fill("curvature W", 3, 5), cb = 2.5 + 2 * Fill("curvature b", 3, 1);
        IOptimizer optimizer = Create(name, [W, b]);
        for (int t = 0; t < 20; t++)
        {
            optimizer.ZeroGradients();
            W.Accumulate(cW.PointwiseMultiply(W.Value));
            b.Accumulate(cb.PointwiseMultiply(b.Value));
            optimizer.Step();
        }

        PyTorch.Agrees($"{name}.quadratic.W", W.Value);
        PyTorch.Agrees($"{name}.quadratic.b", b.Value);
    }

    // (5.1) (5.21) (5.24) (5.25) (5.28) (5.29) (5.30): every point of the path.
    [Theory]
    [MemberData(nameof(Names))]
    public void Twenty_steps_in_Rosenbrocks_valley_match_PyTorch(string name)
    {
        double[][] path = Descent.Path(new Rosenbrock(), [-1.2, 1], p => Create(name, p), 20);
        PyTorch.Agrees($"{name}.rosenbrock", Matrix<double>.Build.DenseOfColumnArrays(path[1..]));
    }

    // (5.14) (5.15) (5.16) S1-145: StepLR, ExponentialLR, CosineAnnealingLR, and a warm-up by LambdaLR.
    [Fact]
    public void Schedules_match_PyTorch()
    {
        int[] t = [.. Enumerable.Range(0, 25)];
        PyTorch.Agrees("schedule.step", [.. t.Select(e => Schedule.Step(0.3, 0.5, 7, e))]);
        PyTorch.Agrees("schedule.exponential", [.. t.Select(e => Schedule.Exponential(0.3, 0.9, e))]);
        PyTorch.Agrees("schedule.cosine", [.. t.Select(e => Schedule.Cosine(0.3, 0.01, 25, e))]);
        PyTorch.Agrees("schedule.warm_up", [.. t.Select(e => Schedule.WarmUp(0.3, 5, e))]);
    }

    // (5.31) (5.32): PyTorch divides by ‖g‖ + 10⁻⁶, we by ‖g‖.
    [Fact]
    public void Clipping_matches_PyTorch()
    {
        (Parameter W, Parameter b) = Gradients();
        double norm = Clipping.ByNorm([W, b], 1.5);
        PyTorch.Agrees("clip.total", norm);
        double theirs = norm / (norm + 1e-6);
        PyTorch.Agrees("clip.norm.dW", W.Gradient * theirs);
        PyTorch.Agrees("clip.norm.db", b.Gradient * theirs);

        (W, b) = Gradients();
        Clipping.ByValue([W, b], 1.5);
        PyTorch.Agrees("clip.value.dW", W.Gradient);
        PyTorch.Agrees("clip.value.db", b.Gradient);
    }

    private static (Parameter W, Parameter B) Gradients()
    {
        Parameter W = new("W", Matrix<double>.Build.Dense(3, 5)), b = new("b", Matrix<double>.Build.Dense(3, 1));
        W.Accumulate(4 * Fill("dW", 3, 5));
        b.Accumulate(4 * Fill("db", 3, 1));
        return (W, b);
    }
}
