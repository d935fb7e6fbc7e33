using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Book;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Attention;

/// <summary>Statements of the notes about attention that a counterexample refutes.</summary>
public static class AttentionClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S1-245", "Application: Apply the softmax function to each column of the resulting matrix.",
            "Multiply the Q matrix by the transposed K matrix, as the sentence before says, and the softmax belongs "
                + "to "
                + "each row: a query's weights over all keys.",
            "The printed table itself: its rows add up to 1 within 0.007, its columns to between 0.888 and 1.060.",
            () => WeightTable.RowSums().All(sum => Math.Abs(sum - 1) < 0.0071)
                && WeightTable.ColumnSums() is var sums && sums.Min() < 0.889 && sums.Max() > 1.0599),
        new("S1-246", "K₅: 0.089 0.065 0.039 0.063 0.7 0.037",
            "At least one digit of the row is wrong: six weights that add up to 1, each rounded or cut to three "
                + "digits, add up to more than 0.994.",
            "The row adds up to 0.993; the sum of six numbers cut to three digits is less than 0.006 below 1.",
            () => Math.Round(WeightTable.RowSums()[4], 3) == 0.993),
        new("S2-249", "We apply learned weight matrices to get: […] K_the = [1.0, 0.0] K_cat = [0.5, 0.5] "
                + "K_sat = [0.5, 1.0] K_on = [0.0, 1.0] K_mat = [1.0, 1.0]",
            "No matrix makes these keys of those embeddings, with or without a bias: e_sat = e_cat + e_mat, and "
                + "k_sat is not k_cat + k_mat. The example begins at the keys.",
            "The embeddings have rank 3, with a column of ones 4; beside the keys the rank is 5.",
            () => DenseMatrix.OfArray(SatExample.E) is var E && E.Append(Matrices.Ones(5, 1)) is var E1
                && DenseMatrix.OfArray(SatExample.K) is var K
                && (E.Rank(), E1.Rank(), E.Append(K).Rank(), E1.Append(K).Rank()) == (3, 4, 5, 5)),
        new("S2-255", "MultiHead(Q, K, V) = Concat(head₁, …, head_h)W⁰",
            "W^O, with the letter O for output: a matrix of weights.",
            "W to the power 0 is the identity: then the outputs of the heads would stay side by side.",
            () => new MultiHeadAttention(4, 2, Initializers.Normal(new RandomStream(1), 1)) is var attention
                && attention.Parameters[2].Value is var W
                    && (W - Matrix<double>.Build.DenseIdentity(4)).L2Norm() > 0.1,
            ErratumKind.OurText),
    ];
}
