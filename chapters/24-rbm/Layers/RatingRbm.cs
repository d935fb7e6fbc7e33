using Reference.Numerics;

namespace Reference.BoltzmannMachines;

/// <summary>
/// One visible unit of K states an item, one-hot, and no unit where a user has not rated it (Salakhutdinov, Mnih and
/// Hinton 2007): p(vᵢ = k | h) = softmaxₖ(bᵢₖ + Σ Wⱼᵢₖhⱼ), (24.17). A missing rating is K zeros, which add nothing to
/// a hidden unit. // V [K·items × users]. S4-194
/// </summary>
/// <param name="items">At least 1.</param>
/// <param name="stars">K ≥ 2; ratings are 1 … K.</param>
/// <param name="hidden">H ≥ 1.</param>
/// <param name="random">Draws the weights.</param>
/// <param name="deviation">Their standard deviation, > 0.</param>
public sealed class RatingRbm(int items, int stars, int hidden, RandomStream random, double deviation = 0.01)
    : Rbm(checked(items * stars), hidden, random, deviation)
{
    /// <summary>K.</summary>
    public int Stars => stars;

    /// <summary>Ratings as visible units; 0 is a missing one. // stars [items × users] → [K·items × users]</summary>
    /// <exception cref="ArgumentOutOfRangeException">A rating outside 0 … K.</exception>
    public static MatrixView OneHot(int[,] ratings, int stars)
    {
        (int items, int users) = (ratings.GetLength(0), ratings.GetLength(1));
        var V = new MatrixView(stars * items, users);
        for (int i = 0; i < items; i++)
        {
            for (int u = 0; u < users; u++)
            {
                int r = ratings[i, u];
                if (r < 0 || r > stars)
                {
                    throw new ArgumentOutOfRangeException(
                        nameof(ratings),
                        $"Expected ratings from 1 to {stars}, or 0 where there is none; item {i} has {r} from user "
                            + $"{u}.");
                }

                if (r > 0)
                {
                    V[i * stars + r - 1, u] = 1;
                }
            }
        }

        return V;
    }

    /// <summary>The expected rating Σ k p(vᵢ = k | h) at the hidden means that the known ratings give, (24.18). // V
    /// [K· items × users] → [items × users]</summary>
    public double[,] Predict(MatrixView V)
    {
        Expect(V);
        var P = new MatrixView(Hidden, V.ColumnCount);
        var M = new MatrixView(Visible, V.ColumnCount);
        HiddenMeans(V, P);
        VisibleMeans(P, M);
        var expected = new double[items, V.ColumnCount];
        for (int u = 0; u < V.ColumnCount; u++)
        {
            for (int i = 0; i < items; i++)
            {
                for (int k = 0; k < stars; k++)
                {
                    expected[i, u] += (k + 1) * M[i * stars + k, u]; // (24.18)
                }
            }
        }

        return expected;
    }

    /// <inheritdoc/>
    public override void DrawVisible(RandomStream random, MatrixView M, MatrixView like, MatrixView V)
    {
        V.Fill(0);
        for (int n = 0; n < M.ColumnCount; n++)
        {
            ReadOnlySpan<double> p = M.Column(n), rated = like.Column(n);
            Span<double> v = V.Column(n);
            for (int i = 0; i < p.Length; i += stars)
            {
                if (rated.Slice(i, stars).IndexOf(1.0) < 0)
                {
                    continue;
                }

                double u = random.Uniform();
                int k = 0;
                while (k < stars - 1 && u >= p[i + k])
                {
                    u -= p[i + k++];
                }

                v[i + k] = 1;
            }
        }
    }

    /// <inheritdoc/>
    protected override void Activate(MatrixView M) => Kernels.SoftmaxColumns(stars, M.Span, M.Span); // (24.17)

    /// <inheritdoc/>
    protected override double VisibleEnergy(ReadOnlySpan<double> v) => -Kernels.Dot(b.Span, v);

    /// <inheritdoc/>
    protected override void ExpectSample(ReadOnlySpan<double> v, int n)
    {
        for (int i = 0; i < v.Length; i += stars)
        {
            ReadOnlySpan<double> one = v.Slice(i, stars);
            if (one.ContainsAnyExcept(0.0, 1.0) || one.Count(1.0) > 1)
            {
                throw new ArgumentException(
                    $"Expected {stars} units for an item, at most one of them 1 and the others 0; item {i / stars} of "
                        + $"user {n} has [{string.Join(", ", one.ToArray())}].", nameof(v));
            }
        }
    }
}
