"""Measurements of Signalbox, run by hand or by `make bench`; nothing of the App imports them."""
