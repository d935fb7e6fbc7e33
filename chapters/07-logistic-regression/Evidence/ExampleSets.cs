using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Losses;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>The synthetic sets of the figures and experiments, with fixed seeds.</summary>
public static class ExampleSets
{
    /// <summary>Two normal clouds that overlap: no line separates them.</summary>
    public static LabelledPoints Overlapping { get; } =
        Blobs.Draw(new RandomStream(3), new[,] { { -1.0, 1 }, { -0.6, 0.8 } }, 160, 1);

    /// <summary>60 points on both sides of a line.</summary>
    public static SeparableSet Separable { get; } =
        SeparableSet.Draw(new RandomStream(70), dimension: 2, count: 60, margin: 0.08);

    /// <summary>Three clouds in the plane.</summary>
    public static LabelledPoints ThreeClasses { get; } =
        Blobs.Draw(new RandomStream(5), new[,] { { -2.0, 2, 0.2 }, { -1, -0.8, 1.9 } }, 150, 0.9);

    /// <summary>40 made-up students: hours of study, and whether the exam was passed.</summary>
    public static (double[] X, int[] Y) Students { get; } = DrawStudents();

    /// <summary>The students as points of one feature. // [1 × 40]</summary>
    public static double[,] StudentPoints { get; } = AsRow(Students.X);

    /// <summary>The model of least loss on points // [D × N] and labels // [N], by Newton's method.</summary>
    public static LogisticModel Best(double[,] X, int[] y)
    {
        Matrix<double> points = Matrix<double>.Build.DenseOfArray(X);
        var cost = new LogisticCost(
            points.InsertRow(points.RowCount, Vector<double>.Build.Dense(points.ColumnCount, 1)),
            Vector<double>.Build.Dense([.. y.Select(label => (double)label)]));
        double[] θ = cost.Minimum().ToArray();
        return new(θ[..^1], θ[^1]);
    }

    /// <summary>Numbers as one row. // [1 × N]</summary>
    public static double[,] AsRow(double[] x) => Matrix<double>.Build.DenseOfRowArrays(x).ToArray();

    private static (double[] X, int[] Y) DrawStudents()
    {
        var random = new RandomStream(12);
        double[] hours = [.. random.Uniforms(40, 0, 6).Order()];
        return (hours, [.. hours.Select(h =>
            random.Bernoulli(ScalarLogisticRegression.Predict([1.6], -4.8, [h])) ? 1 : 0)]);
    }
}

/// <summary>The untrained model of S4: <c>torch.manual_seed(1)</c>, <c>Softmax(2, 3)</c>, S4-108…S4-110.</summary>
public static class SeededSoftmax
{
    /// <summary>S4's model of two features and three classes, from seed 1.</summary>
    public static SoftmaxRegression OfNotes { get; } = Create();

    /// <summary>S4's samples (1, 1), (1, 2) and (1, 3), one per column, S4-110.</summary>
    public static Matrix<double> Samples => Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 1, 1 }, { 1, 2, 3 } });

    /// <summary>The scores of the samples. // [3 × 3]</summary>
    public static Matrix<double> Scores =>
        SoftmaxRegressionEquations.Scores(OfNotes.W.Value, OfNotes.B.Value.Column(0), Samples);

    private static SoftmaxRegression Create()
    {
        var layer = LinearModels.LinearRegression.FromSeed(1, 2, 3);
        return new(layer.Weight.Value, layer.Bias.Value.Column(0));
    }
}
