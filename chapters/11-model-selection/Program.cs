return Reference.Book.ChapterConsole.Run(new Reference.ModelSelection.ModelSelectionChapter(), args);
