return Reference.Book.ChapterConsole.Run(new Reference.Autoencoders.AutoencoderChapter(), args);
