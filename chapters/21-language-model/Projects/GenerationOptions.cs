namespace Reference.LanguageModels;

/// <summary>
/// The generation parameters, under Hugging Face's names; the weights stay as they are. S1-313, S1-314, S1-321.
/// </summary>
/// <param name="MaxLength">The most tokens of a text, the prompt among them.</param>
/// <param name="DoSample">Draws tokens; otherwise the likeliest is taken, or beam search runs.</param>
/// <param name="NumBeams">The width of the beam search; 1 is greedy.</param>
/// <param name="TopK">Only the k likeliest tokens; null for all.</param>
/// <param name="TopP">Only the likeliest tokens that together have this share, in (0, 1].</param>
/// <param name="Temperature">τ > 0: below 1 likelier tokens, above 1 more even ones.</param>
/// <param name="NumReturnSequences">How many texts.</param>
/// <param name="End">A character that ends a text before its limit.</param>
/// <param name="UseCache">Whether keys and values of tokens read are kept; the texts are the same.</param>
public sealed record GenerationOptions(
    int MaxLength = 400, bool DoSample = false, int NumBeams = 1, int? TopK = null, double TopP = 1,
    double Temperature = 1, int NumReturnSequences = 1, char? End = null, bool UseCache = true)
{
    /// <summary>The options themselves.</summary>
    /// <exception cref="ArgumentException">One is out of its range, or two exclude one another.</exception>
    internal GenerationOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(NumBeams, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(NumReturnSequences, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(TopK ?? 1, 1, nameof(TopK));
        if (!(TopP is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(TopP), $"Expected top-p in (0, 1]; got {TopP}.");
        }

        if (!(Temperature > 0 && double.IsFinite(Temperature)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(Temperature),
                    $"Expected a temperature above 0 (greedy decoding is its limit); got {Temperature}.");
        }

        return !DoSample || NumBeams == 1
            ? this
            : throw new ArgumentException("Expected sampling or beam search; got both.");
    }

    /// <summary>The distribution of the next token: temperature, then top-k, then top-p. // z, p [V]</summary>
    public double[] Distribution(double[] z)
    {
        double[] p = ScalarDecoding.Temperature(z, Temperature);
        p = TopK is { } k ? ScalarDecoding.TopK(p, k) : p;
        return TopP < 1 ? ScalarDecoding.TopP(p, TopP) : p;
    }
}
