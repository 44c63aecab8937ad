"""Questions that only a person can answer, and the answers that the report keeps."""
