return Reference.Book.ChapterConsole.Run(new Reference.Convolutions.ConvolutionChapter(), args);
