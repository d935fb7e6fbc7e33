using Reference.Book;

namespace Reference.Optimizers;

/// <summary>Chapter 05: optimizers, from one step of descent on a parabola to AdamW.</summary>
public sealed class OptimizersChapter() : Chapter(
    "05-optimizers", "Optimizers",
    OptimizerDerivations.All,
    OptimizerNumbers.All, OptimizerClaims.All, OptimizerFigures.All,
    OptimizerExperiments.All);
