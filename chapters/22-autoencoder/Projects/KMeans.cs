using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Autoencoders;

/// <summary>Clusters of codes by Lloyd's iteration: every code joins the nearest centre, every centre moves to the
/// mean of its codes. S3-173.</summary>
/// <param name="Centres">// [k × K]</param>
/// <param name="Labels">The cluster of each code. // [N]</param>
/// <param name="Inertia">Σ‖z − centre‖².</param>
public sealed record KMeans(Matrix<double> Centres, int[] Labels, double Inertia)
{
    /// <summary>The best of several starts; the first centres are codes, drawn with probability proportional to the
    /// squared distance from the centres there are. // Z [k × N], finite; 1 ≤ K ≤ N</summary>
    /// <exception cref="ArgumentException">Codes that are not finite, or another K.</exception>
    public static KMeans Of(Matrix<double> Z, int clusters, RandomStream random, int starts = 10, int steps = 100)
    {
        RequireMatrix.Finite(Z);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        if (clusters < 1 || clusters > Z.ColumnCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(clusters), $"Expected 1 to {Z.ColumnCount} clusters of {Z.ColumnCount} codes; got {clusters}.");
        }

        double[][] codes = [.. Z.EnumerateColumns().Select(z => z.ToArray())];
        return Enumerable.Range(0, starts).Select(_ => Iterate(codes, First(codes, clusters, random), steps))
            .MinBy(found => found.Inertia)!;
    }

    /// <summary>The share of codes whose class is the most frequent one of their cluster. // classes [N]</summary>
    public double Purity(IReadOnlyList<int> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        Require.SameLength(classes.Count, nameof(classes), Labels.Length, nameof(Labels));
        return Labels.Zip(classes).GroupBy(pair => pair.First)
            .Sum(cluster => cluster.GroupBy(pair => pair.Second).Max(of => of.Count())) / (double)Labels.Length;
    }

    private static KMeans Iterate(double[][] codes, double[][] centres, int steps)
    {
        var labels = new int[codes.Length];
        for (int step = 0; step < steps; step++)
        {
            int[] nearest = [.. codes.Select(z => Nearest(z, centres))]; // (22.21)
            if (step > 0 && nearest.AsSpan().SequenceEqual(labels))
            {
                break;
            }

            labels = nearest;
            centres = [.. centres.Select((centre, c) => Mean(codes, labels, c) ?? centre)]; // (22.21)
        }

        return new(
            Matrix<double>.Build.DenseOfColumnArrays(centres), labels,
            codes.Zip(labels, (z, c) => Squared(z, centres[c])).Sum());
    }

    private static double[][] First(double[][] codes, int clusters, RandomStream random)
    {
        List<double[]> centres = [codes[random.Below(codes.Length)]];
        double[] far = [.. codes.Select(_ => double.PositiveInfinity)];
        while (centres.Count < clusters)
        {
            far = [.. codes.Zip(far, (z, before) => Math.Min(before, Squared(z, centres[^1])))];
            double at = random.Uniform() * far.Sum();
            int chosen = 0;
            while (chosen < far.Length - 1 && (at -= far[chosen]) >= 0)
            {
                chosen++;
            }

            centres.Add(codes[chosen]);
        }

        return [.. centres];
    }

    private static int Nearest(double[] z, double[][] centres)
    {
        int best = 0;
        for (int c = 1; c < centres.Length; c++)
        {
            best = Squared(z, centres[c]) < Squared(z, centres[best]) ? c : best;
        }

        return best;
    }

    private static double[]? Mean(double[][] codes, int[] labels, int cluster)
    {
        double[][] members = [.. codes.Where((_, n) => labels[n] == cluster)];
        return members.Length == 0 ? null
            : [.. Enumerable.Range(0, codes[0].Length).Select(i => members.Average(z => z[i]))];
    }

    private static double Squared(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return sum;
    }
}
