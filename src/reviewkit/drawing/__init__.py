"""Figures as shapes: where boxes, lines and words of a picture stand, for every renderer that draws one."""
