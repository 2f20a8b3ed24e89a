"""The embedded GitHub stand-in that the demo and the tests talk to; the App never imports it."""
