using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Losses;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>The synthetic sets of the figures and experiments; each is the same every time.</summary>
internal static class ExampleSets
{
    private static readonly Lazy<LabelledPoints> LazyOverlapping = new(() => Blobs.Draw(new RandomStream(3), new[,] { { -1.0, 1 }, { -0.6, 0.8 } }, 160, 1));
    private static readonly Lazy<SeparableSet> LazySeparable = new(() => SeparableSet.Draw(new RandomStream(70), dimension: 2, count: 60, margin: 0.08));
    private static readonly Lazy<LabelledPoints> LazyThreeClasses = new(() =>
        Blobs.Draw(new RandomStream(5), new[,] { { -2.0, 2, 0.2 }, { -1, -0.8, 1.9 } }, 150, 0.9));
    private static readonly Lazy<(double[] X, int[] Y)> LazyStudents = new(DrawStudents);

    /// <summary>Two normal clouds that reach into each other: no line separates them.</summary>
    public static LabelledPoints Overlapping => LazyOverlapping.Value;

    /// <summary>60 points on both sides of a line.</summary>
    public static SeparableSet Separable => LazySeparable.Value;

    /// <summary>Three clouds in the plane.</summary>
    public static LabelledPoints ThreeClasses => LazyThreeClasses.Value;

    /// <summary>40 made-up students: hours of study, and whether the exam was passed.</summary>
    public static (double[] X, int[] Y) Students => LazyStudents.Value;

    /// <summary>The students as points of one feature. // [1 × 40]</summary>
    public static double[,] StudentPoints => AsRow(Students.X);

    /// <summary>The logistic model of least error on the students, by Newton's method of chapter 03.</summary>
    public static LogisticModel BestOfStudents => Best(StudentPoints, Students.Y);

    /// <summary>The logistic model of least error on points that overlap.</summary>
    public static LogisticModel Best(double[,] X, int[] y)
    {
        Matrix<double> points = Matrix<double>.Build.DenseOfArray(X);
        var cost = new LogisticCost(
            points.InsertRow(points.RowCount, Vector<double>.Build.Dense(points.ColumnCount, 1)),
            Vector<double>.Build.Dense([.. y.Select(label => (double)label)]));
        double[] θ = cost.Minimum().ToArray();
        return new(θ[..^1], θ[^1]);
    }

    /// <summary>The probabilities that a line gives to points. // [N]</summary>
    public static double[] Probabilities(LogisticModel line, double[,] X) =>
        LogisticEquations.Predict(Vector<double>.Build.Dense(line.W), line.B, Matrix<double>.Build.DenseOfArray(X)).ToArray();

    /// <summary>Numbers as one row. // [1 × N]</summary>
    public static double[,] AsRow(double[] x)
    {
        var row = new double[1, x.Length];
        Buffer.BlockCopy(x, 0, row, 0, sizeof(double) * x.Length);
        return row;
    }

    private static (double[] X, int[] Y) DrawStudents()
    {
        var random = new RandomStream(12);
        double[] hours = [.. random.Uniforms(40, 0, 6).Order()];
        return (hours, [.. hours.Select(h => random.Bernoulli(ScalarLogisticRegression.Predict([1.6], -4.8, [h])) ? 1 : 0)]);
    }
}
