using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Batches = Reference.Datasets.Batches;

namespace Reference.Networks;

/// <summary>Statements and listings of the notes about layers and training that a counterexample refutes.</summary>
public static class NetworksClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        .. DataClaims.All,
        new("S2-106", "criterion = nn.CrossEntropyLoss() # for binary classification",
            "It is the loss of several classes, here ten; for two, one score with BCEWithLogitsLoss is enough.",
            "Ten equal scores cost ln 10 = 2.303, two cost ln 2 = 0.693.",
            () => Near(LossOfEqualScores(10), Math.Log(10)) && Near(LossOfEqualScores(2), Math.Log(2))),
        new("S2-107", "running_loss = loss.item(), printed as running_loss/len(train_dataloader)",
            "running_loss += loss.item(), from 0 in every epoch: one loss is divided by the number of batches.",
            "On 20 batches of loss ln 10 the listing prints 0.115; the mean is 2.303.",
            () => ListingAndMean() is var (listing, mean)
                && Near(listing, Math.Log(10) / 20) && Near(mean, Math.Log(10)),
            kind: ErratumKind.Listing),
        new("S2-175",
            "A Sequential Model […] is a linear stack of layers […]. Refers to data where the order of elements "
                + "matters, such as time series, text, audio, video, etc.",
            "A Sequential model is a stack, whatever its data; ordered data are the subject of sequence models.",
            "A stack gives the same output when the elements of all inputs and the columns of W change places alike.",
            OrderOfInputsDoesNotMatter),
        new("S3-215",
            "Se la funzione loss non diminuisce ad ogni epoca, significa che il modello non sta imparando abbastanza "
                + "dai dati di addestramento.",
            "With mini-batches it may rise now and then on its way down.",
            "A seeded run on three spirals rises in some epochs and ends with 99 % right.",
            () => ClassNetworks.Train(ClassNetworks.Spirals(1), [2, 16, 16, 3], n => new Relu(n), 1, 100).History
                is var run && run.Losses.Zip(run.Losses.Skip(1)).Any(e => e.Second > e.First)
                && run.Metrics[^1] > 0.98),
        new("S4-018", "model.add(Dense(1, \"softmax\")) → 0 to 1 % output",
            "Dense(4, \"softmax\") with categorical cross-entropy: a softmax over one unit is 1 for every car.",
            "All outputs of the printed network are 1, all gradients 0; four units get 90 % of the test cars right.",
            OneUnitLearnsNothing, kind: ErratumKind.Listing),
        new("S4-123", "loss.backward() loss.backward() optimizer.step()",
            "Once: gradients add up, so a second pass doubles them (PyTorch refuses it without retain_graph).",
            "After two backward passes the gradient of the XOR network is twice that of one.",
            () => Gradient(passes: 2) is var twice && (twice - 2 * Gradient(passes: 1)).InfinityNorm() == 0
                && twice.InfinityNorm() > 0,
            kind: ErratumKind.Listing),
        new("S4-125", "# Output Layer self.linear2 = nn.Sigmoid(H, D_out)",
            "nn.Linear(H, D_out): a sigmoid has no parameters and as many outputs as inputs.",
            "With a sigmoid the network has four outputs and 12 parameters; with the linear layer one and 17.",
            () => new Sequential(new Dense(2, 4, Initializers.Zero), new Sigmoid(4), new Sigmoid(4)) is var printed
                && (printed.Outputs, Summary.Of(printed).Total) == (4, 12)
                && XorNetwork.Build(4, new RandomStream(1)) is var right
                && (right.Outputs, Summary.Of(right).Total) == (1, 17),
            kind: ErratumKind.Listing),
        new("S4-152", "Scale the width of the distribution by the inverse of the number of neurons. 1/# of neurons",
            "By 1/√n, if the width is a bound or a deviation; 1/n is the scale of the variance.",
            "Through five layers of 64 tanh units, the deviation 1/n leaves a mean square below 10⁻⁶, 1/√n over 0.05.",
            () => TanhAfterFive(n => 1.0 / n) < 1e-6 && TanhAfterFive(n => 1 / Math.Sqrt(n)) > 0.05),
    ];

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;

    private static double LossOfEqualScores(int classes) => new SoftmaxCrossEntropy().Forward(
        Matrix<double>.Build.Dense(classes, 1, 0.7), Matrix<double>.Build.Dense(classes, 1, (k, _) => k == 0 ? 1 : 0));

    // A network of equal scores and rate 0: every batch has the same loss.
    private static (double Listing, double Mean) ListingAndMean()
    {
        var network = new Dense(2, 10, Initializers.Zero);
        int[] labels = [.. Enumerable.Range(0, 100).Select(n => n % 10)];
        var set = new SampleSet(new ColumnSamples(new double[2, 100]), labels, 10);
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new GradientDescent(network.Parameters, 0));
        double[] batches = [.. new Batches(set, 5).Epoch().Select(batch => trainer.Step(batch.X, batch.Y))];
        return (batches[^1] / batches.Length, trainer.Fit(set, 1, 5).Losses[0]);
    }

    private static bool OrderOfInputsDoesNotMatter()
    {
        var random = new RandomStream(1);
        Matrix<double> W = Matrix<double>.Build.Dense(3, 5, random.Normals(15)), b = Matrix<double>.Build.Dense(3, 1),
            x = Matrix<double>.Build.Dense(5, 4, random.Normals(20));
        int[] order = [3, 1, 4, 0, 2];
        Matrix<double> Out(Func<int, int> place) => new Sequential(
            new Dense(Matrix<double>.Build.Dense(3, 5, (k, d) => W[k, place(d)]), b), new Tanh(3))
            .Forward(Matrix<double>.Build.Dense(5, 4, (d, n) => x[place(d), n]));
        return (Out(d => d) - Out(d => order[d])).InfinityNorm() < 1e-12;
    }

    private static bool OneUnitLearnsNothing()
    {
        SampleSet training = CarClasses.Draw(new RandomStream(1), 400),
            test = CarClasses.Draw(new RandomStream(2), 200);
        Sequential printed = CarClasses.Build(1, new RandomStream(3));
        Matrix<double> X = Matrix<double>.Build.DenseOfColumnArrays(training[0].X, training[1].X);
        bool ones = printed.Forward(X).Enumerate().All(p => p == 1);
        printed.Backward(Matrix<double>.Build.Dense(1, 2, (_, n) => 1 - 3 * n));
        bool zeros = printed.Parameters.All(p => p.Gradient.Enumerate().All(g => g == 0));
        return ones && zeros && CarClasses.Train(training, test, 1, 30).History.ValidationMetrics[^1] > 0.9;
    }

    private static Matrix<double> Gradient(int passes)
    {
        Sequential network = XorNetwork.Build(4, new RandomStream(1));
        var loss = new SigmoidCrossEntropy();
        loss.Forward(network.Forward(XorNetwork.Corners), XorNetwork.Targets);
        for (int pass = 0; pass < passes; pass++)
        {
            network.Backward(loss.Backward());
        }

        return network.Parameters[0].Gradient;
    }

    private static double TanhAfterFive(Func<int, double> deviation)
    {
        var random = new RandomStream(4);
        return SignalFlow
            .Through(64, 5, Initializers.Normal(random, deviation(64)), n => new Tanh(n), random, 50).Forward[^1];
    }
}
