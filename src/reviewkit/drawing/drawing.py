"""From what a figure shows to a picture of it."""

from __future__ import annotations

from reviewkit.document import Links, Periods, Shown, Steps, Timeline
from reviewkit.drawing.links import draw_links
from reviewkit.drawing.periods import draw_periods
from reviewkit.drawing.shapes import Drawing
from reviewkit.drawing.steps import draw_steps
from reviewkit.drawing.timeline import draw_timeline

A4_TEXT = 451.0


def draw(shown: Shown, width: float = A4_TEXT) -> Drawing:
    """The picture, `width` points wide and as high as it must be; below 360 points all is laid out for a phone.

    A picture of nothing has no shapes and no height.
    """
    match shown:
        case Timeline():
            return draw_timeline(shown, width)
        case Periods():
            return draw_periods(shown, width)
        case Steps():
            return draw_steps(shown, width)
        case Links():
            return draw_links(shown, width)
