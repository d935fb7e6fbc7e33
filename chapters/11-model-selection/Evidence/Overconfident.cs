using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;

namespace Reference.ModelSelection;

/// <summary>Scores of a network of the notes' objective that was trained too long, once for figures and
/// tests.</summary>
public static class Overconfident
{
    private static readonly Lazy<(double[][] Z, int[] Y, double[][] TestZ, int[] TestY)> scores = new(() =>
    {
        ThreeParts parts = NotesObjective.Data(1, 1200);
        ILayer network = NotesObjective.Train(parts, [64], 0.01, 1, 25).Trainer.Network;
        double[][] Of(SampleSet set) => network.Forward(
            Matrix<double>.Build.DenseOfColumnArrays(Enumerable.Range(0, set.Count).Select(n => set[n].X)),
            Mode.Inference).ToColumnArrays();
        SampleSet test = parts.OpenTest();
        return (Of(parts.Validation), [.. parts.Validation.Labels], Of(test), [.. test.Labels]);
    });

    /// <summary>Scores and labels of the validation set, which chooses the temperature, and of the test set.
    /// // [N][3], [N]</summary>
    public static (double[][] Z, int[] Y, double[][] TestZ, int[] TestY) Scores => scores.Value;
}
