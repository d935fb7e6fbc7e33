return Reference.Book.ChapterConsole.Run(new Reference.Embeddings.EmbeddingsChapter(), args);
