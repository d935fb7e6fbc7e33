return Reference.Book.ChapterConsole.Run(new Reference.Classification.LogisticRegressionChapter(), args);
