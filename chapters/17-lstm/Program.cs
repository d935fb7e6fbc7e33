return Reference.Book.ChapterConsole.Run(new Reference.LongShortTermMemory.LstmChapter(), args);
