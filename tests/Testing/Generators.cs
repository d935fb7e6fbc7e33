using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Testing;

/// <summary>
/// What <c>[Property]</c> methods may take as arguments: tensors of random shape and well-scaled values. Each is drawn
/// from a
/// <see cref="RandomStream"/> whose seed FsCheck chooses; tensors shrink to fewer elements and then to fewer digits.
/// </summary>
public static class Generators
{
    private const int LongestVector = 12, LargestSide = 7, MostClasses = 8;

    /// <summary>One well-scaled number.</summary>
    public static Arbitrary<Number> Numbers() =>
        Drawn(r => new Number(r.Normal() * Scale(r)), n => Shrinking.Of(n.Value).Select(v => new Number(v)));

    /// <summary>A positive number.</summary>
    public static Arbitrary<Positive> Positives() => Drawn(r => new Positive(Math.Pow(10, r.Uniform(-2, 1))));

    /// <summary>A seed.</summary>
    public static Arbitrary<Seed> Seeds() => Drawn(r => new Seed(r.NextBits()));

    /// <summary>A vector.</summary>
    public static Arbitrary<RandomVector> Vectors() =>
        Drawn(r => new RandomVector(Vector(r, Length(r))), v =>
            Shrinking.Of(v.Values).Select(s => new RandomVector(s)));

    /// <summary>Two vectors of one length.</summary>
    public static Arbitrary<PairOfVectors> VectorPairs() => Drawn(
        r =>
        {
            int length = Length(r);
            return new PairOfVectors(Vector(r, length), Vector(r, length));
        },
        p => Shrinking.Together(p.A, p.B).Select(s => new PairOfVectors(s[0], s[1])));

    /// <summary>A matrix.</summary>
    public static Arbitrary<RandomMatrix> Matrices() =>
        Drawn(r => new RandomMatrix(Matrix(r, Side(r), Side(r))), m =>
            Shrinking.Of(m.Matrix).Select(s => new RandomMatrix(s)));

    /// <summary>Two matrices of one shape.</summary>
    public static Arbitrary<PairOfMatrices> MatrixPairs() => Drawn(
        r =>
        {
            int rows = Side(r), columns = Side(r);
            return new PairOfMatrices(Matrix(r, rows, columns), Matrix(r, rows, columns));
        },
        p => Shrinking.Of(p.A).Zip(Shrinking.Of(p.B), (a, b) => (a, b)).Where(s => SameShape(s.a, s.b))
            .Select(s => new PairOfMatrices(s.a, s.b)));

    /// <summary>A batch of samples as columns.</summary>
    public static Arbitrary<Batch> Batches() =>
        Drawn(r => new Batch(Matrix(r, Side(r), Side(r))), b => Shrinking.Of(b.X).Select(s => new Batch(s)));

    /// <summary>A neuron and its input.</summary>
    public static Arbitrary<Neuron> Neurons() => Drawn(
        r =>
        {
            int length = Length(r);
            return new Neuron(Vector(r, length), r.Normal(), Vector(r, length));
        },
        n => Shrinking.Together(n.Weights, n.Input).Select(s => n with { Weights = s[0], Input = s[1] }));

    /// <summary>A distribution over classes.</summary>
    public static Arbitrary<Probabilities> Distributions() => Drawn(r => new Probabilities(Simplex(r, Classes(r))));

    /// <summary>Two distributions over the same classes.</summary>
    public static Arbitrary<PairOfProbabilities> DistributionPairs() => Drawn(r =>
    {
        int classes = Classes(r);
        return new PairOfProbabilities(Simplex(r, classes), Simplex(r, classes));
    });

    /// <summary>A one-hot target.</summary>
    public static Arbitrary<OneHot> OneHots() => Drawn(r =>
    {
        var values = new double[Classes(r)];
        int label = r.Below(values.Length);
        values[label] = 1;
        return new OneHot(values, label);
    });

    /// <summary>Predictions and labels of a binary classifier.</summary>
    public static Arbitrary<BinaryBatch> BinaryBatches() => Drawn(
        r =>
        {
            int length = Length(r);
            return new BinaryBatch(Vector(r, length), r.Uniforms(length, 0.02, 0.98),
                [.. r.Uniforms(length, 0, 2).Select(Math.Floor)]);
        },
        b => Shrinking.Lengths(b.Labels.Length).Select(n =>
            new BinaryBatch(b.Logits[..n], b.Probabilities[..n], b.Labels[..n])));

    /// <summary>Logits and targets of a classifier.</summary>
    public static Arbitrary<ClassBatch> ClassBatches() => Drawn(r =>
    {
        int classes = 2 + r.Below(LargestSide - 1), samples = Side(r);
        int[] labels = [.. Enumerable.Range(0, samples).Select(_ => r.Below(classes))];
        var oneHot = Matrix<double>.Build.Dense(classes, samples, (c, n) => c == labels[n] ? 1 : 0);
        var soft = Matrix<double>.Build.DenseOfColumnArrays(labels.Select(_ => Simplex(r, classes)));
        return new ClassBatch(Matrix(r, classes, samples), labels, oneHot, soft);
    });

    /// <summary>An arbitrary of our own: a value from a stream, and how it shrinks.</summary>
    public static Arbitrary<T> Drawn<T>(Func<RandomStream, T> draw, Func<T, IEnumerable<T>>? shrink = null) =>
        Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => draw(new RandomStream((ulong)seed))), shrink ?? (_ => []));

    private static int Length(RandomStream random) => 1 + random.Below(LongestVector);

    private static int Side(RandomStream random) => 1 + random.Below(LargestSide);

    private static int Classes(RandomStream random) => 2 + random.Below(MostClasses - 1);

    private static double Scale(RandomStream random) => random.Uniform(0.1, 3);

    private static double[] Vector(RandomStream random, int length)
    {
        double scale = Scale(random);
        return [.. random.Normals(length).Select(v => v * scale)];
    }

    private static Matrix<double> Matrix(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.DenseOfColumnMajor(rows, columns, Vector(random, rows * columns));

    // exp(N(0, scale²)) normalized: inside the simplex, and now and then near a corner.
    private static double[] Simplex(RandomStream random, int classes)
    {
        double[] weights = [.. Vector(random, classes).Select(Math.Exp)];
        double sum = weights.Sum();
        return [.. weights.Select(w => w / sum)];
    }

    private static bool SameShape(Matrix<double> a, Matrix<double> b) =>
        a.RowCount == b.RowCount && a.ColumnCount == b.ColumnCount;
}
