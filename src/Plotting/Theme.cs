namespace Reference.Plotting;

/// <summary>How all figures look.</summary>
public static class Theme
{
    /// <summary>Grows by one with every change that is seen in figures whose data stay the same.</summary>
    public const int Version = 1;
}
