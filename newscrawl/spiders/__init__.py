"""One file per portal and nothing else."""
