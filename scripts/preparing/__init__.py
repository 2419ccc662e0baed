"""Makes the input tables of Coventry from published figures, one module a subject."""
