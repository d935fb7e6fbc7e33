return Reference.Book.ChapterConsole.Run(new Reference.Perceptrons.PerceptronChapter(), args);
