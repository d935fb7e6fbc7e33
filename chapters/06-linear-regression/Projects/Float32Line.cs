namespace Reference.LinearModels;

/// <summary>The linear neuron in float32, as <c>nn.Linear(1, 1)</c> computes it: every intermediate result is rounded
/// to 24 bits, so that a log can be compared digit by digit. S0-056, S0-057, S0-060, S0-061, S4-067.</summary>
public sealed class Float32Line(float w, float b)
{
    /// <summary>The weight.</summary>
    public float W { get; set; } = w;

    /// <summary>The bias.</summary>
    public float B { get; set; } = b;

    /// <summary>PyTorch's neuron after <c>torch.manual_seed(seed)</c>, (6.15), weight first. S0-060, S4-067.</summary>
    public static Float32Line FromSeed(ulong seed)
    {
        (float[,] weight, float[] bias) = new TorchRandom(seed).Linear(1, 1);
        return new(weight[0, 0], bias[0]);
    }

    /// <summary>ŷ = wx + b in one rounding, (6.1).</summary>
    public float Predict(float x) => MathF.FusedMultiplyAdd(W, x, B); // (6.1)

    /// <summary>The mean squared error, (6.5), and its derivatives, (6.6) and (6.7): S0-061, S0-068.</summary>
    /// <exception cref="ArgumentException">No sample, or different lengths.</exception>
    public (float Loss, float DW, float DB) Evaluate(float[] x, float[] y)
    {
        Numerics.Require.NotEmpty(x.Length, nameof(x));
        Numerics.Require.SameLength(x.Length, nameof(x), y.Length, nameof(y));
        (float loss, float dw, float db, float scale) = (0, 0, 0, 2f / x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            float r = Predict(x[i]) - y[i], dŷ = scale * r;
            loss += r * r; // (6.5)
            dw = MathF.FusedMultiplyAdd(dŷ, x[i], dw); // (6.6)
            db += dŷ; // (6.7)
        }

        return (loss / x.Length, dw, db);
    }
}
