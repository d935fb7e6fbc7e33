using MathNet.Numerics.LinearAlgebra;
using Reference.Optimizers;

namespace Reference.Classification.Tests;

/// <summary>Probabilities, losses, gradients, and fifty steps of SGD and Adam, against PyTorch in float64.</summary>
public class GoldenTests
{
    private static readonly Golden PyTorch = Golden.Read("07-logistic-regression");

    private static readonly Matrix<double> X = 2 * HashFill.Matrix("07-logistic-regression/X", 6, 9);

    private static double[] Values(string name, int count) => HashFill.Values($"07-logistic-regression/{name}", count);

    // (7.1) (7.5) (7.6) (7.8) S0-196 S1-042 S4-097: Linear, BCEWithLogitsLoss.
    [Fact]
    public void Logistic_regression_matches_PyTorch()
    {
        int[] labels = [.. Values("label", 9).Select(h => h > 0 ? 1 : 0)];
        (Vector<double> w, double b) = (Vector<double>.Build.Dense(Values("w", 6)), Values("w0", 1)[0]);
        Vector<double> y = Vector<double>.Build.Dense(9, n => labels[n]);
        PyTorch.Agrees("logistic.probabilities", LogisticEquations.Predict(w, b, X).ToRowMatrix());
        PyTorch.Agrees("logistic.loss", LogisticEquations.Loss(w, b, X, y));
        (Vector<double> dw, double db, Matrix<double> dX) = LogisticEquations.Gradient(w, b, X, y);
        PyTorch.Agrees("logistic.dW", dw.ToRowMatrix());
        PyTorch.Agrees("logistic.db", [db]);
        PyTorch.Agrees("logistic.dX", dX);
        Compare("logistic", () => new LogisticRegression(w.ToArray(), b), labels);
    }

    // (7.13) (7.14) S0-109 S4-108 S4-113: Linear, CrossEntropyLoss.
    [Fact]
    public void Softmax_regression_matches_PyTorch()
    {
        int[] labels = [.. Values("class", 9).Select(h => (int)Math.Floor((h + 1) / 2 * 4))];
        Matrix<double> W = HashFill.Matrix("07-logistic-regression/W", 4, 6), Y = Losses.OneHot.Encode(labels, 4);
        Vector<double> b = Vector<double>.Build.Dense(Values("b", 4));
        PyTorch.Agrees("softmax.probabilities", SoftmaxRegressionEquations.Predict(W, b, X));
        PyTorch.Agrees("softmax.loss", SoftmaxRegressionEquations.Loss(W, b, X, Y));
        (Matrix<double> dW, Vector<double> db, Matrix<double> dX) = SoftmaxRegressionEquations.Gradient(W, b, X, Y);
        PyTorch.Agrees("softmax.dW", dW);
        PyTorch.Agrees("softmax.db", db.ToArray());
        PyTorch.Agrees("softmax.dX", dX);
        Compare("softmax", () => new SoftmaxRegression(W, b), labels);
    }

    // The model that trains: its gradient at the start, and every loss of fifty steps.
    private static void Compare(string name, Func<LinearClassifier> create, int[] labels)
    {
        LinearClassifier model = create();
        PyTorch.Agrees($"{name}.probabilities", model.Predict(X));
        PyTorch.Agrees($"{name}.loss", model.AddGradient(X, labels));
        PyTorch.Agrees($"{name}.dW", model.W.Gradient);
        PyTorch.Agrees($"{name}.db", model.B.Gradients.ToArray());
        foreach (string rule in new[] { "sgd", "adam" })
        {
            LinearClassifier trained = create();
            IOptimizer optimizer = rule == "sgd"
                ? new GradientDescent(trained.Parameters, 0.5)
                : new Adam(trained.Parameters, 0.05);
            var losses = new double[50];
            for (int t = 0; t < losses.Length; t++)
            {
                optimizer.ZeroGradients();
                losses[t] = trained.AddGradient(X, labels);
                optimizer.Step();
            }

            PyTorch.Agrees($"{name}.{rule}.losses", losses);
            PyTorch.Agrees($"{name}.{rule}.W", trained.W.Value);
            PyTorch.Agrees($"{name}.{rule}.b", trained.B.Values.ToArray());
        }
    }
}
