using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Regularization;

/// <summary>Statements and listings of the notes about regularization that a counterexample refutes.</summary>
public static class RegularizationClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S1-109",
            "Use early stopping to end the training process at a point that minimizes both testing error and "
                + "training error.",
            "It minimizes the validation error; the training error goes on falling.",
            "2-100-100-2 on 200 points with wrong labels: at the epoch of least validation loss the training loss is "
                + "a quarter above that of the last epoch.",
            () => OverfitRun.Bare.History is var run && EarlyStopping.Of(run.ValidationLosses, 1000).Best is var best
                && best < run.Epochs.Count && run.Losses[best - 1] > 1.25 * run.Losses[^1]),
        new("S1-111", "Our training data may be biased and this bias may be incorporated into the model in a way that "
                + "oversimplifies it. […] in other words, it will underfit the data because it has error due to bias.",
            "Error due to bias is that of a model too simple for its data; data that leave cases out are a bias of "
                + "the sample, and no model cures it.",
            "|x| seen for x < 0 only: a line has training error 0 and at x = 1 an error of 2, and so has degree 3.",
            () => new[] { 1, 3 }.Select(LeftHalf).All(fit => fit.Train < 1e-20 && Math.Abs(fit.AtOne + 1) < 1e-9)),
        new("S1-114", "In summary, we do gradient descent until the testing error stops decreasing and starts to "
                + "increase. At that moment, we stop.",
            "Stop on a validation set: the smallest of many test errors is no measure any more.",
            "Of 50 guesses on 100 test labels the best errs on 37 %, median of 99 draws; on fresh labels on 50 %.",
            () => BestGuess() is var (chosen, fresh) && chosen < 0.4 && Math.Abs(fresh - 0.5) < 0.01),
        new("S1-134", "the probability that each node will get dropped during each epoch",
            "At each step, and for each sample of a batch: the mask is drawn anew.",
            "Two columns of one pass and two passes have different masks.",
            MasksDiffer),
        new("S2-131", "Save the model using torch.save(model.pt)",
            "torch.save(model.state_dict(), \"model.pt\"): what is saved, and where.",
            "A state dictionary brings another network to the same outputs; without it there is nothing to load.",
            () => new Sequential(new Dense(2, 1, Initializers.He(new RandomStream(1)))) is var saved
                && new Sequential(new Dense(2, 1, Initializers.He(new RandomStream(2)))) is var other
                && Claim.Refuses(() => StateDictionary.Load(other, [])) && Loads(saved, other),
            ErratumKind.Listing),
        new("S3-105", "Queste due tecniche rendono il modello più sensibile la noise e alla varianza dei dati.",
            "Less sensitive: a penalty lowers the variance of the model and raises its bias.",
            "Degree 9 on 12 points, 100 draws of the noise: with λ = 0.1 the prediction at 0.9 varies less than a "
                + "tenth as much as without.",
            () => Variance(0.1) < 0.1 * Variance(0)),
        new("S3-236", "Salviamo i pesi della rete per poter continuare in un secondo momento l'addestramento della "
                + "rete.",
            "The file must hold the optimizer too, as Keras's .h5 does: with the weights alone the run goes "
                + "elsewhere.",
            "Adam, 3 + 3 epochs: with its moments the weights are those of 6 epochs, without them they are not.",
            () => Continued(withOptimizer: true) && !Continued(withOptimizer: false)),
        new("S4-086", "if loss_val < min_loss: value = epoch min_loss = loss_val torch.save(model.state_dict(), "
                + "'best-model.pt')",
            "torch.save inside the if, and min_loss = ∞ before the loop.",
            "Validation losses 1, 0.8, 0.7, 0.75, 0.8, 0.9: saved in every epoch, the file holds epoch 6; the best "
                + "is 3.",
            () => EarlyStopping.Of([1, 0.8, 0.7, 0.75, 0.8, 0.9], 1000) == (6, 3),
            ErratumKind.Listing),
    ];

    private static (double Train, double AtOne) LeftHalf(int degree)
    {
        double[] x = [-1, -0.8, -0.6, -0.4, -0.2], y = [.. x.Select(Math.Abs)];
        var fit = PolynomialFit.Of(x, y, degree);
        return (fit.Error(x, y), fit.At(1));
    }

    private static (double Chosen, double Fresh) BestGuess()
    {
        var random = new RandomStream(1);
        double[] Errors(int guesses) => [.. Enumerable.Range(0, guesses)
            .Select(_ => Enumerable.Range(0, 100).Average(_ => random.Bernoulli(0.5) ? 1.0 : 0))];
        double[] best = [.. Enumerable.Range(0, 99).Select(_ =>
            Errors(50) is var errors ? errors[EarlyStopping.Of(errors, 50).Best - 1] : 0).Order()];
        return (best[49], Errors(99).Average());
    }

    private static bool MasksDiffer()
    {
        var layer = new Dropout(50, 0.2, new RandomStream(1));
        Matrix<double> X = Matrix<double>.Build.Dense(50, 2, 1), first = layer.Forward(X), second = layer.Forward(X);
        return !first.Column(0).Equals(first.Column(1)) && !first.Column(0).Equals(second.Column(0));
    }

    private static bool Loads(Sequential saved, Sequential other)
    {
        Matrix<double> X = Matrix<double>.Build.Dense(2, 3, (d, n) => d - n);
        bool differ = !saved.Forward(X).Equals(other.Forward(X));
        StateDictionary.Load(other, StateDictionary.Of(saved));
        return differ && saved.Forward(X).Equals(other.Forward(X));
    }

    private static double Variance(double λ)
    {
        var random = new RandomStream(3);
        double[] x = [.. Enumerable.Range(0, 12).Select(i => -1 + 2 * i / 11.0)];
        double[] at = [.. Enumerable.Range(0, 100).Select(_ => PolynomialFit
            .Of(x, [.. x.Select(v => NoisyCurve.Truth(v) + random.Normal(0, 0.3))], 9, λ).At(0.9))];
        double mean = at.Average();
        return at.Average(v => (v - mean) * (v - mean));
    }

    private static bool Continued(bool withOptimizer)
    {
        SampleSet set = NoisyCurve.Draw(new RandomStream(1)).Training.Samples;
        Trainer New()
        {
            Sequential network = MultilayerPerceptron.Of(
                [1, 4, 1], width => new Tanh(width), Initializers.He(new RandomStream(2)));
            return new(network, new MeanSquaredError(), new Adam(network.Parameters, 0.05));
        }

        Trainer whole = New(), first = New(), second = New();
        whole.Fit(set, 6, 4);
        first.Fit(set, 3, 4);
        if (withOptimizer)
        {
            TrainingCheckpoint.Restore(second, TrainingCheckpoint.Of(first, 3, 2));
        }
        else
        {
            StateDictionary.Load(second.Network, StateDictionary.Of(first.Network));
        }

        second.Fit(set, 6, 4, done: 3);
        return whole.Network.Parameters.Zip(second.Network.Parameters, (a, b) => a.Value.Equals(b.Value)).All(e => e);
    }
}
