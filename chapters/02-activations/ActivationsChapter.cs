using Reference.Book;

namespace Reference.Activations;

/// <summary>Chapter 02: activations, their derivatives, and gradients behind many of them.</summary>
public sealed class ActivationsChapter() : Chapter(
    "02-activations", "Activations",
    ActivationDerivations.All,
    ActivationNumbers.All, ActivationClaims.All, ActivationFigures.All,
    ActivationExperiments.All);
