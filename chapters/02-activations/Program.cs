return Reference.Book.ChapterConsole.Run(new Reference.Activations.ActivationsChapter(), args);
