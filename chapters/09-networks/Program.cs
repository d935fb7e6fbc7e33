return Reference.Book.ChapterConsole.Run(new Reference.Networks.NetworksChapter(), args);
