using MathNet.Numerics.LinearAlgebra;
using Reference.Book;

namespace Reference.Classification;

/// <summary>Listings of the notes that do not run as printed, beside the ones that do.</summary>
public static class LogisticRegressionClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S4-108", "`super(Softmax, self).init()`", "`super(Softmax, self).__init__()`",
            "A Module has no method `init`. With `__init__()` the model of seed 1 holds 9 numbers, and its output is "
            + "the scores z: −0.4053, 0.8864 and 0.2807 for (1, 2).",
            () => SeededSoftmax.OfNotes.ParameterCount == 9 && Near(Scores(1), [-0.4053, 0.8864, 0.2807]),
            ErratumKind.Listing),
        new("S4-109", "`x = torch.tensor([1.0, 2.0])`, `z = model(x)`, `yhat = z.max(1)`",
            "`x = torch.tensor([[1.0, 2.0]])` and `yhat = z.max(1)[1]`.",
            "A tensor of one dimension has no dimension 1; and `max` returns the largest score, 0.8864, then its "
            + "index, 1: the class.",
            () => Math.Abs(Scores(1).Maximum() - 0.8864) < 5e-5 && Scores(1).MaximumIndex() == 1,
            ErratumKind.Listing),
        new("S4-110", "`x = torch.tensor([1.0, 1.0], [1.0, 2.0], [1.0, 3.0])`",
            "`x = torch.tensor([[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])`",
            "`tensor` takes one list. As a batch of three the samples score −0.0932, 0.5545, −0.1433 for (1, 1) and "
            + "−0.7174, 1.2183, 0.7048 for (1, 3): class 1 throughout.",
            () => Near(Scores(0), [-0.0932, 0.5545, -0.1433]) && Near(Scores(2), [-0.7174, 1.2183, 0.7048])
                && SeededSoftmax.OfNotes.Classify(SeededSoftmax.Samples) is [1, 1, 1],
            ErratumKind.Listing),
    ];

    private static Vector<double> Scores(int sample) => SeededSoftmax.Scores.Column(sample);

    private static bool Near(Vector<double> scores, double[] printed) =>
        scores.Zip(printed, (a, b) => Math.Abs(a - b) < 5e-5).All(near => near);
}
