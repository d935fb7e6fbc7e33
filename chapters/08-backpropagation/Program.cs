return Reference.Book.ChapterConsole.Run(new Reference.Backpropagation.BackpropagationChapter(), args);
