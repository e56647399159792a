"""What tests stand on: a database server, a browser, a running program."""
