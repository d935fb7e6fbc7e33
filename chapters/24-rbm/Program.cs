return Reference.Book.ChapterConsole.Run(new Reference.BoltzmannMachines.BoltzmannChapter(), args);
