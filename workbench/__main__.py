"""Start the program: the window without arguments, a command with them."""
