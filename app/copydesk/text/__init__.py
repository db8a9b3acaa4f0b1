"""An article once read: source, spans, tokens, sentences, and the index that detectors ask."""
