using Reference.Datasets;
using Reference.Numerics;
using Reference.Regularization;

namespace Reference.ModelSelection;

/// <summary>Chapter 10's polynomial, its degree chosen by cross-validation: a search whose objective is a mean over
/// folds. S2-135.</summary>
public static class PolynomialDegree
{
    /// <summary>The cross-validated squared error of each degree on the training points of a curve. //
    /// [degrees]</summary>
    public static double[] Scores(NoisyCurve curve, int[] degrees, int folds, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(curve);
        (double[] x, double[] y) = (curve.Training.X, curve.Training.Y);
        double[] At(double[] all, int[] of) => [.. of.Select(n => all[n])];
        IReadOnlyList<Split> splits = Split.Folds(x.Length, folds, new RandomStream(seed));
        var grid = new GridSampler(("degree", [.. degrees.Select(d => (double)d)]));
        Study study = new Study(grid).Optimize(
            CrossValidated.Objective(splits, (trial, split) => PolynomialFit
                .Of(At(x, split.Train), At(y, split.Train), trial.SuggestInt("degree", 0, 100))
                .Error(At(x, split.Validation), At(y, split.Validation))),
            grid.Count);
        return [.. study.Trials.Select(trial => trial.Value)];
    }
}
