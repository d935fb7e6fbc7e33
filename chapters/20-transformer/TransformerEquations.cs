using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Regularization;

namespace Reference.Transformers;

/// <summary>The blocks as matrix equations, tokens as columns. S1-266, S1-271, S2-217, S2-257.</summary>
public static class TransformerEquations
{
    /// <summary>FFN(X) = W₂ φ(W₁X + b₁1ᵀ) + b₂1ᵀ, every token by itself, (20.3). // X [D × T], W₁ [F × D], W₂ [D × F]
    /// </summary>
    public static Matrix<double> FeedForward(
        Matrix<double> X, Matrix<double> W1, Vector<double> b1, Matrix<double> W2, Vector<double> b2,
        Func<double, double> φ) => Affine(W2, Affine(W1, X, b1).Map(φ), b2); // (20.3)

    /// <summary>Y = LN(X + F(X)), (20.4): the block of 2017, which normalizes the sum.</summary>
    public static Matrix<double> PostNorm(
        Matrix<double> X, Func<Matrix<double>, Matrix<double>> F, Vector<double> γ, Vector<double> β) =>
        Norm(X + F(X), γ, β); // (20.4)

    /// <summary>Y = X + F(LN(X)), (20.5): the block of GPT-2, whose sum is never normalized.</summary>
    public static Matrix<double> PreNorm(
        Matrix<double> X, Func<Matrix<double>, Matrix<double>> F, Vector<double> γ, Vector<double> β) =>
        X + F(Norm(X, γ, β)); // (20.5)

    /// <summary>γ ⊙ x̂ + β of every column.</summary>
    public static Matrix<double> Norm(Matrix<double> X, Vector<double> γ, Vector<double> β) =>
        NormalizationEquations.Affine(NormalizationEquations.StandardizeColumns(X).X̂, γ, β);

    private static Matrix<double> Affine(Matrix<double> W, Matrix<double> X, Vector<double> b) =>
        W * X + b.ToColumnMatrix() * Matrix<double>.Build.Dense(1, X.ColumnCount, 1);
}
