namespace Reference.Optimizers;

/// <summary>A function to walk down on, with its gradient.</summary>
public interface IObjective
{
    /// <summary>The number of coordinates.</summary>
    int Dimension { get; }

    /// <summary>L(x).</summary>
    /// <param name="x">Where. // [Dimension]</param>
    /// <exception cref="ArgumentException">Another length, or a number that is not finite.</exception>
    double Value(double[] x);

    /// <summary>∇L(x). // [Dimension]</summary>
    /// <inheritdoc cref="Value"/>
    double[] Gradient(double[] x);
}
