"""What goes with a publication and what stays: certificate, record, key, and how versions compare."""
