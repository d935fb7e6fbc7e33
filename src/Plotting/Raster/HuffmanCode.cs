namespace Reference.Plotting.Raster;

/// <summary>The canonical prefix code of symbol counts, no code longer than a limit.</summary>
internal sealed class HuffmanCode
{
    public HuffmanCode(int[] counts, int limit)
    {
        Lengths = new byte[counts.Length];
        Codes = new ushort[counts.Length];
        int[] used = [.. Enumerable.Range(0, counts.Length).Where(symbol => counts[symbol] > 0)];
        if (used.Length < 2)
        {
            // A code needs two words to be complete.
            int only = used.Length == 0 ? 0 : used[0];
            Lengths[only] = Lengths[only == 0 ? 1 : 0] = 1;
        }
        else
        {
            SetLengths(counts, used, limit);
        }

        SetCodes(limit);
    }

    /// <summary>Bits of each symbol's code; 0 for symbols that do not occur.</summary>
    public byte[] Lengths { get; }

    /// <summary>The codes, their bits reversed as Deflate writes them.</summary>
    public ushort[] Codes { get; }

    private void SetLengths(int[] counts, int[] used, int limit)
    {
        // Halving the counts flattens the tree until it is shallow enough.
        for (int shift = 0; ; shift++)
        {
            var queue = new PriorityQueue<int, (long, int)>();
            var parent = new int[2 * used.Length];
            var weight = new long[2 * used.Length];
            for (int i = 0; i < used.Length; i++)
            {
                weight[i] = Math.Max(1, counts[used[i]] >> shift);
                queue.Enqueue(i, (weight[i], i));
            }

            int node = used.Length;
            for (; queue.Count > 1; node++)
            {
                int a = queue.Dequeue(), b = queue.Dequeue();
                (parent[a], parent[b], weight[node]) = (node, node, weight[a] + weight[b]);
                queue.Enqueue(node, (weight[node], node));
            }

            var depth = new int[node];
            for (int i = node - 2; i >= 0; i--)
            {
                depth[i] = depth[parent[i]] + 1;
            }

            if (depth.Max() <= limit)
            {
                for (int i = 0; i < used.Length; i++)
                {
                    Lengths[used[i]] = (byte)depth[i];
                }

                return;
            }
        }
    }

    private void SetCodes(int limit)
    {
        int code = 0;
        for (int length = 1; length <= limit; length++, code <<= 1)
        {
            for (int symbol = 0; symbol < Lengths.Length; symbol++)
            {
                if (Lengths[symbol] == length)
                {
                    int reversed = 0;
                    for (int bit = 0; bit < length; bit++)
                    {
                        reversed |= ((code >> bit) & 1) << (length - 1 - bit);
                    }

                    Codes[symbol] = (ushort)reversed;
                    code++;
                }
            }
        }
    }
}
