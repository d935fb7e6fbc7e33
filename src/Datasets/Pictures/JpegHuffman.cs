namespace Reference.Datasets;

/// <summary>A Huffman code of JPEG: of each length, how many code words there are; the symbols in the order of their
/// words.</summary>
internal sealed class JpegHuffman
{
    private readonly byte[] _symbols;
    private readonly int[] _first = new int[17], _count = new int[17], _index = new int[17];
    private readonly string _name;

    /// <summary>The code of so many words of each length from 1 to 16, with one symbol for each word.</summary>
    public JpegHuffman(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols, string name)
    {
        (_symbols, _name) = (symbols.ToArray(), name);
        int word = 0, index = 0;
        for (int length = 1; length <= 16; length++)
        {
            (_first[length], _count[length], _index[length]) = (word, counts[length - 1], index);
            (word, index) = (word + counts[length - 1], index + counts[length - 1]);
            if (word > 1 << length)
            {
                throw Damaged.File(name, $"at most {1 << length} words of up to {length} bits", $"{word}");
            }

            word <<= 1;
        }
    }

    public byte Next(JpegBits bits)
    {
        int word = 0;
        for (int length = 1; length <= 16; length++)
        {
            word = word << 1 | bits.Bit();
            int place = word - _first[length];
            if (place < _count[length])
            {
                return _symbols[_index[length] + place];
            }
        }

        throw Damaged.File(_name, "a word of the Huffman code", "none");
    }
}
