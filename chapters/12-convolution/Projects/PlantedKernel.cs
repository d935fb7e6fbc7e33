using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Convolutions;

/// <summary>
/// A kernel that is learned: the maps of a known one are the targets, and descent finds it again. S2-143, S3-115.
/// </summary>
public static class PlantedKernel
{
    /// <summary>The mean squared error before every step, and the kernel after each number of steps in
    /// <paramref name="kept"/>, on fresh random images of 12 × 12, 8 a step.
    /// // planted [k × k] → [steps], [k × k]</summary>
    public static (double[] Losses, double[][,] Kernels) Find(double[,] planted, int steps, params int[] kept)
    {
        int k = planted.GetLength(0);
        var shape = new ImageShape(12, 12, 1);
        var teacher = new Conv2D(shape, 1, Window.Square(k), Initializers.Zero);
        Matrix<double>.Build.DenseOfArray(planted).ToRowMajorArray().CopyTo(teacher.Parameters[0].Values);
        var random = new RandomStream(3);
        var student = new Conv2D(shape, 1, Window.Square(k), Initializers.InverseRoot(random));
        var trainer = new Trainer(student, new MeanSquaredError(), new GradientDescent(student.Parameters, 0.1));
        var kernels = new List<double[,]>();
        var losses = new double[steps];
        for (int t = 0; t <= steps; t++)
        {
            if (kept.Contains(t))
            {
                double[] w = student.Parameters[0].Values.ToArray();
                kernels.Add(Matrix<double>.Build.DenseOfRowMajor(k, k, w).ToArray());
            }

            if (t < steps)
            {
                Matrix<double> X = Matrix<double>.Build.Dense(shape.Length, 8, random.Normals(8 * shape.Length));
                losses[t] = trainer.Step(X, teacher.Forward(X, Mode.Inference));
            }
        }

        return (losses, [.. kernels]);
    }
}
