return Reference.Book.ChapterConsole.Run(new Reference.Attention.AttentionChapter(), args);
