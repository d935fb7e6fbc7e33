using MathNet.Numerics.LinearAlgebra;

namespace Reference.Perceptrons;

/// <summary>Networks of two and more layers. S1-065, S1-066, S1-069, S3-029.</summary>
public static class Feedforward
{
    /// <summary>Two linear models joined into a non-linear one with the weights v₁, v₂ and the bias c, (1.11), S1-065:
    /// ŷ = σ(v₁σ(w₁·x + b₁) + v₂σ(w₂·x + b₂) + c).</summary>
    public static double Combine(LogicGate m1, LogicGate m2, double v1, double v2, double c, double[] x) =>
        LogicGate.g(v1 * m1.Output(x) + v2 * m2.Output(x) + c); // (1.11)

    /// <summary>The feedforward pass ŷ = σ(W⁽²⁾ σ(W⁽¹⁾x + b⁽¹⁾) + b⁽²⁾), (1.12), S1-069, S2-026, first layer first.
    /// // W [out × in], b [out], x [in]</summary>
    public static Vector<double> Pass(
        IReadOnlyList<(Matrix<double> W, Vector<double> B)> layers, Func<double, double> σ, Vector<double> x)
    {
        foreach ((Matrix<double> W, Vector<double> b) in layers)
        {
            x = (W * x + b).Map(σ); // (1.12)
        }

        return x;
    }

    /// <summary>Two linear layers are one, (1.13), S3-029: W₂(W₁x + b₁) + b₂ = (W₂W₁)x + (W₂b₁ + b₂).</summary>
    public static (Matrix<double> W, Vector<double> B) Collapse(
        (Matrix<double> W, Vector<double> B) first, (Matrix<double> W, Vector<double> B) second) =>
        (second.W * first.W, second.W * first.B + second.B); // (1.13)

    /// <summary>The number of weights and biases of a fully connected network of layers of these sizes, inputs first,
    /// Σ (n_in·n_out + n_out), (1.14), S1-066.</summary>
    /// <exception cref="ArgumentException">Fewer than two layers, or an empty one.</exception>
    public static long ParameterCount(params int[] sizes)
    {
        if (sizes.Length < 2 || sizes.Any(size => size < 1))
        {
            throw new ArgumentException(
                $"Expected at least two layers of at least one unit; got [{string.Join(", ", sizes)}].",
                    nameof(sizes));
        }

        return sizes.Zip(sizes.Skip(1), (nIn, nOut) => (long)nIn * nOut + nOut).Sum(); // (1.14)
    }
}
