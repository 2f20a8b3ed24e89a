"""Decisions, as pure functions: the state machine, approvals, gates, write permits, the ledger's entries."""
