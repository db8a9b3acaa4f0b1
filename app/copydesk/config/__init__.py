"""What users configure: profiles."""
