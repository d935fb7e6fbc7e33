using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Regularization;

namespace Reference.ModelSelection;

/// <summary>Scores of chapter 10's overfitted network on points that it has not seen.</summary>
public static class Overfitted
{
    /// <summary>Scores and labels of so many points. // z [count][2], y [count]</summary>
    public static (double[][] Z, int[] Y) Scores(ulong seed, int count)
    {
        LabelledPoints points = DropoutNetworks.Points(new RandomStream(seed), count);
        Matrix<double> Z = OverfitRun.Bare.Trainer.Network.Forward(
            Matrix<double>.Build.DenseOfArray(points.X), Mode.Inference);
        return (Z.ToColumnArrays(), points.Labels);
    }
}
