using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.BoltzmannMachines;

/// <summary>
/// What small machines of binary units are exactly: one layer is enumerated, the other summed in closed form. S4-197.
/// </summary>
public static class Enumeration
{
    /// <summary>Units of the enumerated layer at most.</summary>
    public const int MostUnits = 20;

    private const int Chunk = 1 << 12; // states at a time

    /// <summary>ln Z = ln Σ_h exp(cᵀh + Σ ln(1 + e^(b + Wᵀh))), (24.7), over the states of the hidden layer.</summary>
    /// <exception cref="ArgumentException">More than 20 hidden units.</exception>
    public static double LogPartition(BernoulliRbm machine)
    {
        double[] logs = [.. Logs(machine).SelectMany(part => part.Logs)];
        return ScalarActivations.LogSumExp(logs); // (24.7)
    }

    /// <summary>The mean over samples of ln p(v) = −F(v) − ln Z, (24.6). // V [D × N]</summary>
    public static double LogLikelihood(BernoulliRbm machine, MatrixView V)
    {
        machine.Expect(V);
        return -machine.FreeEnergies(V).Average() - LogPartition(machine); // (24.6)
    }

    /// <summary>
    /// The gradient of the mean log-likelihood, (24.8): ⟨hv⟩ of the data minus ⟨hv⟩ of the machine. // V [D × N] → dW
    /// [H × D], db [D × 1], dc [H × 1]
    /// </summary>
    public static (Matrix<double> dW, Matrix<double> db, Matrix<double> dc) Gradient(
        BernoulliRbm machine, MatrixView V)
    {
        machine.Expect(V);
        (Matrix<double> W, Matrix<double> b, Matrix<double> c) = Of(machine);
        Matrix<double> X = V.ToMatrix(), P = RbmEquations.HiddenMeans(W, c, X);
        double logZ = LogPartition(machine), N = X.ColumnCount;
        Matrix<double> dW = P * X.Transpose() / N, db = X * Matrices.Ones(X.ColumnCount, 1) / N,
            dc = P * Matrices.Ones(X.ColumnCount, 1) / N;
        foreach ((Matrix<double> H, double[] logs) in Logs(machine))
        {
            Matrix<double> p = Matrices.Column([.. logs.Select(log => Math.Exp(log - logZ))]); // p(h)
            Matrix<double> M = RbmEquations.VisibleMeans(W, b, H);
            Matrix<double> weighted = H.MapIndexed((_, n, h) => h * p[n, 0]);
            dW -= weighted * M.Transpose(); // (24.8)
            db -= M * p; // (24.8)
            dc -= H * p; // (24.8)
        }

        return (dW, db, dc);
    }

    /// <summary>
    /// The expectation of the step of CD-k over its random numbers, with the distribution of vₖ from the transition
    /// matrix of (24.9). // V [D × N], D + H ≤ 20
    /// </summary>
    public static (Matrix<double> dW, Matrix<double> db, Matrix<double> dc) ExpectedContrastiveDivergence(
        BernoulliRbm machine, MatrixView V, int sweeps)
    {
        (Matrix<double> W, Matrix<double> b, Matrix<double> c) = Of(machine);
        Matrix<double> X = V.ToMatrix(), S = States(machine.Visible, 0, 1 << machine.Visible);
        Matrix<double> P = Start(X), T = Transition(machine);
        for (int t = 0; t < sweeps; t++)
        {
            P = T * P; // the distribution of v after another sweep
        }

        double N = X.ColumnCount;
        Matrix<double> p = P * Matrices.Ones(P.ColumnCount, 1) / N, HX = RbmEquations.HiddenMeans(W, c, X),
            HS = RbmEquations.HiddenMeans(W, c, S), one = Matrices.Ones(X.ColumnCount, 1) / N;
        Matrix<double> weighted = HS.MapIndexed((_, n, h) => h * p[n, 0]);
        return (HX * X.Transpose() / N - weighted * S.Transpose(), X * one - S * p, HX * one - HS * p);
    }

    /// <summary>T(v′ | v) = Σ_h p(h | v) p(v′ | h), the Gibbs sweep as a matrix, (24.9). // [2ᴰ × 2ᴰ]</summary>
    public static Matrix<double> Transition(BernoulliRbm machine)
    {
        (Matrix<double> W, Matrix<double> b, Matrix<double> c) = Of(machine);
        Expect(machine.Visible + machine.Hidden);
        Matrix<double> S = States(machine.Visible, 0, 1 << machine.Visible),
            H = States(machine.Hidden, 0, 1 << machine.Hidden);
        return Given(RbmEquations.VisibleLogits(W, b, H), S) * Given(RbmEquations.HiddenLogits(W, c, S), H); // (24.9)
    }

    /// <summary>p(v) of every state of the visible layer, unit i being bit i of its place. // [2ᴰ × 1]</summary>
    public static Matrix<double> Distribution(BernoulliRbm machine)
    {
        Expect(machine.Visible);
        double[] F = machine.FreeEnergies(States(machine.Visible, 0, 1 << machine.Visible).View());
        double logZ = LogPartition(machine);
        return Matrices.Column([.. F.Select(f => Math.Exp(-f - logZ))]); // (24.6)
    }

    /// <summary>States first … first + count − 1 of a layer. // [units × count]</summary>
    public static Matrix<double> States(int units, int first, int count) =>
        Matrix<double>.Build.Dense(units, count, (i, n) => (first + n) >> i & 1);

    // Of every state of the hidden layer the logarithm of its sum over the visible one.
    private static IEnumerable<(Matrix<double> H, double[] Logs)> Logs(BernoulliRbm machine)
    {
        Expect(machine.Hidden);
        (Matrix<double> W, Matrix<double> b, Matrix<double> c) = Of(machine);
        int all = 1 << machine.Hidden;
        for (int first = 0; first < all; first += Chunk)
        {
            Matrix<double> H = States(machine.Hidden, first, Math.Min(Chunk, all - first));
            Matrix<double> F = RbmEquations.FreeEnergies(W.Transpose(), c, b, H); // the layers change places
            yield return (H, [.. F.Row(0).Select(f => -f)]); // (24.7)
        }
    }

    // ln p(s | a) = Σ sᵢaᵢ − ln(1 + e^aᵢ) for binary units with these logits: ln σ and ln(1 − σ), which would lose
    // digits near 0 and 1, are never formed. // logits [n × M], S [n × states] → [states × M]
    private static Matrix<double> Given(Matrix<double> logits, Matrix<double> S) =>
        (S.Transpose() * logits
            - Matrices.Ones(S.ColumnCount, S.RowCount) * logits.Map(ScalarActivations.Softplus)).PointwiseExp();

    // One-hot columns of the states of samples.
    private static Matrix<double> Start(Matrix<double> X) => Matrix<double>.Build.Dense(1 << X.RowCount, X.ColumnCount,
        (state, n) => X.Column(n).EnumerateIndexed().Sum(x => (int)x.Item2 << x.Item1) == state ? 1 : 0);

    private static (Matrix<double> W, Matrix<double> b, Matrix<double> c) Of(BernoulliRbm machine) =>
        (machine.Parameters[0].Value, machine.Parameters[1].Value, machine.Parameters[2].Value);

    private static void Expect(int units)
    {
        if (units > MostUnits)
        {
            throw new ArgumentException($"Expected at most {MostUnits} units to enumerate; got {units}.");
        }
    }
}
