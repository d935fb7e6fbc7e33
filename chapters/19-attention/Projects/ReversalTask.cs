using Reference.Numerics;

namespace Reference.Attention;

/// <summary>
/// Random words of letters to be written backwards: the whole word must be known before the first letter comes out.
/// Symbols 0 … 25 are letters, 26 starts an answer and 27 ends it. S3-183, S3-184.
/// </summary>
public static class ReversalTask
{
    /// <summary>The letters, and two symbols for start and end.</summary>
    public const int Symbols = 28, Start = 26, End = 27;

    /// <summary>N words of so many letters. // [N][letters]</summary>
    public static int[][] Words(int samples, int letters, RandomStream random) =>
        [.. Enumerable.Range(0, samples).Select(_ =>
            Enumerable.Range(0, letters).Select(_ => random.Below(26)).ToArray())];

    /// <summary>The answer: the letters backwards, and the end. // [letters + 1]</summary>
    public static int[] Answer(int[] word) => [.. word.Reverse(), End];

    /// <summary>What the decoder reads while it is taught: the start and the answer without its last symbol, so that
    /// at each step it knows what came before. // [letters + 1]</summary>
    public static int[] Shifted(int[] answer) => [Start, .. answer[..^1]];

    /// <summary>The ids of words of one length, one word after another. // [1 × N·letters]</summary>
    public static MatrixView Ids(int[][] words) =>
        new([.. words.SelectMany(word => word.Select(id => (double)id))], 1, words.Length * words[0].Length);

    /// <summary>Letters for a reader. S3-184</summary>
    public static string Spelled(int[] ids) =>
        string.Concat(ids.TakeWhile(id => id != End).Select(id => (char)('a' + id)));
}
