"""The only package that does I/O: server, queue, clients, ledger store, write gate, command line."""
