using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Reference.Perceptrons;

/// <summary>The perceptron in vectors and matrices: pure functions, one line per equation.</summary>
public static class PerceptronEquations
{
    /// <summary>All scores of a batch, Xᵀw + b. // w [D], X [D × N] → [N]</summary>
    public static Vector<double> Scores(Vector<double> w, double b, Matrix<double> X) =>
        X.TransposeThisAndMultiply(w) + b;

    /// <summary>All predictions of a batch, ŷ = step(Xᵀw + b), zeros and ones, (1.3), S1-004.
    /// // X [D × N] → [N]</summary>
    public static Vector<double> Predict(Vector<double> w, double b, Matrix<double> X) =>
        Scores(w, b, X).Map(t => (double)ScalarPerceptron.Step(t), Zeros.Include); // (1.3)

    /// <summary>One step of the learning rule, (w, b) + α(y − ŷ)(x, 1), (1.6), for a label y of 0 or 1, S1-006.
    /// // w, x [D]</summary>
    public static (Vector<double> W, double B) Update(Vector<double> w, double b, Vector<double> x, double y, double α)
    {
        double ŷ = ScalarPerceptron.Step(w * x + b); // (1.3)
        return (w + α * (y - ŷ) * x, b + α * (y - ŷ)); // (1.6)
    }

    /// <summary>The signed distance of every point from the line, d = (w·x + b) / ‖w‖, (1.5), S1-009, S3-019: positive
    /// on the side of label 1; NaN or ±∞ where w = 0, which is no line. // X [D × N] → [N]</summary>
    public static Vector<double> SignedDistances(Vector<double> w, double b, Matrix<double> X) =>
        Scores(w, b, X) / w.L2Norm(); // (1.5)
}
