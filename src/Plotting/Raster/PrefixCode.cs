using System.Numerics;

namespace Reference.Plotting.Raster;

/// <summary>A complete prefix code in which frequent words are short, written as Deflate wants it: canonical, from the lengths alone.</summary>
internal sealed class PrefixCode
{
    /// <summary>The code of words with these counts, at least two of them not 0, no word longer than a limit.</summary>
    public PrefixCode(int[] counts, int limit)
    {
        (int whole, int used) = (1 << limit, counts.Count(count => count > 0));
        long total = counts.Sum(count => (long)count);
        // Each word gets one part of the whole and its share of the rest; its length is what that is worth in bits, rounded up.
        Lengths = Array.ConvertAll(counts, count => count == 0 ? 0 : limit - BitOperations.Log2((uint)(1 + (whole - used) * (long)count / total)));
        int Parts(int word) => whole >> Lengths[word];
        int[] words = [.. Enumerable.Range(0, counts.Length).Where(word => counts[word] > 0)];
        // What the rounding left over shortens, one bit at a time, the word that gains most for its price.
        for (int free = whole - words.Sum(Parts); free > 0;)
        {
            int best = words.Where(word => Parts(word) <= free).MaxBy(word => (double)counts[word] / Parts(word));
            free -= Parts(best);
            Lengths[best]--;
        }

        Codes = new int[counts.Length];
        (int code, int length) = (0, 0);
        foreach (int word in words.OrderBy(word => Lengths[word]))
        {
            (code, length) = (code << (Lengths[word] - length), Lengths[word]);
            Codes[word] = Enumerable.Range(0, length).Sum(bit => ((code >> bit) & 1) << (length - 1 - bit));
            code++;
        }
    }

    /// <summary>Bits of each word's code; 0 for words that do not occur.</summary>
    public int[] Lengths { get; }

    /// <summary>The codes, their bits reversed as Deflate writes them.</summary>
    public int[] Codes { get; }
}
