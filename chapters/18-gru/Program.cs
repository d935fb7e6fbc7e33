return Reference.Book.ChapterConsole.Run(new Reference.GatedRecurrentUnits.GruChapter(), args);
