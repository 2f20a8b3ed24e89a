"""Crash points: every call of the App to GitHub, in every flow, goes wrong in every way, and the end is the same."""
