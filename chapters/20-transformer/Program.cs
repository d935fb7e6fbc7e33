return Reference.Book.ChapterConsole.Run(new Reference.Transformers.TransformerChapter(), args);
