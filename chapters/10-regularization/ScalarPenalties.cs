namespace Reference.Regularization;

/// <summary>Penalties on weights, their derivatives, and the steps that follow. S1-128, S3-105.</summary>
public static class ScalarPenalties
{
    /// <summary>λ Σ |w|, (10.4). S1-118, S1-129, S2-127, S3-106.</summary>
    public static double L1(double[] w, double λ) => λ * w.Sum(Math.Abs); // (10.4)

    /// <summary>Its derivative with respect to one weight, λ sign w; 0 at the kink. S1-129, S2-127.</summary>
    public static double L1Derivative(double w, double λ) => λ * Sign(w); // (10.4)

    /// <summary>λ Σ w², (10.5). S1-119, S1-130, S2-128, S3-107.</summary>
    public static double L2(double[] w, double λ) => λ * w.Sum(v => v * v); // (10.5)

    /// <summary>Its derivative with respect to one weight, 2λw. S1-130, S2-128.</summary>
    public static double L2Derivative(double w, double λ) => 2 * λ * w; // (10.5)

    /// <summary>λ [α Σ |w| + (1 − α) Σ w²], (10.6): α = 1 is L1, α = 0 is L2. S1-131, S3-108.</summary>
    public static double ElasticNet(double[] w, double λ, double α) => L1(w, λ * α) + L2(w, λ * (1 - α)); // (10.6)

    /// <summary>w − η (∂L/∂w + λ sign w), (10.4). S2-127.</summary>
    public static double L1Step(double w, double dL, double η, double λ) =>
        w - η * (dL + L1Derivative(w, λ)); // (10.4)

    /// <summary>w − η (∂L/∂w + 2λw), (10.5). S2-128.</summary>
    public static double L2Step(double w, double dL, double η, double λ) =>
        w - η * (dL + L2Derivative(w, λ)); // (10.5)

    /// <summary>(1 − 2ηλ) w − η ∂L/∂w, (10.7): the same step, read as a decay of the weight. S1-130.</summary>
    public static double DecayStep(double w, double dL, double η, double λ) => (1 - 2 * η * λ) * w - η * dL; // (10.7)

    /// <summary>sign(a) max(|a| − λ, 0), (10.8): where ½(w − a)² + λ|w| is least. S1-121.</summary>
    public static double SoftThreshold(double a, double λ) => Sign(a) * Math.Max(Math.Abs(a) - λ, 0); // (10.8)

    /// <summary>A proximal step: down the loss, then the soft threshold ηλ, which gives exact zeros, (10.8).</summary>
    public static double ProximalStep(double w, double dL, double η, double λ) => SoftThreshold(w - η * dL, η * λ);

    // Math.Sign throws for NaN, which passes here: the guard of a training loop restores the weights.
    private static double Sign(double w) => w > 0 ? 1 : w < 0 ? -1 : w;
}
