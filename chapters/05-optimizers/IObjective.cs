namespace Reference.Optimizers;

/// <summary>A function to minimise, with its gradient.</summary>
public interface IObjective
{
    /// <summary>The number of coordinates.</summary>
    int Dimension { get; }

    /// <summary>L(x).</summary>
    /// <param name="x">A point. // [Dimension]</param>
    double Value(double[] x);

    /// <summary>∇L(x). // [Dimension]</summary>
    /// <param name="x">A point. // [Dimension]</param>
    double[] Gradient(double[] x);
}
