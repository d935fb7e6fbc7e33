namespace Reference.Plotting;

/// <summary>
/// The seam behind which any plotting library can stand: it reads a figure's panels, axes and series, which are plain
/// data, and returns a file's bytes.
/// </summary>
public interface IFigureRenderer
{
    /// <summary>The file extension with its dot, such as <c>.png</c>.</summary>
    string Extension { get; }

    /// <summary>The bytes of the figure's file.</summary>
    byte[] Render(Figure figure);
}
