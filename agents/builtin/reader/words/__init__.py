"""The words and patterns the reader knows, a table a module: what headings announce, how sentences demand, doubt and exclude, names of technology."""
