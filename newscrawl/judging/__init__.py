"""What a run was worth: its record, its findings, its exit status, the report of all."""
