return Reference.Book.ChapterConsole.Run(new Reference.Optimizers.OptimizersChapter(), args);
