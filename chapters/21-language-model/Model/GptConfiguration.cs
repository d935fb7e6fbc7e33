using System.Globalization;
using Reference.Attention;

namespace Reference.LanguageModels;

/// <summary>The seven settings of the notes. S1-264.</summary>
/// <param name="VocabularySize">V: token ids are 0 … V − 1.</param>
/// <param name="ContextSize">T: the most tokens that the model sees at once.</param>
/// <param name="EmbeddingDimension">D: the numbers of a token.</param>
/// <param name="NumberOfHeads">H, which divides D.</param>
/// <param name="NumberOfLayers">L blocks.</param>
/// <param name="DropoutRate">The share of numbers dropped in training.</param>
/// <param name="UseBias">Whether linear layers and norms add a bias; the head never does.</param>
public sealed record GptConfiguration(
    int VocabularySize, int ContextSize = 64, int EmbeddingDimension = 128, int NumberOfHeads = 4,
    int NumberOfLayers = 4, double DropoutRate = 0, bool UseBias = true)
{
    /// <summary>(V + T) D + L (12 D² + 13 D) + 2 D + V D, (21.3); without biases L (12 D² + 2 D) and D.</summary>
    public long ParameterCount
    {
        get
        {
            (long V, long T, long D, long L) = (VocabularySize, ContextSize, EmbeddingDimension, NumberOfLayers);
            return UseBias
                ? (V + T) * D + L * (12 * D * D + 13 * D) + 2 * D + V * D // (21.3)
                : (V + T) * D + L * (12 * D * D + 2 * D) + D + V * D;
        }
    }

    /// <summary>The configuration itself.</summary>
    /// <exception cref="ArgumentException">A size below 1, heads that do not divide D, or a rate outside [0, 1).
    /// </exception>
    internal GptConfiguration Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(VocabularySize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ContextSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(NumberOfLayers, 1);
        _ = MultiHeadAttention.HeadWidth(EmbeddingDimension, NumberOfHeads);
        return DropoutRate is >= 0 and < 1
            ? this
            : throw new ArgumentOutOfRangeException(
                nameof(DropoutRate), $"Expected a dropout rate in [0, 1); got {DropoutRate}.");
    }

    /// <summary>As metadata of a file.</summary>
    public Dictionary<string, string> ToMetadata() => new()
    {
        ["vocabulary_size"] = $"{VocabularySize}", ["context_size"] = $"{ContextSize}",
        ["embedding_dimension"] = $"{EmbeddingDimension}", ["number_of_heads"] = $"{NumberOfHeads}",
        ["number_of_layers"] = $"{NumberOfLayers}",
        ["dropout_rate"] = DropoutRate.ToString("R", CultureInfo.InvariantCulture), ["use_bias"] = $"{UseBias}",
    };

    /// <summary>Out of metadata.</summary>
    /// <exception cref="ArgumentException">A setting is missing or no number.</exception>
    public static GptConfiguration Of(IReadOnlyDictionary<string, string> metadata)
    {
        T Read<T>(string key) where T : IParsable<T> =>
            metadata.TryGetValue(key, out string? text) && T.TryParse(text, CultureInfo.InvariantCulture, out T? value)
                ? value
                : throw new ArgumentException(
                    $"Expected the file of a GPT with its {key}; got {(text is null ? "none" : $"'{text}'")}.");
        return new GptConfiguration(
            Read<int>("vocabulary_size"), Read<int>("context_size"), Read<int>("embedding_dimension"),
            Read<int>("number_of_heads"), Read<int>("number_of_layers"), Read<double>("dropout_rate"),
            Read<bool>("use_bias")).Checked();
    }
}
