using Reference.Book;

namespace Reference.Differentiation;

/// <summary>Chapter 04: tensors, derivatives by formulas, by quotients and by automatic differentiation.</summary>
public sealed class DifferentiationChapter() : Chapter(
    "04-differentiation", "Tensors and derivatives",
    DifferentiationDerivations.All,
    DifferentiationNumbers.All, DifferentiationClaims.All, DifferentiationFigures.All,
    DifferentiationExperiments.All);
