namespace Reference.Numerics;

/// <summary>
/// An image of rows of numbers, and the zeros around it: the kernel copies it into a frame of zeros before it reads.
/// </summary>
/// <param name="Rows">Rows of the image.</param>
/// <param name="Length">Numbers in a row.</param>
/// <param name="Top">Rows of zeros above.</param>
/// <param name="Bottom">Rows of zeros below.</param>
/// <param name="Left">Zeros before each row.</param>
/// <param name="Right">Zeros after each row.</param>
public readonly record struct Border(int Rows, int Length, int Top, int Bottom, int Left, int Right)
{
    /// <summary>Numbers of the image.</summary>
    public int Inside => Rows * Length;

    /// <summary>Numbers in a row of the frame.</summary>
    public int FramedLength => Left + Length + Right;

    /// <summary>Numbers of image and frame.</summary>
    public int Framed => (Top + Rows + Bottom) * FramedLength;

    internal bool IsNone => Framed == Inside;

    // The frame's zeros are written each time: the buffer serves other images too.
    internal void Copy(ReadOnlySpan<double> image, Span<double> frame)
    {
        frame[..(Top * FramedLength)].Clear();
        for (int r = 0; r < Rows; r++)
        {
            Span<double> row = frame.Slice((Top + r) * FramedLength, FramedLength);
            row[..Left].Clear();
            image.Slice(r * Length, Length).CopyTo(row[Left..]);
            row[(Left + Length)..].Clear();
        }

        frame.Slice((Top + Rows) * FramedLength, Bottom * FramedLength).Clear();
    }
}
