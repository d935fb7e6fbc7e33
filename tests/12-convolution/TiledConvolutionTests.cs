using MathNet.Numerics.LinearAlgebra;
using Reference.Benchmarks;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Convolutions.Tests.Images;

namespace Reference.Convolutions.Tests;

/// <summary>The rung of tiles, benchmarks/Ladders, has the numbers of the layer.</summary>
public class TiledConvolutionTests
{
    // (12.9) (12.10) (12.11): images of fewer outputs than a tile, of more, and a last tile that is not full.
    [Property(MaxTest = 40)]
    public void Tiles_have_the_numbers_of_the_layer(Seed seed)
    {
        RandomStream random = seed.Stream();
        (ImageShape image, Window window) = Draw(random, most: 14);
        int O = 1 + random.Below(5);
        var layer = new Conv2D(image, O, window, Initializers.Normal(random, 1), Initializers.Normal(random, 1));
        Matrix<double> X = Normal(random, image.Length, 1), dY = Normal(random, layer.Outputs, 1),
            W = layer.Parameters[0].Value, b = layer.Parameters[1].Value, Y = Normal(random, layer.Outputs, 1);
        Matrix<double> dW = Normal(random, W.RowCount, W.ColumnCount), db = Normal(random, O, 1),
            dX = Normal(random, image.Length, 1), beforeW = dW.Clone(), beforeB = db.Clone(), beforeX = dX.Clone();
        var tiled = new TiledConvolution(image, window);
        int outputs = layer.Outputs / O;
        tiled.Forward(X.AsColumnMajorArray(), W.View(), b.View(), Y.View().Reshape(O, outputs));
        tiled.Backward(
            X.AsColumnMajorArray(), W.View(), dY.View().Reshape(O, outputs), dW.View(), db.View(),
            dX.AsColumnMajorArray());
        Near(layer.Forward(X.View()).ToMatrix(), Y);
        Matrix<double> wanted = layer.Backward(dY.View()).ToMatrix();
        NearSum(beforeX, wanted, dX);
        NearSum(beforeW, layer.Parameters[0].Gradient, dW);
        NearSum(beforeB, layer.Parameters[1].Gradient, db);
    }

    // The sum may cancel: its error is that of its parts.
    private static void NearSum(Matrix<double> before, Matrix<double> added, Matrix<double> actual) => Assert.True(
        (before + added - actual).L2Norm() <= 1e-12 * (before.L2Norm() + added.L2Norm()));
}
