"""The web pages of the stand-in, drawn on the server, so that a newcomer can look at it and play every role."""
