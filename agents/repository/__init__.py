"""What a repository holds at one commit, as far as it matters to a unit: read from given bytes, nothing is ever run."""
