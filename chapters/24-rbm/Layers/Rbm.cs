using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.BoltzmannMachines;

/// <summary>
/// A restricted Boltzmann machine with binary hidden units in buffers of its own. What its visible units are, a
/// subclass says: binary, real or stars. A result in a view is valid until the next call. S4-195.
/// </summary>
public abstract class Rbm
{
    private readonly Workspace _means = new(), _activations = new();

    /// <summary>D ≥ 1 visible and H ≥ 1 hidden units; weights from N(0, s²), s > 0, biases 0.</summary>
    protected Rbm(int visible, int hidden, RandomStream random, double deviation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(visible);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hidden);
        var weights = new DenseMatrix(hidden, visible);
        Initializers.Normal(random, deviation)(weights.Values, visible, hidden);
        Parameters = [new("W", weights), new("b", new double[visible]), new("c", new double[hidden])];
    }

    /// <summary>W [H × D], b [D × 1], c [H × 1].</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>D.</summary>
    public int Visible => W.ColumnCount;

    /// <summary>H.</summary>
    public int Hidden => W.RowCount;

    /// <summary>W. // [H × D]</summary>
    protected MatrixView W => Parameters[0].Value.View();

    /// <summary>b. // [D × 1]</summary>
    protected MatrixView b => Parameters[1].Value.View();

    /// <summary>c. // [H × 1]</summary>
    protected MatrixView c => Parameters[2].Value.View();

    /// <summary>P ← P(h = 1 | v), (24.3). // V [D × N], P [H × N]</summary>
    public void HiddenMeans(MatrixView V, MatrixView P)
    {
        P.Product(W, V); // (24.3)
        P.AddColumn(c);
        P.Map(Kernels.Sigmoid, P); // (24.3)
    }

    /// <summary>M ← E[v | h]. // H [H × N], M [D × N]</summary>
    public void VisibleMeans(MatrixView H, MatrixView M)
    {
        M.Product(W.T, H);
        M.AddColumn(b);
        Activate(M);
    }

    /// <summary>The samples as the machine sees them through its hidden means: E[v | h] for h = P(h = 1 | v). // V [D
    /// × N] → [D × N]</summary>
    public Matrix<double> Reconstruct(Matrix<double> V)
    {
        Expect(V.View());
        MatrixView P = _means.Of(Hidden, V.ColumnCount), M = _activations.Of(Visible, V.ColumnCount);
        HiddenMeans(V.View(), P);
        VisibleMeans(P, M);
        return M.ToMatrix();
    }

    /// <summary>P(h = 1 | v): the features of samples. // V [D × N] → [H × N]</summary>
    public Matrix<double> Features(Matrix<double> V)
    {
        Expect(V.View());
        MatrixView P = _means.Of(Hidden, V.ColumnCount);
        HiddenMeans(V.View(), P);
        return P.ToMatrix();
    }

    /// <summary>F of each sample, with ln p(v) = −F(v) − ln Z. // V [D × N] → [N]</summary>
    public double[] FreeEnergies(MatrixView V)
    {
        MatrixView A = _activations.Of(Hidden, V.ColumnCount);
        A.Product(W, V);
        A.AddColumn(c);
        A.Map(Kernels.Softplus, A);
        var F = new double[V.ColumnCount];
        for (int n = 0; n < F.Length; n++)
        {
            F[n] = VisibleEnergy(V.Column(n));
            foreach (double softplus in A.Column(n))
            {
                F[n] -= softplus; // (24.5)
            }
        }

        return F;
    }

    /// <summary>Refuses samples that the visible units cannot take. // V [D × N]</summary>
    /// <exception cref="ArgumentException">Not D rows, no column, or a value outside the units' domain.</exception>
    public void Expect(MatrixView V)
    {
        if (V.RowCount != Visible || V.ColumnCount == 0)
        {
            throw new ArgumentException(
                $"Expected samples [{Visible} × N] with N at least 1 for this machine; got {V}.", nameof(V));
        }

        for (int n = 0; n < V.ColumnCount; n++)
        {
            ExpectSample(V.Column(n), n);
        }
    }

    /// <summary>Refuses one sample. // v [D]</summary>
    protected abstract void ExpectSample(ReadOnlySpan<double> v, int n);

    /// <summary>Mean of the visible units from their activations, in place. // [D × N]</summary>
    protected abstract void Activate(MatrixView M);

    /// <summary>Draws the visible units about their means. // M, V, like [D × N]; like is the sample that the chain
    /// began with</summary>
    public abstract void DrawVisible(RandomStream random, MatrixView M, MatrixView like, MatrixView V);

    /// <summary>The part of F that the visible units have alone. // v [D]</summary>
    protected abstract double VisibleEnergy(ReadOnlySpan<double> v);
}
