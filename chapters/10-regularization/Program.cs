return Reference.Book.ChapterConsole.Run(new Reference.Regularization.RegularizationChapter(), args);
