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

    // Into a frame whose zeros are there already.
    internal unsafe void Copy(double* image, double* frame)
    {
        frame += Top * FramedLength + Left;
        for (int r = 0; r < Rows; r++, image += Length, frame += FramedLength)
        {
            new ReadOnlySpan<double>(image, Length).CopyTo(new(frame, Length));
        }
    }
}
