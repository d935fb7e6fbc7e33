using Reference.Book;

namespace Reference.LinearModels;

/// <summary>Chapter 06: a line and a plane through data, in closed form and by descent.</summary>
public sealed class LinearRegressionChapter() : Chapter(
    "06-linear-regression", "Linear regression",
    LinearRegressionDerivations.All,
    LinearRegressionNumbers.All, LinearRegressionClaims.All, LinearRegressionFigures.All,
    LinearRegressionExperiments.All);
