"""One file per subcommand of `python -m bot`; the file's name is the subcommand and `command` is its click command."""
