return Reference.Book.ChapterConsole.Run(new Reference.Activations.ActivationChapter(), args);
