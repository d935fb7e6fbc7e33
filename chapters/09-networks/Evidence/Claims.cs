using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Backpropagation;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>Layers, and the networks trained with them: the claims.</summary>
public static class NetworksClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S2-063", "self.fc1 = nn.Linear(2, 4)  # Input layer",
            "These are the weights into the hidden layer; the input layer is the two inputs and has none.",
            "fc1 holds 12 of the 17 numbers and returns the four hidden scores.",
            () => SimpleNet.Build(new RandomStream(1)).Layers[0] is var fc1 && Summary.CountOf(fc1) == 12 && fc1.Outputs == 4),
        new("S2-068", "Epoch …, Loss: loss.item().",
            "That is the loss of the last sample of the epoch, before its own update; the loss of the epoch is the mean over its samples.",
            "In the first epoch from seed 1 the two differ.",
            () => LastSampleAndMean(1) is var (last, mean) && Math.Abs(last - mean) > 0.01),
        new("S2-106", "criterion = nn.CrossEntropyLoss()  # for binary classification",
            "It is the loss of several classes, here ten; for two, one score and BCEWithLogitsLoss do.",
            "Ten equal scores cost ln 10 = 2.303, two cost ln 2 = 0.693.",
            () => Math.Abs(LossOfEqualScores(10) - Math.Log(10)) < 1e-12 && Math.Abs(LossOfEqualScores(2) - Math.Log(2)) < 1e-12),
        new("S2-107", "running_loss = loss.item(), printed as running_loss / len(train_dataloader).",
            "running_loss += loss.item(), from 0 in every epoch: as printed, one batch's loss is divided by the number of batches.",
            "On 20 batches of equal loss 2.3 the listing prints 0.115; the mean is 2.3.",
            () => AsPrinted([.. Enumerable.Repeat(2.3, 20)]) is var (printed, right) && Math.Abs(printed - 0.115) < 1e-12 && Math.Abs(right - 2.3) < 1e-12),
        new("S2-175", "Sequential models refer to data where the order of elements matters.",
            "A Sequential model is a stack of layers, whatever its data; data in order are the matter of sequence models.",
            "A stack of dense layers gives the same answers when the pixels of all images, and the columns of its first weights with them, change places.",
            OrderOfInputsIsNothing),
        new("S3-009", "With a neural network you can approximate practically any function.",
            "Any continuous one on a closed interval, with a hidden layer that is wide enough and not linear (or polynomial).",
            "Without an activation, 1-64-1 is a line: on sin x over [0, 10] no line comes below a mean squared error of 0.44, and 16 tanh units come to 0.001.",
            () => LinearStackOnSine() is var line && line > 0.44 && Approximation.Sine(16, 3, 2000).Error < 0.001),
        new("S3-215", "If the loss does not fall in every epoch, the model does not learn enough.",
            "With mini-batches it may rise now and then on the way down.",
            "A seeded run on three spirals rises in some epochs and ends with 99 % right.",
            () => ClassNetworks.Train(ClassNetworks.Spirals(1), [2, 16, 16, 3], width => new Relu(width), 1, 100).History is var h
                && h.Losses.Zip(h.Losses.Skip(1), (a, b) => b > a).Any(rose => rose) && h.Metrics[^1] > 0.98),
        new("S3-216", "A curve that settles at 0.1 may be a local minimum.",
            "Or a network too small: no weights of a single unit do better than ln 2 on XOR, "
                + "a convex problem that has no local minimum besides the global one.",
            "From ten starts a single unit ends at the same loss 0.6931 with gradient 0.",
            () => Enumerable.Range(1, 10).All(seed => Math.Abs(XorNetwork.OnCorners(0, (ulong)seed, 1000).Losses[^1] - Math.Log(2)) < 1e-6)),
        new("S4-016", "m_cols = concrete_data.shape[1] for the inputs.",
            "The last column is the target: eight predictors of nine columns, predictors.shape[1].",
            "A network for nine inputs refuses the eight predictors and names both shapes.",
            () => Refused(() => new Dense(9, 32, Initializers.Zero).Forward(Matrix<double>.Build.Dense(8, 1)), "[9 × N]", "[8 × 1]")),
        new("S4-018", "model.add(Dense(1, \"softmax\")) → 0 to 1 % output",
            "Dense(4, \"softmax\") with categorical cross-entropy: a softmax over one unit is 1 for every car, and no weight gets a gradient.",
            "All outputs of the printed network are exactly 1 and all gradients exactly 0; with four units more than 90 % of the test cars are right.",
            OneUnitLearnsNothing),
        new("S4-123", "loss.backward() twice in a row.",
            "Once: gradients add up, so that the second pass doubles them (and the library refuses it without retain_graph).",
            "After two backward passes every gradient of the XOR network is twice that of one.",
            () => TwiceAndOnce() is var (twice, once) && (twice - 2 * once).InfinityNorm() == 0 && once.InfinityNorm() > 0),
        new("S4-125", "self.linear2 = nn.Sigmoid(H, D_out)", "nn.Linear(H, D_out): the sigmoid has no parameters and as many outputs as inputs.",
            "With a sigmoid in its place the network returns four numbers and learns 12; with the linear layer one, and 17.",
            () => new Sequential(new Dense(2, 4, Initializers.Zero), new Sigmoid(4), new Sigmoid(4)) is var wrong
                && wrong.Outputs == 4 && Summary.CountOf(wrong) == 12
                && XorNetwork.Build(4, new RandomStream(1)) is var right && right.Outputs == 1 && Summary.CountOf(right) == 17),
        new("S4-134", "Uses the derivative of the 1st parameter in the output layer to help calculate the parameter of the next layer.",
            "The error terms of a layer, not a parameter's slope, are reused for the layer before it.",
            "Through 784-128-64-10 all slopes together cost 2.1 forward passes; without reuse two for each of the 109,386 numbers.",
            () => SharedErrorTerms.Backpropagation(784, 128, 64, 10) < 2.1 * BackwardWork.Forward(784, 128, 64, 10)
                && BackwardWork.Differences(784, 128, 64, 10) > 200_000 * BackwardWork.Forward(784, 128, 64, 10)),
        new("S4-152", "Scale the width of the distribution by the inverse of the number of neurons, 1/n.", "By 1/√n: variances add up, not widths.",
            "Through five layers of 64 tanh units the mean square of the signal falls below 10⁻⁶ with the width 1/n; with 1/√n it stays above 0.05.",
            () => TanhAfterFive(n => 1.0 / n) < 1e-6 && TanhAfterFive(n => 1 / Math.Sqrt(n)) > 0.05),
    ];

    private static (double Last, double Mean) LastSampleAndMean(ulong seed)
    {
        var random = new RandomStream(seed);
        Sequential network = SimpleNet.Build(random);
        var trainer = new Trainer(network, new MeanSquaredError(), new GradientDescent(network.Parameters, 0.01));
        double[] losses = [.. Enumerable.Range(0, 2).Select(n => trainer.Step(Column(SimpleNet.Samples[n].X), Column(SimpleNet.Samples[n].Y)))];
        return (losses[^1], losses.Average());
    }

    private static Matrix<double> Column(double[] values) => Matrix<double>.Build.DenseOfColumnArrays(values);

    private static double LossOfEqualScores(int classes) =>
        new SoftmaxCrossEntropy().Forward(Matrix<double>.Build.Dense(classes, 1, 0.7), Matrix<double>.Build.Dense(classes, 1, (k, _) => k == 0 ? 1 : 0));

    private static (double Printed, double Right) AsPrinted(double[] losses)
    {
        double overwritten = 0, sum = 0;
        foreach (double loss in losses)
        {
            overwritten = loss;
            sum += loss;
        }

        return (overwritten / losses.Length, sum / losses.Length);
    }

    private static bool OrderOfInputsIsNothing()
    {
        var random = new RandomStream(1);
        Matrix<double> W = Matrix<double>.Build.Dense(3, 5, random.Normals(15)), b = Matrix<double>.Build.Dense(3, 1),
            x = Matrix<double>.Build.Dense(5, 4, random.Normals(20));
        int[] order = [3, 1, 4, 0, 2];
        Matrix<double> moved = Matrix<double>.Build.Dense(5, 4, (d, n) => x[order[d], n]), columns = Matrix<double>.Build.Dense(3, 5, (k, d) => W[k, order[d]]);
        Matrix<double> Out(Matrix<double> weights, Matrix<double> inputs) => new Sequential(new Dense(weights, b), new Tanh(3)).Scores(inputs);
        return (Out(W, x) - Out(columns, moved)).InfinityNorm() < 1e-12;
    }

    private static double LinearStackOnSine()
    {
        Matrix<double> y = Approximation.X.PointwiseSin();
        Sequential network = MultilayerPerceptron.Of(
            [1, 64, 1], width => new ActivationLayer(Activation.Linear, width), Initializers.Xavier(new RandomStream(1)));
        var trainer = new Trainer(network, new MeanSquaredError(), new Adam(network.Parameters, 0.005));
        return Enumerable.Range(0, 1500).Min(_ => trainer.Step(Approximation.X, y));
    }

    private static bool Refused(Action action, params string[] parts)
    {
        try
        {
            action();
            return false;
        }
        catch (ArgumentException error)
        {
            return parts.All(part => error.Message.Contains(part, StringComparison.Ordinal));
        }
    }

    private static bool OneUnitLearnsNothing()
    {
        SampleSet training = CarClasses.Draw(new RandomStream(1), 400), test = CarClasses.Draw(new RandomStream(2), 200);
        Sequential printed = CarClasses.Build(1, new RandomStream(3));
        Matrix<double> x = Column(training[0].X).Append(Column(training[1].X)), y = Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 1 } });
        var loss = new MeanSquaredError();
        Matrix<double> p = printed.Forward(x);
        loss.Forward(p, y);
        bool ones = p.Enumerate().All(v => v == 1);
        printed.Accumulate(loss.Backward());
        bool zeros = printed.Parameters.All(parameter => parameter.Gradient.Enumerate().All(g => g == 0));
        return ones && zeros && CarClasses.Train(training, test, 1, 30).History.ValidationMetrics[^1] > 0.9;
    }

    private static (Matrix<double> Twice, Matrix<double> Once) TwiceAndOnce()
    {
        Sequential network = XorNetwork.Build(4, new RandomStream(1));
        var loss = new SigmoidCrossEntropy();
        loss.Forward(network.Forward(XorNetwork.Corners), XorNetwork.Targets);
        network.Accumulate(loss.Backward());
        Matrix<double> once = network.Parameters[0].Gradient.Clone();
        network.Accumulate(loss.Backward());
        return (network.Parameters[0].Gradient, once);
    }

    private static double TanhAfterFive(Func<int, double> width)
    {
        var random = new RandomStream(4);
        return SignalFlow.Through(64, 5, Initializers.Normal(random, width(64)), n => new Tanh(n), random, 50).Forward[^1];
    }
}
