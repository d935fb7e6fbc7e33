return Reference.Book.ChapterConsole.Run(new Reference.LanguageModels.LanguageModelChapter(), args);
