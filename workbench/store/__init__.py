"""One SQLite file that holds every check; values go in and come out."""
