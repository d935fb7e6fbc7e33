namespace Reference.LinearModels;

/// <summary>Linear regression with several features and outputs, index by index: W [K × D], b [K], samples X [D × N]
/// as columns, targets Y and predictions Ŷ [K × N]. Not one weight for each feature is an
/// <see cref="ArgumentException"/>. S2-093, S4-088, S4-089, S4-090.</summary>
public static class ScalarLinear
{
    /// <summary>ŷ = Σ_d w_d x_d + b, (6.17), S4-088: the dot product w·x, and the bias. // w and x: [D]</summary>
    public static double Predict(double[] w, double b, double[] x) =>
        Perceptrons.ScalarPerceptron.Score(w, b, x); // (6.17)

    /// <summary>ŷ_k = Σ_d W_kd x_d + b_k for every sample, (6.18), S4-089, S4-090: an output is a row of W.</summary>
    public static double[,] Predict(double[,] W, double[] b, double[,] X)
    {
        Numerics.Require.SameLength(W.GetLength(1), "columns of W", X.GetLength(0), "rows of X");
        (int K, int D, int N) = (W.GetLength(0), X.GetLength(0), X.GetLength(1));
        var Ŷ = new double[K, N];
        for (int n = 0; n < N; n++)
        {
            for (int k = 0; k < K; k++)
            {
                Ŷ[k, n] = b[k];
                for (int d = 0; d < D; d++)
                {
                    Ŷ[k, n] += W[k, d] * X[d, n]; // (6.18)
                }
            }
        }

        return Ŷ;
    }

    /// <summary>L = (1/KN) Σ_n Σ_k (ŷ_k − y_k)², ∂L/∂W_kd = (2/KN) Σ_n (ŷ_k − y_k) x_d and ∂L/∂b_k = (2/KN) Σ_n (ŷ_k −
    /// y_k), (6.19), S2-093.</summary>
    public static (double Loss, double[,] DW, double[] DB) LossAndGradient(
        double[,] W, double[] b, double[,] X, double[,] Y)
    {
        double[,] Ŷ = Predict(W, b, X);
        (int K, int D, int N) = (W.GetLength(0), W.GetLength(1), X.GetLength(1));
        (double loss, var dW, var db) = (0.0, new double[K, D], new double[K]);
        for (int n = 0; n < N; n++)
        {
            for (int k = 0; k < K; k++)
            {
                double r = Ŷ[k, n] - Y[k, n];
                loss += r * r / (K * N); // (6.19)
                db[k] += 2 * r / (K * N); // (6.19)
                for (int d = 0; d < D; d++)
                {
                    dW[k, d] += 2 * r * X[d, n] / (K * N); // (6.19)
                }
            }
        }

        return (loss, dW, db);
    }
}
