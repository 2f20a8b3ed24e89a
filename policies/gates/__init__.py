"""The gates a patchset passes before a person is asked to approve it."""
