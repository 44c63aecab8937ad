"""A chart as SVG, drawn by hand: both scales by powers, so that linear growth is a line at 45°; a dashed one shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from math import log10

from growing import Series

_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM = 360, 280, 52, 40, 44
_COLOURS = ("#1d4f91", "#b3541e", "#2e7d4f")
_STEPS = (1, 3)


def chart(panels: Sequence[tuple[str, str, Sequence[Series]]]) -> str:
    """Panels side by side: title, what the lower scale counts, series."""
    width, inner = (_WIDTH + 20) * len(panels), []
    for number, (title, scale, series) in enumerate(panels):
        inner.append(f'<g transform="translate({number * (_WIDTH + 20)} 0)">')
        inner += _panel(title, scale, series)
        inner.append("</g>")
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {_HEIGHT}" width="{width}" height="{_HEIGHT}" '
        'role="img" font-family="sans-serif" font-size="11" fill="#222">'
    )
    spoken = "; ".join(title for title, _, _ in panels)
    ground = f'<rect width="{width}" height="{_HEIGHT}" fill="#fff"/>'
    return "\n".join([head, f"<title>{escape(spoken)}</title>", ground, *inner, "</svg>"]) + "\n"


def _panel(title: str, scale: str, series: Sequence[Series]) -> Iterator[str]:
    xs = [x for one in series for x, _ in one.points]
    ys = [y for one in series for _, y in one.points]
    across = _Scale(xs, _LEFT, _WIDTH - 8)
    up = _Scale(ys, _HEIGHT - _BOTTOM, _TOP)
    yield _text(_LEFT, 14, title, weight=700)
    for at in across.marks():
        yield _line(across(at), _TOP, across(at), _HEIGHT - _BOTTOM, "#ddd")
        yield _text(across(at), _HEIGHT - _BOTTOM + 15, f"{at:,g}", anchor="middle")
    for at in up.marks():
        yield _line(_LEFT, up(at), _WIDTH - 8, up(at), "#ddd")
        yield _text(_LEFT - 6, up(at) + 4, f"{at:g} s", anchor="end")
    yield _text((_LEFT + _WIDTH) / 2, _HEIGHT - 8, scale, anchor="middle")
    for number, one in enumerate(series):
        colour = _COLOURS[number % len(_COLOURS)]
        yield _path([(across(x), up(y)) for x, y in one.points], colour)
        yield from (f'<circle cx="{across(x):.1f}" cy="{up(y):.1f}" r="3" fill="{colour}"/>' for x, y in one.points)
        yield _text(_LEFT + 8, _TOP + 14 * (number + 1), one.name, colour=colour)
    least, (most, spent) = series[0].points[0][0], series[0].points[-1]
    begins = max(least, most * up.least / spent)
    yield _path([(across(x), up(spent * x / most)) for x in (begins, most)], "#888", "4 3")
    yield _text(_LEFT + 8, _TOP + 14 * (len(series) + 1), "dashed: linear", colour="#666")


class _Scale:
    """From values to places, by powers of ten."""

    def __init__(self, values: Iterable[float], start: float, end: float) -> None:
        values = list(values)
        self.least, self.most = min(values) * 0.8, max(values) * 1.25
        self._start, self._end = start, end

    def __call__(self, value: float) -> float:
        part = (log10(value) - log10(self.least)) / (log10(self.most) - log10(self.least))
        return self._start + part * (self._end - self._start)

    def marks(self) -> list[float]:
        """1, 3, 10, 30 … as far as they lie on the scale."""
        every = (step * 10.0**power for power in range(-3, 6) for step in _STEPS)
        return [value for value in every if self.least <= value <= self.most]


def _text(x: float, y: float, text: str, *, anchor: str = "start", colour: str = "#222", weight: int = 400) -> str:  # noqa: PLR0913
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" font-weight="{weight}">'
        f"{escape(text)}</text>"
    )


def _line(x: float, y: float, to_x: float, to_y: float, colour: str) -> str:
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{colour}"/>'


def _path(points: Sequence[tuple[float, float]], colour: str, dashes: str = "none") -> str:
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"/>'
