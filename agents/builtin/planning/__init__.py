"""How the built-in planner gets from what a PRD says to one architecture: entries, kind, questions, drawing, refinements."""
