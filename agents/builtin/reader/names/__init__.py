"""The names a document speaks of: the people, the outside systems, the things it keeps, and the product itself."""
