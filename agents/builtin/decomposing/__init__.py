"""How a plan becomes a backlog: units of work, their order, files and checks, and the edits people ask for."""
