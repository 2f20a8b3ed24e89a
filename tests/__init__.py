"""Tables for pure code, stories for journeys, one stand-in for all."""
