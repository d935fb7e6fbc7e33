namespace Reference.Activations;

/// <summary>Two numbers about GELU that have no formula: where it is least, and how far its tanh form is off. S1-267.</summary>
public static class GeluExtremes
{
    /// <summary>The x below zero at which the slope Φ(x) + xφ(x) of (2.15) is 0, by bisection.</summary>
    public static double Place()
    {
        (double low, double high) = (-1.5, 0);
        while (high - low > 1e-15)
        {
            double middle = (low + high) / 2;
            (low, high) = ScalarActivations.GeluDerivative(middle) < 0 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The largest |GELU − its tanh form|, (2.15) against (2.16), over a grid of step 0.0005 from −6 to 6; outside both are 0 or x.</summary>
    public static double LargestErrorOfTanhForm() =>
        Enumerable.Range(-12_000, 24_001).Max(i => Math.Abs(ScalarActivations.Gelu(i / 2000.0) - ScalarActivations.GeluTanh(i / 2000.0)));
}
