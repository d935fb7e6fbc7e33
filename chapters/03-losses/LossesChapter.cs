using Reference.Book;

namespace Reference.Losses;

/// <summary>Chapter 03: from the probability of the observations to the number that training minimises.</summary>
public sealed class LossesChapter() : Chapter(
    "03-losses", "Losses",
    [.. LikelihoodDerivations.All, .. LossDerivations.All],
    LossNumbers.All, LossClaims.All, LossFigures.All, []);
