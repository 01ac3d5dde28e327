"""What a check is: frozen values without Qt, SQL, files or a clock."""
