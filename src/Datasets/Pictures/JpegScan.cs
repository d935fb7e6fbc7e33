namespace Reference.Datasets;

/// <summary>
/// One scan of a JPEG image. A sequential image has one, with all 64 frequencies of every block; a progressive image
/// has several, each with the frequencies from first to last but for their lowest bits (shift), or with one more bit
/// of them (refines).
/// </summary>
internal sealed class JpegScan(JpegFrame frame, JpegComponent[] components, int first, int last, bool refines,
    int shift, JpegBits bits, string name)
{
    /// <summary>Blocks that are still to be passed over: a progressive scan says "end of block" for many at
    /// once.</summary>
    private int _emptyBlocks;

    public void Decode(int restartInterval)
    {
        JpegComponent single = components[0];
        // A scan of one component counts its own blocks, those of its width and height; of several, whole units.
        (int wide, int high) = components.Length > 1 ? (frame.UnitsWide, frame.UnitsHigh)
            : ((single.Size.Width + 7) / 8, (single.Size.Height + 7) / 8);
        for (int unit = 0, restarts = 0; unit < wide * high; unit++)
        {
            if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0)
            {
                bits.Restart(restarts++ % 8);
                Reset();
            }

            (int row, int column) = (unit / wide, unit % wide);
            if (components.Length == 1)
            {
                Block(single, row, column);
                continue;
            }

            foreach (JpegComponent c in components)
            {
                for (int i = 0; i < c.Across * c.Down; i++)
                {
                    Block(c, row * c.Down + i / c.Across, column * c.Across + i % c.Across);
                }
            }
        }
    }

    public void Reset()
    {
        _emptyBlocks = 0;
        foreach (JpegComponent c in components)
        {
            c.LastDc = 0;
        }
    }

    private void Block(JpegComponent c, int row, int column)
    {
        Span<short> block = c.Frequencies.AsSpan(64 * (row * c.Blocks.Wide + column), 64);
        if (first == 0)
        {
            Mean(c, block);
        }

        if (last > 0 && refines)
        {
            Refine(c, block);
        }
        else if (last > 0)
        {
            Frequencies(c, block);
        }
    }

    private void Mean(JpegComponent c, Span<short> block)
    {
        if (refines)
        {
            block[0] |= (short)(bits.Bit() << shift);
            return;
        }

        int size = c.Dc!.Next(bits);
        c.LastDc = size <= 11 ? (short)(c.LastDc + bits.Signed(size))
            : throw Damaged.File(name, "a difference of at most 11 bits", $"{size}");
        block[0] = (short)(c.LastDc << shift);
    }

    private void Frequencies(JpegComponent c, Span<short> block)
    {
        if (_emptyBlocks > 0)
        {
            _emptyBlocks--;
            return;
        }

        for (int k = Math.Max(first, 1); k <= last; k++)
        {
            (int zeros, int size) = Symbol(c);
            if (size == 0 && zeros < 15)
            {
                _emptyBlocks = (1 << zeros) - 1 + bits.Bits(zeros);
                return;
            }

            k += zeros;
            block[k <= last ? k : throw Damaged.File(name, $"frequencies up to {last}", $"{k}")] =
                (short)(bits.Signed(size) << shift);
        }
    }

    // Frequencies that are not 0 yet each get a bit; between them new ones of size 1 come in.
    private void Refine(JpegComponent c, Span<short> block)
    {
        int k = Math.Max(first, 1);
        while (k <= last && _emptyBlocks == 0)
        {
            (int zeros, int size) = Symbol(c);
            if (size == 0 && zeros < 15)
            {
                _emptyBlocks = (1 << zeros) + bits.Bits(zeros);
                break;
            }

            int value = size < 2 ? size * (bits.Bits(size) == 1 ? 1 : -1) << shift
                : throw Damaged.File(name, "a new frequency of one bit", $"{size}");
            for (; k <= last; k++)
            {
                if (block[k] != 0)
                {
                    OneMoreBit(ref block[k]);
                }
                else if (zeros-- == 0)
                {
                    block[k] = (short)value;
                    k++;
                    break;
                }
            }
        }

        if (_emptyBlocks > 0)
        {
            for (; k <= last; k++)
            {
                OneMoreBit(ref block[k]);
            }

            _emptyBlocks--;
        }
    }

    private void OneMoreBit(ref short frequency)
    {
        if (frequency != 0 && bits.Bit() == 1)
        {
            frequency += (short)((frequency > 0 ? 1 : -1) << shift);
        }
    }

    private (int Zeros, int Size) Symbol(JpegComponent c)
    {
        byte symbol = c.Ac!.Next(bits);
        // Runs of empty blocks are for progressive scans; a sequential scan ends one block at a time.
        return frame.Progressive || symbol is 0 or 0xF0 || (symbol & 15) != 0
            ? (symbol >> 4, symbol & 15)
            : throw Damaged.File(name, "a run and a size", $"{symbol:X2}");
    }
}
