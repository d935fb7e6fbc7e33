return Reference.Book.ChapterConsole.Run(new Reference.Texts.TextChapter(), args);
