"""What models are asked and what they may answer, and the built-in planner and scaffolder that need no model."""
