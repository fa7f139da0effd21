"""Documents: what depends on each, what a question lacks, what can still be saved."""
