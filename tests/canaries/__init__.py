"""No secret the App was given or made turns up where anybody could read it."""
