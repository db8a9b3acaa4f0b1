"""LanguageTool's wire format: parameters in, matches out."""
