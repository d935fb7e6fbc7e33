return Reference.Book.ChapterConsole.Run(new Reference.Losses.LossesChapter(), args);
