namespace Reference.Optimizers;

/// <summary>A function to minimise, with its gradient.</summary>
public interface IObjective
{
    /// <summary>The number of coordinates.</summary>
    int Dimension { get; }

    /// <summary>L(x). // x: [Dimension]</summary>
    double Value(double[] x);

    /// <summary>∇L(x). // x and result: [Dimension]</summary>
    double[] Gradient(double[] x);
}
