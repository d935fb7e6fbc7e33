namespace Reference.Networks;

/// <summary>Fills a new parameter.</summary>
/// <param name="values">The parameter's numbers, column after column.</param>
/// <param name="fanIn">How many inputs reach one output.</param>
/// <param name="fanOut">How many outputs one input reaches.</param>
public delegate void Initializer(Span<double> values, int fanIn, int fanOut);
