"""What a hostile model can make the App say and do: words in a thread, and nothing else."""
