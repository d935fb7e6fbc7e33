using Reference.LongShortTermMemory;
using Reference.Numerics;
using static Reference.Activations.ScalarActivations;

namespace Reference.GatedRecurrentUnits;

/// <summary>Where the reset gate acts, and which share z weighs: the field has two conventions.</summary>
public enum GruForm
{
    /// <summary>S2-208…S2-212: r multiplies h before the product, z weighs the candidate.</summary>
    Notes,

    /// <summary>PyTorch's: r multiplies the product after it, z weighs the old state.</summary>
    PyTorch,
}

/// <summary>The gates of a cell: update z, reset r, candidate c, each on [h, x]; and the bias b_hn that PyTorch's
/// reset gate multiplies, 0 in the notes. // b_hn [H]</summary>
public sealed record GruGates(Gate z, Gate r, Gate c, double[] b_hn);

/// <summary>What one step computes: gates, the candidate n = h̃, the term p of the old state in its score, and h.
/// // all [H]</summary>
public sealed record GruStep(double[] z, double[] r, double[] n, double[] p, double[] h);

/// <summary>The GRU, S1-200, for one sequence, in both conventions: loops over the weights, and the gradients through
/// time.</summary>
public static class ScalarGru
{
    /// <summary>One step, (18.1)–(18.6). // x [D], h [H]</summary>
    public static GruStep Step(GruGates θ, double[] x, double[] h, GruForm form)
    {
        int H = h.Length;
        Require.SameLength(θ.z.W.GetLength(1), "W_z", H + x.Length, "[h, x]");
        GruStep y = new(new double[H], new double[H], new double[H], new double[H], new double[H]);
        for (int k = 0; k < H; k++)
        {
            y.z[k] = Sigmoid(Past(θ.z, k, h) + Input(θ.z, k, x, H)); // (18.1)
            y.r[k] = Sigmoid(Past(θ.r, k, h) + Input(θ.r, k, x, H)); // (18.2)
        }

        double[] rh = [.. y.r.Zip(h, (r, v) => r * v)];
        for (int k = 0; k < H; k++)
        {
            y.p[k] = form == GruForm.Notes
                ? Past(θ.c, k, rh) // (18.3)
                : Past(θ.c, k, h) + θ.b_hn[k]; // (18.5)
            double past = form == GruForm.Notes ? y.p[k] : y.r[k] * y.p[k]; // (18.5)
            y.n[k] = Tanh(past + Input(θ.c, k, x, H)); // (18.3) (18.5)
            y.h[k] = form == GruForm.Notes
                ? (1 - y.z[k]) * h[k] + y.z[k] * y.n[k] // (18.4)
                : (1 - y.z[k]) * y.n[k] + y.z[k] * h[k]; // (18.6)
        }

        return y;
    }

    /// <summary>A sequence from h₀. // x [T][D], h0 [H]</summary>
    public static GruStep[] Forward(GruGates θ, double[][] x, double[] h0, GruForm form)
    {
        var steps = new GruStep[x.Length];
        for (int t = 0; t < x.Length; t++)
        {
            steps[t] = Step(θ, x[t], t == 0 ? h0 : steps[t - 1].h, form);
        }

        return steps;
    }

    /// <summary>Backpropagation through time, (18.7)–(18.11), from ∂L/∂h of every step. // x, dx [T][D], dh [T][H]
    /// </summary>
    public static (GruGates dθ, double[][] dx, double[] dh0) Backward(
        GruGates θ, double[][] x, double[] h0, GruStep[] steps, double[][] dh, GruForm form)
    {
        int H = h0.Length, T = x.Length;
        GruGates dθ = new(θ.z.Zeros(), θ.r.Zeros(), θ.c.Zeros(), new double[H]);
        double[][] dx = [.. x.Select(xt => new double[xt.Length])];
        bool notes = form == GruForm.Notes;
        var later = new double[H]; // ∂L/∂h from the steps after t
        for (int t = T - 1; t >= 0; t--)
        {
            (double[] z, double[] r, double[] n, double[] p, _) = steps[t];
            double[] h = t == 0 ? h0 : steps[t - 1].h, d = new double[H], drh = new double[H],
                dr = new double[H];
            double[] rh = [.. r.Zip(h, (a, b) => a * b)];
            for (int k = 0; k < H; k++)
            {
                double up = dh[t][k] + later[k], keep = notes ? 1 - z[k] : z[k];
                double δn = up * (1 - keep) * (1 - n[k] * n[k]); // (18.7)
                double δz = up * (notes ? n[k] - h[k] : h[k] - n[k]) * z[k] * (1 - z[k]); // (18.8)
                d[k] += up * keep; // (18.10)
                Back(θ.z, dθ.z, k, δz, h, d, δz, x[t], dx[t]);
                if (notes)
                {
                    Back(θ.c, dθ.c, k, δn, rh, drh, δn, x[t], dx[t]);
                }
                else
                {
                    dr[k] = δn * p[k]; // (18.9)
                    dθ.b_hn[k] += δn * r[k]; // (18.11)
                    Back(θ.c, dθ.c, k, δn * r[k], h, d, δn, x[t], dx[t]);
                }
            }

            for (int k = 0; k < H; k++)
            {
                dr[k] += drh[k] * h[k]; // (18.9), of the notes' form
                d[k] += drh[k] * r[k]; // (18.10), of the notes' form
                double δr = dr[k] * r[k] * (1 - r[k]); // (18.9)
                Back(θ.r, dθ.r, k, δr, h, d, δr, x[t], dx[t]);
            }

            later = d;
        }

        return (dθ, dx, later);
    }

    /// <summary>The parameters of a cell, 3 (H (H + D) + H) with one bias, (18.13): the notes print none, PyTorch has
    /// two. S2-213.</summary>
    public static int ParameterCount(int D, int H, int biases = 1) => 3 * (H * (H + D) + biases * H); // (18.13)

    // The part of score k that comes from h.
    private static double Past(Gate gate, int k, double[] h) => h.Select((v, j) => gate.W[k, j] * v).Sum();

    // The part of score k that comes from x, with the bias.
    private static double Input(Gate gate, int k, double[] x, int H) =>
        x.Select((v, j) => gate.W[k, H + j] * v).Sum() + gate.b[k];

    // What score k passes back to h and x, (18.10), and its share of the gradients, (18.11).
    private static void Back(
        Gate gate, Gate d, int k, double δh, double[] h, double[] dh, double δx, double[] x, double[] dx)
    {
        d.b[k] += δx; // (18.11)
        for (int j = 0; j < h.Length; j++)
        {
            d.W[k, j] += δh * h[j]; // (18.11)
            dh[j] += gate.W[k, j] * δh; // (18.10)
        }

        for (int j = 0; j < x.Length; j++)
        {
            d.W[k, h.Length + j] += δx * x[j]; // (18.11)
            dx[j] += gate.W[k, h.Length + j] * δx; // (18.10)
        }
    }
}
