using Reference.Activations;
using Reference.Perceptrons;

namespace Reference.Backpropagation;

/// <summary>The values of a forward pass, which the backward pass needs: z⁽ˡ⁾ and a⁽ˡ⁾ of layer l at index l; at index
/// 0 Z is empty and A holds the input.</summary>
public sealed record ScalarPass(IReadOnlyList<double[]> Z, IReadOnlyList<double[]> A)
{
    /// <summary>The prediction ŷ = a⁽ᴸ⁾. // [n_L]</summary>
    public double[] Output => A[^1];
}

/// <summary>The forward pass in loops, without any library. S0-004, S0-030, S2-001, S2-011, S4-001.</summary>
public static class ScalarNetwork
{
    /// <summary>One neuron, z = Σᵢ wᵢxᵢ + b and a = f(z), (8.1). // w, x [n]. S0-005, S2-070, S4-001.</summary>
    /// <exception cref="ArgumentException">Different lengths.</exception>
    public static (double Z, double A) Neuron(double[] w, double b, Activation f, double[] x)
    {
        double z = ScalarPerceptron.Score(w, b, x); // (8.1)
        return (z, f.Value(z)); // (8.1)
    }

    /// <summary>The forward pass a⁽⁰⁾ = x, a⁽ˡ⁾ = f(W⁽ˡ⁾a⁽ˡ⁻¹⁾ + b⁽ˡ⁾), (8.2), first layer first. // x [n₀]. S0-004,
    /// S0-030, S2-011.</summary>
    /// <exception cref="ArgumentException">A layer with another number of weights per unit than inputs.</exception>
    public static ScalarPass Forward(IReadOnlyList<ScalarLayer> layers, double[] x)
    {
        List<double[]> Z = [[]], A = [x];
        foreach (ScalarLayer layer in layers)
        {
            var (z, a) = (new double[layer.Units], new double[layer.Units]);
            for (int j = 0; j < layer.Units; j++)
            {
                double[] w = [.. Enumerable.Range(0, layer.Inputs).Select(i => layer.W[j, i])];
                (z[j], a[j]) = Neuron(w, layer.B[j], layer.F, A[^1]); // (8.2)
            }

            Z.Add(z);
            A.Add(a);
        }

        return new(Z, A);
    }
}
