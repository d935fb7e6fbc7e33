using System.Text;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Reference.Datasets;
using Reference.Texts;

namespace Reference.Benchmarks;

/// <summary>
/// Byte-pair encoding of N bytes of English: Tiny Shakespeare where it is there, otherwise the chapter's sample again
/// and again. Training by a recount before each merge, and by counts kept up to date; encoding by a scan of all pairs,
/// by a heap, and with pieces looked up. Divide N by the time for MB/s.
/// </summary>
public class TokenizerLadder
{
    private string _text = "";
    private BytePairEncoding _pieces = new([]);
    private Dictionary<(int, int), int> _merged = [];
    private int[][] _sequences = [];
    private int[] _counts = [], _bytes = [];

    /// <summary>The length of the text.</summary>
    [Params(10_000, 1_000_000)]
    public int N { get; set; }

    /// <summary>The text, and 1,000 merges learned from it.</summary>
    [GlobalSetup]
    public void Setup()
    {
        string source = DataCache.Standard.Find(PublicSet.TinyShakespeare) is { } folder
            ? TextFile.Read(Path.Combine(folder, PublicSet.TinyShakespeare.Members[0]))
            : SampleText.Alice;
        _text = string.Concat(Enumerable.Repeat(source, N / source.Length + 1))[..N];
        _pieces = BytePairEncoding.Train([_text], 1256);
        _merged = _pieces.Merges.Index().ToDictionary(m => m.Item, m => 256 + m.Index);
        IReadOnlyList<(string Piece, int Count)> counted = Pieces.Counted([_text], Pieces.Gpt2());
        _sequences = [.. counted.Select(p => Array.ConvertAll(Encoding.UTF8.GetBytes(p.Piece), b => (int)b))];
        _counts = [.. counted.Select(p => p.Count)];
        _bytes = Array.ConvertAll(Encoding.UTF8.GetBytes(_text), b => (int)b);
    }

    /// <summary>50 merges, every pair counted anew before each.</summary>
    [Benchmark]
    public int TrainScalar() => ScalarBytePair.Train(_sequences, _counts, 256, 50).Length;

    /// <summary>50 merges, with counts kept up to date.</summary>
    [Benchmark]
    public int TrainChain() =>
        BytePairTraining.Learn(new SymbolChain(_sequences, _counts, 256), 50, 2).Length;

    /// <summary>1,000 merges from the text, pieces counted too.</summary>
    [Benchmark]
    public int Train() => BytePairEncoding.Train([_text], 1256).Count;

    /// <summary>Every piece by the definition: all its pairs before each merge.</summary>
    [Benchmark]
    public int EncodeScan()
    {
        int tokens = 0;
        foreach (ValueMatch match in Pieces.Gpt2().EnumerateMatches(_text))
        {
            int[] bytes = Array.ConvertAll(
                Encoding.UTF8.GetBytes(_text[match.Index..(match.Index + match.Length)]), b => (int)b);
            tokens += ScalarBytePair.Encode(bytes, _merged).Length;
        }

        return tokens;
    }

    /// <summary>The text as one piece, by the heap.</summary>
    [Benchmark]
    public int EncodeOnePiece() => new PairMerger(_merged).Merge([.. _bytes]);

    /// <summary>Pieces by the heap, each looked up when it comes again, from an empty table.</summary>
    [Benchmark]
    public int EncodeFirst() => new BytePairEncoding(_pieces.Merges).Encode(_text).Length;

    /// <summary>The same with a table that is filled.</summary>
    [Benchmark]
    public int Encode() => _pieces.Encode(_text).Length;
}
