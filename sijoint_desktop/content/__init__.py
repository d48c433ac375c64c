"""What an exercise is: frozen values read from text files and judged before use."""
