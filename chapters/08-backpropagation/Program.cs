return Reference.Book.ChapterConsole.Run(new Reference.Networks.BackpropagationChapter(), args);
