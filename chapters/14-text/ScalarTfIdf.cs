namespace Reference.Texts;

/// <summary>Weights of words in a bag. S0-163</summary>
public static class ScalarTfIdf
{
    /// <summary>1 where a word occurs, (14.13). S1-169, S3-058.</summary>
    public static double Presence(double count) => count > 0 ? 1 : 0; // (14.13)

    /// <summary>ln N/df, (14.14): a word in all N texts weighs nothing, one in a single text weighs most.</summary>
    public static double Idf(double N, double df) => Math.Log(N / df); // (14.14)

    /// <summary>count · idf, (14.15).</summary>
    public static double Weight(double count, double idf) => count * idf; // (14.15)
}
