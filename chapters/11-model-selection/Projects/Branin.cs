namespace Reference.ModelSelection;

/// <summary>Branin's function of two numbers: three minima of 0.397887, a usual test of searches.</summary>
public static class Branin
{
    /// <summary>f(−π, 12.275) = f(π, 2.275) = f(3π, 2.475).</summary>
    public const double Least = 0.39788735772973816;

    /// <summary>(x₂ − 5.1x₁²/4π² + 5x₁/π − 6)² + 10 (1 − 1/8π) cos x₁ + 10.</summary>
    public static double At(double x1, double x2)
    {
        double bend = x2 - 5.1 * x1 * x1 / (4 * Math.PI * Math.PI) + 5 * x1 / Math.PI - 6;
        return bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * Math.Cos(x1) + 10;
    }

    /// <summary>The same as an objective, on [−5, 10] × [0, 15].</summary>
    public static double Objective(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return At(trial.SuggestFloat("x1", -5, 10), trial.SuggestFloat("x2", 0, 15));
    }
}
