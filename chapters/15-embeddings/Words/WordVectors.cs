using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Embeddings;

/// <summary>Words and their vectors, for questions of similarity. Vectors are kept at length 1, so that cosines are
/// dot products. S1-184, S1-185.</summary>
public sealed class WordVectors
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>At least one word, each once, with finite vectors other than 0. // vectors [D × V]</summary>
    /// <exception cref="ArgumentException">Another number of words than of columns, a word twice, or a vector of 0.
    /// </exception>
    public WordVectors(IReadOnlyList<string> words, Matrix<double> vectors)
    {
        ArgumentNullException.ThrowIfNull(words);
        RequireMatrix.Finite(vectors);
        if (words.Count != vectors.ColumnCount)
        {
            throw new ArgumentException(
                $"Expected a word for each of {vectors.ColumnCount} vectors; got {words.Count}.", nameof(words));
        }

        foreach ((int v, string word) in words.Index())
        {
            if (!_ids.TryAdd(word, v) || vectors.Column(v).L2Norm() == 0)
            {
                throw new ArgumentException(
                    $"Expected each word once and with a vector other than 0; got {word}.", nameof(words));
            }
        }

        (Words, Unit) = ([.. words], vectors.NormalizeColumns(2));
    }

    /// <summary>The words. // [V]</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Their vectors at length 1. // [D × V]</summary>
    public Matrix<double> Unit { get; }

    /// <summary>The vector of a word at length 1.</summary>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public Vector<double> this[string word] => _ids.TryGetValue(word, out int v)
        ? Unit.Column(v)
        : throw new ArgumentException($"Expected one of {Words.Count} words; got {word}.", nameof(word));

    /// <summary>The cosine of two words, (15.4).</summary>
    public double Cosine(string a, string b) => this[a] * this[b];

    /// <summary>The words whose vectors have the largest cosines with a given one, best first. // direction
    /// [D]</summary>
    public IReadOnlyList<(string Word, double Cosine)> Nearest(
        Vector<double> direction, int count, params IReadOnlyCollection<string> without) =>
        [.. (Unit.TransposeThisAndMultiply(direction) / direction.L2Norm()).Index()
            .Where(c => !without.Contains(Words[c.Index]))
            .OrderByDescending(c => c.Item).ThenBy(c => c.Index).Take(count)
            .Select(c => (Words[c.Index], c.Item))];

    /// <summary>The nearest neighbours of a word.</summary>
    public IReadOnlyList<(string Word, double Cosine)> Nearest(string word, int count) =>
        Nearest(this[word], count, word);

    /// <summary>The word nearest to b − a + c, (15.5), which is none of the three: a is to b as the answer is to… c.
    /// S0-154, S1-190, S1-191, S2-225</summary>
    public string Analogy(string a, string b, string c) =>
        Nearest(this[b] - this[a] + this[c], 1, a, b, c)[0].Word; // (15.5)

    /// <summary>Of words with a class, the share whose nearest neighbour among them has the same. S1-184</summary>
    public double SameClass(IReadOnlyDictionary<string, string> classes) => classes.Average(word =>
        classes[Nearest(this[word.Key], 1, [word.Key, .. Words.Where(w => !classes.ContainsKey(w))])[0].Word]
            == word.Value ? 1.0 : 0);
}
