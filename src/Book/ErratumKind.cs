namespace Reference.Book;

/// <summary>Whose mistake an erratum is.</summary>
public enum ErratumKind
{
    /// <summary>A wrong formula, number or statement of the author.</summary>
    Author,

    /// <summary>Code that does not do what its text announces.</summary>
    Listing,

    /// <summary>A symbol, an index or a line that our copy of the text lost and that the original may have.</summary>
    OurText,
}
