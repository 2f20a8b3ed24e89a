"""What a stranger needs to check a run: the evidence, where it is read, and everything it must amount to."""
