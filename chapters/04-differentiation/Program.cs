return Reference.Book.ChapterConsole.Run(new Reference.Differentiation.DifferentiationChapter(), args);
