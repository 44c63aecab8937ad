"""The command line: click, printing, writing and exit codes live here and nowhere else."""
