using Reference.Book;

namespace Reference.Differentiation;

/// <summary>Chapter 04: tensors, derivatives by formulas and by difference quotients, automatic
/// differentiation.</summary>
public sealed class DifferentiationChapter() : Chapter(
    "04-differentiation", "Tensors and derivatives",
    DifferentiationDerivations.All,
    DifferentiationNumbers.All, DifferentiationClaims.All, DifferentiationFigures.All,
    DifferentiationExperiments.All);
