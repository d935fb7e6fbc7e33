using Reference.Activations;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Descent on the weights of a layer of sigmoid units, as S1 writes it: error terms δ, weight steps Δw. S1-080, S1-088, S1-089.</summary>
public static class ScalarUnit
{
    /// <summary>E = ½ Σμ Σⱼ (yⱼ − σ(Σᵢ wᵢⱼxᵢ))², (5.6), as a function of the weights. S1-080.</summary>
    /// <param name="w">Weights wᵢⱼ. // [inputs × units]</param>
    /// <param name="x">Inputs, a record a column. // [inputs × M]</param>
    /// <param name="y">Targets, a record a column. // [units × M]</param>
    /// <exception cref="ArgumentException">Different sizes, no record, or a number that is not finite.</exception>
    public static double Error(double[,] w, double[,] x, double[,] y)
    {
        Validate(w, x, y);
        double e = 0;
        for (int μ = 0; μ < x.GetLength(1); μ++)
        {
            for (int j = 0; j < y.GetLength(0); j++)
            {
                double r = y[j, μ] - ScalarActivations.Sigmoid(Sum(w, x, j, μ));
                e += 0.5 * r * r; // (5.6)
            }
        }

        return e;
    }

    /// <summary>∂E/∂wᵢⱼ = −Σμ δⱼ xᵢ with δⱼ = (yⱼ − ŷⱼ) σ'(Σᵢ wᵢⱼxᵢ). S1-080.</summary>
    /// <inheritdoc cref="Error"/>
    public static double[,] Gradient(double[,] w, double[,] x, double[,] y)
    {
        Validate(w, x, y);
        var dw = new double[w.GetLength(0), w.GetLength(1)];
        for (int μ = 0; μ < x.GetLength(1); μ++)
        {
            for (int j = 0; j < y.GetLength(0); j++)
            {
                double δ = Delta(Sum(w, x, j, μ), y[j, μ]);
                for (int i = 0; i < w.GetLength(0); i++)
                {
                    dw[i, j] -= δ * x[i, μ]; // (5.6)
                }
            }
        }

        return dw;
    }

    /// <summary>The weights of one unit after an epoch that averages the steps of all records: Δwᵢ += δxᵢ, then wᵢ += ηΔwᵢ/m, (5.7). S1-088.</summary>
    /// <param name="w">Weights. // [inputs]</param>
    /// <param name="x">Inputs, a record a column. // [inputs × m]</param>
    /// <param name="y">Targets. // [m]</param>
    /// <param name="η">Learning rate ≥ 0.</param>
    /// <exception cref="ArgumentException">Different sizes, no record, or a number that is not finite.</exception>
    public static double[] BatchEpoch(double[] w, double[,] x, double[] y, double η)
    {
        Validate(Column(w), x, Row(y));
        RequireRate.Learning(η);
        int m = y.Length;
        var Δw = new double[w.Length];
        for (int μ = 0; μ < m; μ++)
        {
            double δ = Delta(Sum(Column(w), x, 0, μ), y[μ]); // (5.7)
            for (int i = 0; i < w.Length; i++)
            {
                Δw[i] += δ * x[i, μ]; // (5.7)
            }
        }

        return [.. w.Zip(Δw, (wᵢ, Δwᵢ) => wᵢ + η * Δwᵢ / m)]; // (5.7)
    }

    /// <summary>The weights of one unit after an epoch that moves after every record: wᵢ += ηδxᵢ, (5.8). S1-089.</summary>
    /// <inheritdoc cref="BatchEpoch"/>
    public static double[] OnlineEpoch(double[] w, double[,] x, double[] y, double η)
    {
        Validate(Column(w), x, Row(y));
        RequireRate.Learning(η);
        double[] now = [.. w];
        for (int μ = 0; μ < y.Length; μ++)
        {
            double δ = Delta(Sum(Column(now), x, 0, μ), y[μ]);
            for (int i = 0; i < now.Length; i++)
            {
                now[i] += η * δ * x[i, μ]; // (5.8)
            }
        }

        return now;
    }

    private static double Delta(double sum, double y) => (y - ScalarActivations.Sigmoid(sum)) * ScalarActivations.SigmoidDerivative(sum);

    private static double Sum(double[,] w, double[,] x, int j, int μ)
    {
        double sum = 0;
        for (int i = 0; i < w.GetLength(0); i++)
        {
            sum += w[i, j] * x[i, μ];
        }

        return sum;
    }

    private static double[,] Column(double[] w)
    {
        var column = new double[w.Length, 1];
        Buffer.BlockCopy(w, 0, column, 0, sizeof(double) * w.Length);
        return column;
    }

    private static double[,] Row(double[] y)
    {
        var row = new double[1, y.Length];
        Buffer.BlockCopy(y, 0, row, 0, sizeof(double) * y.Length);
        return row;
    }

    private static void Validate(double[,] w, double[,] x, double[,] y)
    {
        Require.NotEmpty(x.Length, nameof(x));
        Require.SameLength(w.GetLength(0), "rows of w", x.GetLength(0), "rows of x");
        Require.SameLength(w.GetLength(1), "columns of w", y.GetLength(0), "rows of y");
        Require.SameLength(x.GetLength(1), "columns of x", y.GetLength(1), "columns of y");
        Require.Finite(w);
        Require.Finite(x);
        Require.Finite(y);
    }
}
