"""The words of a report, split once and matched once: tokens, sentences, quotations, phrases."""
