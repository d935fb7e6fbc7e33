namespace Reference.Datasets;

/// <summary>
/// JPEG, as cameras and programs write it: sequential or progressive, Huffman-coded, grey or in colour. Rarer kinds
/// are refused with a way out.
/// </summary>
internal sealed class JpegImage
{
    /// <summary>Progressive images have about ten; a file with thousands would take forever on purpose.</summary>
    private const int MostScans = 100;

    private readonly byte[] _file;
    private readonly string _name;
    private readonly ushort[]?[] _quantization = new ushort[4][];
    private readonly JpegHuffman?[] _dc = new JpegHuffman[4], _ac = new JpegHuffman[4];
    private JpegFrame? _frame;
    private int _restartInterval, _scans;
    private int? _adobeTransform;

    private JpegImage(byte[] file, string name) => (_file, _name) = (file, name);

    public static Picture Decode(byte[] file, string name) => new JpegImage(file, name).Decode();

    private Picture Decode()
    {
        for (int at = 2; ;)
        {
            while (at + 1 < _file.Length && _file[at] == 0xFF && _file[at + 1] == 0xFF)
            {
                at++;
            }

            if (at + 1 >= _file.Length || _file[at] != 0xFF)
            {
                throw Damaged.File(_name, $"a marker at byte {at}", "none");
            }

            byte marker = _file[at + 1];
            at += 2;
            if (marker == 0xD9)
            {
                return _frame is not null && _scans > 0
                    ? JpegPixels.Draw(_frame, _quantization, IsRgb, _name)
                    : throw Damaged.File(_name, "an image", "the end of the file");
            }

            int length = at + 1 < _file.Length ? _file[at] << 8 | _file[at + 1] : 0;
            at = length >= 2 && length <= _file.Length - at
                ? Segment(marker, _file.AsSpan(at + 2, length - 2), at + length)
                : throw Damaged.File(_name,
                    $"a segment of 2 to {_file.Length - at} bytes after the marker {marker:X2}", $"{length}");
        }
    }

    /// <summary>Whether the components are red, green and blue as they are: Adobe's programs say so, others by the
    /// components' names.</summary>
    private bool IsRgb => _adobeTransform is { } transform ? transform == 0
        : _frame!.Components is [{ Id: (byte)'R' }, { Id: (byte)'G' }, { Id: (byte)'B' }];

    private int Segment(byte marker, ReadOnlySpan<byte> data, int end)
    {
        switch (marker)
        {
            case 0xC0 or 0xC1 or 0xC2 when _frame is null:
                _frame = JpegFrame.Parse(data, progressive: marker == 0xC2, _file.Length, _name);
                break;
            case 0xC4:
                Codes(data);
                break;
            case >= 0xC0 and <= 0xCF:
                throw Damaged.File(
                    _name,
                    "one sequential or progressive, Huffman-coded image (open others in any image program and save "
                        + "them as PNG)",
                    $"a frame of kind {marker:X2}");
            case 0xDB:
                Quantization(data);
                break;
            case 0xDD when data.Length == 2:
                _restartInterval = data[0] << 8 | data[1];
                break;
            case 0xDA:
                return Scan(data, end);
            case 0xEE when data.Length >= 12 && data.StartsWith("Adobe"u8):
                _adobeTransform = data[11];
                break;
        }

        return end;
    }

    private void Quantization(ReadOnlySpan<byte> data)
    {
        for (int at = 0; at < data.Length;)
        {
            (int size, int table) = (1 + (data[at] >> 4), data[at] & 15);
            if (size > 2 || table > 3 || data.Length - at - 1 < 64 * size)
            {
                throw Damaged.File(_name, "quantization tables 0 to 3 of 64 values",
                    Convert.ToHexString(data.Slice(at, 1)));
            }

            var values = new ushort[64];
            for (int k = 0; k < 64; k++)
            {
                values[k] = size == 1 ? data[at + 1 + k] : (ushort)(data[at + 1 + 2 * k] << 8 | data[at + 2 + 2 * k]);
            }

            _quantization[table] = values;
            at += 1 + 64 * size;
        }
    }

    private void Codes(ReadOnlySpan<byte> data)
    {
        for (int at = 0; at < data.Length;)
        {
            (int kind, int table) = (data[at] >> 4, data[at] & 15);
            int words = 0;
            for (int i = 1; i <= 16 && data.Length - at >= 17; i++)
            {
                words += data[at + i];
            }

            if (kind > 1 || table > 3 || words is 0 or > 256 || data.Length - at - 17 < words)
            {
                throw Damaged.File(_name, "Huffman tables 0 to 3 of 1 to 256 words",
                    $"{words} words in table {data[at]:X2}");
            }

            (kind == 0 ? _dc : _ac)[table] = new JpegHuffman(data.Slice(at + 1, 16), data.Slice(at + 17, words),
                _name);
            at += 17 + words;
        }
    }

    private int Scan(ReadOnlySpan<byte> data, int start)
    {
        int count = data.Length > 0 ? data[0] : 0;
        if (_frame is null || count < 1 || count > _frame.Components.Length || data.Length != 4 + 2 * count
            || ++_scans > MostScans)
        {
            throw Damaged.File(_name, $"a scan of the frame's components, at most {MostScans} of them",
                $"{data.Length} bytes, scan {_scans}");
        }

        (int first, int last, int high, int low) = (data[^3], data[^2], data[^1] >> 4, data[^1] & 15);
        bool fits = _frame.Progressive
            ? last <= 63 && first <= last && (first > 0 ? count == 1 : last == 0) && low <= 13
                && (high == 0 || high == low + 1)
            : (first, last, high, low) == (0, 63, 0, 0);
        var components = new JpegComponent[count];
        for (int i = 0; i < count && fits; i++)
        {
            (byte id, int dc, int ac) = (data[1 + 2 * i], data[2 + 2 * i] >> 4, data[2 + 2 * i] & 15);
            JpegComponent? c = Array.Find(_frame.Components, c => c.Id == id);
            fits = c is not null && !components.Contains(c) && dc < 4 && ac < 4
                && (first > 0 || high > 0 || _dc[dc] is not null) && (last == 0 || _ac[ac] is not null);
            if (fits)
            {
                (components[i], c!.Dc, c.Ac) = (c, _dc[dc], _ac[ac]);
            }
        }

        if (!fits)
        {
            throw Damaged.File(_name, "a scan with its tables and a range of frequencies", Convert.ToHexString(data));
        }

        var bits = new JpegBits(_file, start, _name);
        var scan = new JpegScan(_frame, components, first, last, refines: high > 0, low, bits, _name);
        scan.Reset();
        scan.Decode(_restartInterval);
        return bits.Position;
    }
}
