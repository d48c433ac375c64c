"""Where every joint is: from clinical angles and contacts to poses as a function of time."""
