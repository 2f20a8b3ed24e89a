"""Settings from the environment and the shape of a repository's `.github/signalbox.yml`."""
