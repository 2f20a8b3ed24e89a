"""GitHub's language in and out, as values: payload to event to command, and decision to Markdown."""
