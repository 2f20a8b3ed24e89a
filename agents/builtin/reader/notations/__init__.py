"""Other notations than Markdown, each written anew in Markdown, line by line: AsciiDoc, Org, HTML, data, chats, mails, pages of a word processor."""
