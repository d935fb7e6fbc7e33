namespace Reference.Datasets;

/// <summary>The Netpbm formats PGM and PPM: P2 and P3 with numbers in text, P5 and P6 with one or two bytes a
/// value.</summary>
internal static class NetpbmImage
{
    public static Picture Decode(byte[] bytes, string name)
    {
        bool inText = bytes[1] <= (byte)'3';
        int at = 2;
        int width = Number(), height = Number(), most = Number();
        if (most is < 1 or > 65535)
        {
            throw Damaged.File(name, "a largest value of 1 to 65535", $"{most}");
        }

        ImageShape shape = PictureFile.Size(height, width, bytes[1] is (byte)'2' or (byte)'5' ? 1 : 3, name);
        int size = inText || most < 256 ? 1 : 2;
        // In text a value takes a digit and a blank, but for the last; in bytes exactly one blank follows the header.
        long needed = inText ? 2L * shape.Length - 1 : (long)size * shape.Length + 1;
        if (bytes.Length - at < needed || (!inText && bytes.Length - at != needed))
        {
            throw Damaged.File(name, $"{needed} bytes after the header of a {shape} image", $"{bytes.Length - at}");
        }

        at += inText ? 0 : 1;
        var pixels = new byte[shape.Length];
        for (int i = 0; i < pixels.Length; i++)
        {
            int value = inText ? Number() : size == 1 ? bytes[at++] : bytes[at++] << 8 | bytes[at++];
            pixels[i] = value <= most ? (byte)((255 * value + most / 2) / most)
                : throw Damaged.File(name, $"values of at most {most}", $"{value}");
        }

        return new(shape, pixels);

        int Number()
        {
            bool comment = false;
            while (at < bytes.Length && (comment || bytes[at] is (byte)'#' or (byte)' ' or (>= 9 and <= 13)))
            {
                comment = bytes[at] == '#' || (comment && bytes[at] is not (10 or 13));
                at++;
            }

            int start = at;
            long number = 0;
            while (at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9' && number <= Limits.Pixels)
            {
                number = 10 * number + bytes[at++] - '0';
            }

            return at > start && number <= Limits.Pixels
                ? (int)number
                : throw Damaged.File(name, $"a number up to {Limits.Pixels} at byte {start}", at < bytes.Length
                    ? $"byte {bytes[at]}" : "the end of the file");
        }
    }
}
