using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.VariationalAutoencoders.Tests;

/// <summary>The convolutional autoencoder of the notes against PyTorch in float64, with Keras's <c>same</c> padding:
/// (0, 1) on the way in, cropped in the same places on the way out.</summary>
public class VaeGoldenTests
{
    private const int Units = 50, Batch = 6;

    private static readonly Golden PyTorch = Golden.Read("23-vae");

    private static Matrix<double> Pixels(int step) => HashFill.Matrix($"23-vae/x{step}", 784, Batch).PointwiseAbs();

    private static Matrix<double> Noise(int step) => HashFill.Matrix($"23-vae/noise{step}", Units, Batch);

    private static VariationalAutoencoder Model()
    {
        VariationalAutoencoder model = VaeModels.Convolutional(new RandomStream(1));
        foreach ((ILayer part, string name) in new[] { (model.Encoder, "encoder"), (model.Decoder, "decoder") })
        {
            int fan = 1;
            foreach (StoredTensor tensor in part.Stored)
            {
                NamedTensor mine = tensor.Save();
                bool transposed = name == "decoder" && mine.Shape.Count == 4;
                fan = mine.Shape.Count == 1 ? fan // of its weight
                    : transposed ? (int)mine.Shape[0] : mine.Doubles.Length / (int)mine.Shape[0];
                double[] values = HashFill.Values($"23-vae/{name}.{tensor.Name}", mine.Doubles.Length);
                tensor.Load(new NamedTensor(tensor.Name, [.. values.Select(v => v / Math.Sqrt(fan))], mine.Shape));
            }
        }

        return model;
    }

    private static void Compare(string kind, VariationalAutoencoder model)
    {
        foreach ((ILayer part, string name) in new[] { (model.Encoder, "encoder"), (model.Decoder, "decoder") })
        {
            foreach (StoredTensor tensor in part.Stored)
            {
                NamedTensor mine = tensor.Save();
                int rows = (int)mine.Shape[0];
                PyTorch.Agrees($"{kind}.{name}.{tensor.Name}", Matrix<double>.Build.DenseOfRowMajor(
                    rows, mine.Doubles.Length / rows, mine.Doubles.ToArray()));
            }
        }
    }

    // (23.5) (23.7) (23.9) (23.10) S3-255 S3-256 S3-257
    [Fact]
    public void Loss_and_every_gradient_match_PyTorch()
    {
        VariationalAutoencoder model = Model();
        PyTorch.Agrees("parameters", model.Parameters.Sum(p => (double)p.Values.Length));
        ElboTerms terms = model.Forward(Pixels(0).View(), Noise(0).View());
        PyTorch.Agrees("reconstruction", terms.Reconstruction);
        PyTorch.Agrees("divergence", terms.Divergence);
        model.Backward();
        foreach (Parameter parameter in model.Parameters)
        {
            parameter.Gradients.CopyTo(parameter.Values); // to be read in the order of a file
        }

        Compare("gradient", model);
    }

    // S3-257: the training step of listing 10, with Adam.
    [Fact]
    public void Ten_steps_of_Adam_match_PyTorch()
    {
        VariationalAutoencoder model = Model();
        var trainer = new VaeTrainer(model, new Adam(model.Parameters), new RandomStream(1));
        PyTorch.Agrees("losses", [.. Enumerable.Range(0, 10).Select(step =>
            trainer.Step(Pixels(step).View(), Noise(step).View()).Loss(1))]);
        Compare("after", model);
    }
}
