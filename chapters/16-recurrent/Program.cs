return Reference.Book.ChapterConsole.Run(new Reference.RecurrentNetworks.RecurrentChapter(), args);
