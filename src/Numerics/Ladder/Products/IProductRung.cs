namespace Reference.Numerics.Ladder;

/// <summary>
/// One way to compute C = A·B for square matrices stored column by column. Read the rungs in order: each adds one
/// idea.
/// </summary>
public interface IProductRung
{
    /// <summary>C = A·B.</summary>
    /// <param name="n">Rows and columns.</param>
    /// <param name="a">[n × n]</param>
    /// <param name="b">[n × n]</param>
    /// <param name="c">[n × n], written.</param>
    void Multiply(int n, double[] a, double[] b, double[] c);
}
