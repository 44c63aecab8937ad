"""A house's own Word file: its looks, its header and footer, what it lacks; and a starter for one."""
