using Reference.Numerics;
using static Reference.Activations.ScalarActivations;

namespace Reference.LongShortTermMemory;

/// <summary>One of the notes' gates, W [h, x] + b before its activation; also its gradients.
/// // W [H × (H + D)], b [H]</summary>
public sealed record Gate(double[,] W, double[] b)
{
    /// <summary>Zeros of the same shape.</summary>
    public Gate Zeros() => new(new double[W.GetLength(0), W.GetLength(1)], new double[b.Length]);
}

/// <summary>The four gates of a cell: forget, input, candidate, output. S2-198…S2-202, S3-163…S3-166.</summary>
public sealed record LstmGates(Gate f, Gate i, Gate c, Gate o);

/// <summary>What one step computes; g is the candidate c̃. // all [H]</summary>
public sealed record LstmStep(double[] f, double[] i, double[] g, double[] C, double[] o, double[] h);

/// <summary>The LSTM as the notes write it, S1-199, S2-203, S2-204, for one sequence: loops over four matrices on [h,
/// x], and the gradients through time.</summary>
public static class ScalarLstm
{
    /// <summary>One step, (17.1)–(17.6). // x [D], h, C [H]</summary>
    public static LstmStep Step(LstmGates θ, double[] x, double[] h, double[] C)
    {
        double[] hx = [.. h, .. x]; // [h, x]
        Require.SameLength(θ.f.W.GetLength(1), "W_f", hx.Length, "[h, x]");
        int H = h.Length;
        LstmStep y = new(new double[H], new double[H], new double[H], new double[H], new double[H], new double[H]);
        for (int k = 0; k < H; k++)
        {
            y.f[k] = Sigmoid(Sum(θ.f, k, hx)); // (17.1)
            y.i[k] = Sigmoid(Sum(θ.i, k, hx)); // (17.2)
            y.g[k] = Tanh(Sum(θ.c, k, hx)); // (17.3)
            y.C[k] = y.f[k] * C[k] + y.i[k] * y.g[k]; // (17.4)
            y.o[k] = Sigmoid(Sum(θ.o, k, hx)); // (17.5)
            y.h[k] = y.o[k] * Tanh(y.C[k]); // (17.6)
        }

        return y;
    }

    /// <summary>A sequence from h₀ and C₀; S2-207 starts with an empty memory, 0. // x [T][D], h0, C0 [H]</summary>
    public static LstmStep[] Forward(LstmGates θ, double[][] x, double[] h0, double[] C0)
    {
        var steps = new LstmStep[x.Length];
        for (int t = 0; t < x.Length; t++)
        {
            steps[t] = t == 0 ? Step(θ, x[0], h0, C0) : Step(θ, x[t], steps[t - 1].h, steps[t - 1].C);
        }

        return steps;
    }

    /// <summary>Backpropagation through time, (17.8)–(17.11), from ∂L/∂h of every step. // x, dx [T][D], dh [T][H]
    /// </summary>
    public static (LstmGates dθ, double[][] dx, double[] dh0, double[] dC0) Backward(
        LstmGates θ, double[][] x, double[] h0, double[] C0, LstmStep[] steps, double[][] dh)
    {
        int H = h0.Length, T = x.Length;
        LstmGates dθ = new(θ.f.Zeros(), θ.i.Zeros(), θ.c.Zeros(), θ.o.Zeros());
        var dx = new double[T][];
        double[] dC = new double[H], later = new double[H]; // ∂L/∂C and ∂L/∂h, from the steps after t
        for (int t = T - 1; t >= 0; t--)
        {
            (double[] f, double[] i, double[] g, double[] C, double[] o, _) = steps[t];
            double[] C1 = t == 0 ? C0 : steps[t - 1].C, h1 = t == 0 ? h0 : steps[t - 1].h;
            double[] hx = [.. h1, .. x[t]], dhx = new double[hx.Length];
            for (int k = 0; k < H; k++)
            {
                double dhk = dh[t][k] + later[k], tanh = Tanh(C[k]);
                dC[k] += dhk * o[k] * (1 - tanh * tanh); // (17.8)
                double δo = dhk * tanh * o[k] * (1 - o[k]); // (17.9)
                double δf = dC[k] * C1[k] * f[k] * (1 - f[k]); // (17.9)
                double δi = dC[k] * g[k] * i[k] * (1 - i[k]); // (17.9)
                double δg = dC[k] * i[k] * (1 - g[k] * g[k]); // (17.9)
                Back(θ.f, dθ.f, k, δf, hx, dhx);
                Back(θ.i, dθ.i, k, δi, hx, dhx);
                Back(θ.c, dθ.c, k, δg, hx, dhx);
                Back(θ.o, dθ.o, k, δo, hx, dhx);
                dC[k] *= f[k]; // (17.8)
            }

            (later, dx[t]) = (dhx[..H], dhx[H..]);
        }

        return (dθ, dx, later, dC);
    }

    /// <summary>The parameters of a cell, 4 (H (H + D) + H), (17.14); PyTorch has a second bias. S2-204,
    /// S4-190.</summary>
    public static int ParameterCount(int D, int H, int biases = 1) => 4 * (H * (H + D) + biases * H); // (17.14)

    private static double Sum(Gate gate, int k, double[] hx)
    {
        double sum = gate.b[k];
        for (int j = 0; j < hx.Length; j++)
        {
            sum += gate.W[k, j] * hx[j];
        }

        return sum;
    }

    // What score k of a gate passes back, (17.10), and its share of the gradients, (17.11).
    private static void Back(Gate gate, Gate d, int k, double δ, double[] hx, double[] dhx)
    {
        d.b[k] += δ; // (17.11)
        for (int j = 0; j < hx.Length; j++)
        {
            d.W[k, j] += δ * hx[j]; // (17.11)
            dhx[j] += gate.W[k, j] * δ; // (17.10)
        }
    }
}
