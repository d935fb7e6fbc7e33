return Reference.Book.ChapterConsole.Run(new Reference.VariationalAutoencoders.VaeChapter(), args);
