using Reference.Book;
using Reference.Perceptrons;

namespace Reference.Classification;

/// <summary>The step against the gradient, and the perceptron's beside it.</summary>
internal static class StepDerivations
{
    public static IEnumerable<Derivation> All => [Step(), OneOverM(), Perceptron()];

    private static Derivation Step() => new Derivation<LogisticDraw>(
        "step", "The descent step", "S1-059 S1-051", LogisticDraw.One)
        .Start(@"w_i - \alpha\, \frac{\partial E}{\partial w_i}", p =>
            [.. p.W.Zip(ScalarLogisticRegression.PointGradient(p.W, p.B, p.X, p.Y).DW, (w, d) => w - p.Rate * d)])
        .Equal(@"w_i - \alpha \big[ -(y - \hat y)\, x_i \big]", p => [.. p.W.Zip(p.X, (w, x) => w - p.Rate * -(p.Y - p.ŷ) * x)])
        .Printed("S1-059", @"w_i - \big[ -(y - \hat y)\, x_i \big]", p => [.. p.W.Zip(p.X, (w, x) => w + (p.Y - p.ŷ) * x)],
            "The notes announce a multiple of the gradient and print the gradient itself, here and in the two lines after it: the step for α = 1.")
        .Equal(@"w_i + \alpha\, (y - \hat y)\, x_i", p => ScalarLogisticTraining.Update(p.Line, p.X, p.Y, p.Rate).W);

    private static Derivation OneOverM() => new Derivation<LogisticDraw>(
        "one-over-m", "Where 1/m goes", "S1-060", LogisticDraw.Five)
        .Start(@"w - \alpha\, \nabla \Big( \frac{1}{m} \sum_i E_i \Big)", p =>
            [.. p.W.Zip(ScalarLogisticRegression.Gradient(p.W, p.B, p.Columns, p.Labels).DW, (w, d) => w - p.Rate * d)])
        .Printed("S1-060", @"w + \frac{1}{m} \sum_i (y_i - \hat y_i)\, x^{(i)}", p => p.Mean((x, y) => [.. p.W.Zip(x, (w, v) => w + (y - p.Predict(x)) * v)]),
            "The notes put 1/m in the place of 1, “as b is a constant”, and call it the learning rate. "
            + "It is α that is constant: (1/m)α stands in the place of α, and is called α again.")
        .Equal(@"w + \frac{1}{m} \alpha \sum_i (y_i - \hat y_i)\, x^{(i)}", p => ScalarLogisticTraining.BatchUpdate(p.Line, p.Columns, p.Labels, p.Rate).W)
        .Equal(@"\frac{1}{m} \sum_i \big[ w + \alpha\, (y_i - \hat y_i)\, x^{(i)} \big]", p =>
            p.Mean((x, y) => ScalarLogisticTraining.Update(p.Line, x, y, p.Rate).W), "the mean of the points' own steps, all from the same w");

    private static Derivation Perceptron() => new Derivation<LogisticDraw>(
        "perceptron-rule", "With a step in the sigmoid's place it is the perceptron rule", "S1-064", LogisticDraw.One)
        .Start(@"w' \text{ by the rule of chapter 01}", p => ScalarPerceptron.Update(p.W, p.B, p.X, p.Y, p.Rate).W)
        .Printed("S1-064", @"\begin{cases} w & \text{on the right side} \\ w + x & \text{wrong, positive} \\ w - x & \text{wrong, negative} \end{cases}",
            p => Cases(p, 1),
            "The second statement of the rule has lost the α that the first one has.")
        .Equal(@"\begin{cases} w & \text{on the right side} \\ w + \alpha x & \text{wrong, positive} \\ w - \alpha x & \text{wrong, negative} \end{cases}", p =>
            Cases(p, p.Rate))
        .Equal(@"w + \alpha\, (y - \hat y)\, x,\quad \hat y = \mathrm{step}(w \cdot x + b)", p =>
            ScalarLogisticTraining.PerceptronUpdate(p.Line, p.X, p.Y, p.Rate).W, "y − ŷ is 0, 1 or −1");

    private static double[] Cases(LogisticDraw p, double α)
    {
        bool right = p.Score(p.X) >= 0 == (p.Y == 1);
        return right ? p.W : p.Y == 1 ? [.. p.W.Zip(p.X, (w, x) => w + α * x)] : [.. p.W.Zip(p.X, (w, x) => w - α * x)];
    }
}
