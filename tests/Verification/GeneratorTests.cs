using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace Reference.Verification.Tests;

public class GeneratorTests
{
    [Property]
    public void Vectors_are_short_and_well_scaled(RandomVector v, PairOfVectors pair, Neuron neuron)
    {
        Assert.InRange(v.Values.Length, 1, 12);
        Assert.Equal(v.Values, v.Vector.ToArray());
        Assert.Equal(pair.A.Length, pair.B.Length);
        Assert.Equal(neuron.Weights.Length, neuron.Input.Length);

        // 3 is the largest scale; 7 deviations do not occur in any run we make.
        Assert.All(
            [.. v.Values, .. pair.A, .. pair.B, .. neuron.Weights, .. neuron.Input, neuron.Bias],
            x => Assert.InRange(x, -21, 21));
    }

    [Property]
    public void Matrices_have_one_to_seven_rows_and_columns(RandomMatrix m, PairOfMatrices pair, Batch batch)
    {
        Assert.All(
            [m.Matrix, pair.A, pair.B, batch.X],
            x => Assert.True(x.RowCount is >= 1 and <= 7 && x.ColumnCount is >= 1 and <= 7));
        Assert.Equal((pair.A.RowCount, pair.A.ColumnCount), (pair.B.RowCount, pair.B.ColumnCount));
        Assert.Equal((batch.D, batch.N), (batch.X.RowCount, batch.X.ColumnCount));
    }

    [Property]
    public void Probabilities_lie_strictly_inside_the_simplex(Probabilities p, PairOfProbabilities pair)
    {
        Assert.Equal(pair.P.Length, pair.Q.Length);
        Assert.All([p.Values, pair.P, pair.Q], distribution =>
        {
            Assert.InRange(distribution.Length, 2, 8);
            Assert.All(distribution, x => Assert.True(x is > 0 and < 1));
            Assert.Equal(1, distribution.Sum(), 14);
        });
    }

    [Property]
    public void Labels_are_labels(OneHot target, BinaryBatch binary, ClassBatch classes)
    {
        Assert.Equal(1, target.Values[target.Label]);
        Assert.Equal(1, target.Values.Sum(Math.Abs));

        Assert.All(binary.Labels, y => Assert.True(y is 0 or 1));
        Assert.All(binary.Signs.Zip(binary.Labels), s => Assert.Equal(s.Second == 1 ? 1 : -1, s.First));
        Assert.All(binary.Probabilities, p => Assert.InRange(p, 0.02, 0.98));
        Assert.Equal(
            (binary.Labels.Length, binary.Labels.Length), (binary.Logits.Length, binary.Probabilities.Length));

        Assert.Equal(classes.Logits.ColumnCount, classes.Labels.Length);
        foreach (Matrix<double> targets in new[] { classes.OneHot, classes.SoftTargets })
        {
            Assert.Equal(
                (classes.Logits.RowCount, classes.Logits.ColumnCount), (targets.RowCount, targets.ColumnCount));
            Assert.All(targets.ColumnSums(), s => Assert.Equal(1, s, 14));
        }

        Assert.All(classes.Labels.Select((c, n) => classes.OneHot[c, n]), one => Assert.Equal(1, one));
    }

    [Property]
    public void Numbers_are_finite_and_positives_positive(Number x, Positive y, Seed seed)
    {
        Assert.True(double.IsFinite(x.Value));
        Assert.InRange(y.Value, 0.01, 10);
        Assert.Equal(seed.Stream().NextBits(), seed.Stream().NextBits());
    }

    [Fact]
    public void Shapes_reach_both_ends()
    {
        var lengths = Sample(Generators.Vectors()).Select(v => v.Values.Length).ToHashSet();
        Assert.Equal(12, lengths.Count);
        var sides = Sample(Generators.Matrices()).Select(m => (m.Matrix.RowCount, m.Matrix.ColumnCount)).ToHashSet();
        Assert.Equal(49, sides.Count);
        Assert.Equal(2, Sample(Generators.BinaryBatches()).SelectMany(b => b.Labels).Distinct().Count());
    }

    [Property]
    public void Shrinking_ends_at_the_smallest_vector_that_still_fails(PairOfVectors pair)
    {
        PairOfVectors smallest = Shrunk(Generators.VectorPairs(), pair, p => p.A.Length >= Math.Min(3, pair.A.Length));
        Assert.Equal(Math.Min(3, pair.A.Length), smallest.A.Length);
        Assert.Equal(smallest.A.Length, smallest.B.Length);
        Assert.All([.. smallest.A, .. smallest.B], x => Assert.Equal(x, Math.Round(x, 1)));
    }

    [Property]
    public void Shrinking_ends_at_the_smallest_matrix_that_still_fails(
        PairOfMatrices pair, Neuron neuron, BinaryBatch binary, Number x)
    {
        int rows = Math.Min(2, pair.A.RowCount);
        PairOfMatrices smallest = Shrunk(Generators.MatrixPairs(), pair, p => p.A.RowCount >= rows);
        Assert.Equal((rows, 1), (smallest.A.RowCount, smallest.A.ColumnCount));
        Assert.Equal((rows, 1), (smallest.B.RowCount, smallest.B.ColumnCount));
        Assert.All(smallest.A.Enumerate().Concat(smallest.B.Enumerate()), v => Assert.Equal(v, Math.Round(v, 1)));

        Assert.Single(Shrunk(Generators.Neurons(), neuron, n => n.Weights.Length == n.Input.Length).Weights);
        Assert.Single(
            Shrunk(
                Generators.BinaryBatches(), binary,
                b => b.Labels.Length == b.Logits.Length && b.Labels.Length == b.Probabilities.Length).Labels);
        Assert.Equal(Math.Round(x.Value), Shrunk(Generators.Numbers(), x, _ => true).Value);
    }

    private static List<T> Sample<T>(Arbitrary<T> arbitrary) =>
        [.. arbitrary.Generator.Sample(1500, new Rnd(1), 50)];

    private static T Shrunk<T>(Arbitrary<T> arbitrary, T value, Func<T, bool> fails)
    {
        while (true)
        {
            using IEnumerator<T> simpler = arbitrary.Shrinker(value).Where(fails).GetEnumerator();
            if (!simpler.MoveNext())
            {
                return value;
            }

            value = simpler.Current;
        }
    }
}
