using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Autoencoders;

/// <summary>Tasks on codes: clusters, classes, anomalies, samples. S3-171, S3-173, S3-175, S4-181,
/// S4-202.</summary>
public static class CodeTasks
{
    /// <summary>An autoencoder 784-256-64-k whose code is conditioned by a linear classifier of it. S3-176.</summary>
    public static Autoencoder Supervised(
        SampleSet digits, int k, int epochs, ulong seed, double supervision = 0.1)
    {
        var random = new RandomStream(seed);
        Autoencoder autoencoder = DigitAutoencoders.Deep(k, random);
        var classifier = new Dense(k, 10, Initializers.InverseRoot(random));
        var trainer = new ConditionedTrainer(
            autoencoder, new Adam([.. autoencoder.Parameters, .. classifier.Parameters]), classifier: classifier,
            supervision: supervision);
        trainer.Fit(digits, epochs, 64, new(seed + 100));
        return autoencoder;
    }

    /// <summary>The same network trained on pairs with margin m. S3-177.</summary>
    public static Autoencoder Siamese(
        SampleSet digits, int k, int epochs, ulong seed, double margin = 2, double weight = 0.1)
    {
        Autoencoder autoencoder = DigitAutoencoders.Deep(k, new(seed));
        new SiameseTrainer(autoencoder, new Adam(autoencoder.Parameters), new(margin), weight)
            .Fit(digits, epochs, 64, new(seed + 100));
        return autoencoder;
    }

    /// <summary>The held-out accuracy of a network k-32-10 on standardized codes, from so many labels of each class.
    /// S3-175. // Z [k × N], held [k × M]</summary>
    public static double Accuracy(
        Matrix<double> Z, IReadOnlyList<int> labels, Matrix<double> held, IReadOnlyList<int> heldLabels, int each,
        ulong seed, int epochs = 200)
    {
        int[] chosen = [.. labels.Index().GroupBy(one => one.Item).SelectMany(of => of.Take(each))
            .Select(one => one.Index)];
        Matrix<double> few = Matrix<double>.Build.DenseOfColumnVectors(chosen.Select(Z.Column));
        Matrix<double> ones = Matrices.Ones(few.ColumnCount, 1), μ = few * ones / few.ColumnCount;
        Matrix<double> s = ((few - μ * ones.Transpose()).PointwisePower(2) * ones / few.ColumnCount)
            .PointwiseSqrt().PointwiseMaximum(1e-12);
        SampleSet Set(Matrix<double> codes, IEnumerable<int> of) =>
            new(new ColumnSamples(PcaEquations.Standardized(codes, μ, s)), [.. of], 10);
        var random = new RandomStream(seed);
        Initializer start = Initializers.InverseRoot(random);
        Sequential network = MultilayerPerceptron.Of(
            [Z.RowCount, 32, 10], width => new Relu(width), start, start);
        var trainer = new Trainer(
            network, new SoftmaxCrossEntropy(), new Adam(network.Parameters, 0.01), Metric.Accuracy);
        trainer.Fit(Set(few, chosen.Select(n => labels[n])), epochs, 64, random);
        return trainer.Evaluate(Set(held, heldLabels)).Metric;
    }

    /// <summary>The share of images of which a classifier is sure: it gives one class at least so much probability.
    /// S3-245. // X [784 × N]</summary>
    public static double Sure(Trainer classifier, Matrix<double> X, double probability = 0.9) =>
        classifier.Predict(X).EnumerateColumns().Average(p => p.Maximum() >= probability ? 1.0 : 0);

    /// <summary>Images of codes that are drawn from the normal distribution of given codes. S3-245, S4-199.
    /// // Z [k × N] → [D × count]</summary>
    public static Matrix<double> Sampled(Autoencoder autoencoder, Matrix<double> Z, int count, RandomStream random)
    {
        Matrix<double> μ = Z * Matrices.Ones(Z.ColumnCount, 1) / Z.ColumnCount;
        Matrix<double> C = PcaEquations.Covariance(Z - μ * Matrices.Ones(1, Z.ColumnCount));
        Matrix<double> L = (C + 1e-9 * Matrix<double>.Build.DenseIdentity(Z.RowCount)).Cholesky().Factor;
        Matrix<double> ε = Matrix<double>.Build.Dense(Z.RowCount, count, random.Normals(Z.RowCount * count));
        return autoencoder.Decoder.Forward(L * ε + μ * Matrices.Ones(1, count), Mode.Inference);
    }
}
