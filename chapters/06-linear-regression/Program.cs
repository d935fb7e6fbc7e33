return Reference.Book.ChapterConsole.Run(new Reference.LinearModels.LinearRegressionChapter(), args);
