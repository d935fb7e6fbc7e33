using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Texts;

namespace Reference.LongShortTermMemory;

/// <summary>A text as ids of its characters, in the order of their codes: the first nine tenths train, the rest
/// validates. S4-193.</summary>
public sealed class CharacterText
{
    private readonly int[] _ids;
    private readonly Dictionary<char, int> _idOf;

    /// <summary>A text long enough for both parts.</summary>
    /// <exception cref="ArgumentException">Fewer than 20 characters.</exception>
    public CharacterText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < 20)
        {
            throw new ArgumentException($"Expected a text of at least 20 characters; got {text.Length}.",
                nameof(text));
        }

        Characters = [.. text.Distinct().Order()];
        _idOf = Characters.Index().ToDictionary(c => c.Item, c => c.Index);
        _ids = [.. text.Select(c => _idOf[c])];
        TrainingCount = (int)(0.9 * text.Length);
    }

    /// <summary>The characters, by id.</summary>
    public IReadOnlyList<char> Characters { get; }

    /// <summary>How many characters train.</summary>
    public int TrainingCount { get; }

    /// <summary>The ids that train.</summary>
    public ReadOnlySpan<int> Training => _ids.AsSpan(0, TrainingCount);

    /// <summary>The ids that validate.</summary>
    public ReadOnlySpan<int> Validation => _ids.AsSpan(TrainingCount);

    /// <summary>Tiny Shakespeare where it is, else drawn reviews.</summary>
    public static CharacterText Standard() => DataCache.Standard.Find(PublicSet.TinyShakespeare) is { } folder
        ? new(TextFile.Read(Path.Combine(folder, PublicSet.TinyShakespeare.Members[0])))
        : Drawn(400);

    /// <summary>So many reviews of the grammar, a line each.</summary>
    public static CharacterText Drawn(int reviews) => new(string.Join('\n', Reviews.Drawn(reviews, 1).Texts));

    /// <summary>The ids of a text.</summary>
    /// <exception cref="ArgumentException">A character that the text has not.</exception>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Select(c => _idOf.TryGetValue(c, out int id)
            ? id
            : throw new ArgumentException(
                $"Expected characters among the {Characters.Count} of the text; got '{c}'.", nameof(text)))];
    }

    /// <summary>The text of ids.</summary>
    public string Decode(IEnumerable<int> ids) => string.Concat(ids.Select(id => Characters[id]));

    /// <summary>Windows that start anywhere in some ids: T inputs and, as one-hot columns, the characters that follow
    /// them. // X [T × N], Y [V × N·T]</summary>
    public static void Draw(ReadOnlySpan<int> ids, RandomStream random, Matrix<double> X, Matrix<double> Y)
    {
        Y.Clear();
        for (int n = 0; n < X.ColumnCount; n++)
        {
            Window(ids, random.Below(ids.Length - X.RowCount), n, X, Y);
        }
    }

    /// <summary>One of them, from a place, as sample n.</summary>
    public static void Window(ReadOnlySpan<int> ids, int start, int n, Matrix<double> X, Matrix<double> Y)
    {
        int T = X.RowCount;
        for (int t = 0; t < T; t++)
        {
            X[t, n] = ids[start + t];
            Y[ids[start + t + 1], n * T + t] = 1;
        }
    }
}
