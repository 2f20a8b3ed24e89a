"""What each statement of a document is: a function, a quality, a limit, a question or nothing to build; the document's own labels first."""
