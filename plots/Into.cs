namespace Reference.Plots;

/// <summary>What becomes of figures when they are drawn.</summary>
public enum Into
{
    /// <summary>Pictures in a folder.</summary>
    Folder,

    /// <summary>The same, and each compared with the gallery's.</summary>
    Compared,

    /// <summary>The committed gallery, with fingerprints beside the pictures.</summary>
    Gallery,
}
