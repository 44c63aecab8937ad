"""Two columns of boxes, and a curve for each pair; on a narrow picture, a list of what each box leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reviewkit.document import Links
from reviewkit.drawing.shapes import Box, Colour, Dot, Drawing, Path, Shape
from reviewkit.drawing.timeline import NARROW
from reviewkit.drawing.wrapping import LEADING, SIZE, set_lines, wrapped

Pairs = list[tuple[int, int]]
TONES: tuple[Colour, ...] = ("accent", "third", "second", "quiet")
_COLUMN = 0.385
_PAD = 7.0
_BETWEEN = 9.0
_PER_LINK = 9.0
_UNDER_TITLE = 7.0
_DOT = 3.0
_STROKE = 1.75
_HALO = 4.5
_INDENT = 24.0
_HALF = 0.5  # of an outline, which stands astride its box's edge
_TO_BRANCH = 5.0


def draw_links(shown: Links, width: float) -> Drawing:
    """The boxes in the order in which they come; curves of one box on the left have one tone."""
    if not (shown.left or shown.right):
        return Drawing(width, 0, ())
    pairs = sorted({(a, b) for a, b in shown.pairs if 0 <= a < len(shown.left) and 0 <= b < len(shown.right)})
    return _listed(shown, pairs, width) if width < NARROW else _curved(shown, pairs, width)


def _curved(shown: Links, pairs: Pairs, width: float) -> Drawing:
    column = width * _COLUMN
    titles = (wrapped(shown.left_title, column, bold=True), wrapped(shown.right_title, column, bold=True))
    heads = [
        *set_lines(titles[0], 0, 0, bold=True, colour="accent"),
        *set_lines(titles[1], width - column, 0, bold=True, colour="accent"),
    ]
    top = LEADING * max(map(len, titles)) + (_UNDER_TITLE if heads else 0)
    left = _boxes(shown.left, Counter(a for a, _ in pairs), 0, column)
    right = _boxes(shown.right, Counter(b for _, b in pairs), width - column, column)
    height = top + max(_height(left), _height(right))
    left, right = _spread(left, top, height), _spread(right, top, height)
    boxes = [*left, *_said(left, shown.left), *right, *_said(right, shown.right)]
    return Drawing(width, height, (*heads, *boxes, *_curves(pairs, left, right)))


def _boxes(texts: Sequence[str], links: Counter[int], x: float, width: float) -> list[Box]:
    """Boxes from 0 downwards, high enough for their words and for the ends of their curves."""
    made: list[Box] = []
    y = 0.0
    for place, text in enumerate(texts):
        lines = len(_lines(text, width)) or 1
        height = max(lines * LEADING + 2 * _PAD - 3, (links[place] + 1) * _PER_LINK)
        made.append(Box(x + _HALF, y + _HALF, width - 2 * _HALF, height, fill="tint", stroke="line", round=3))
        y += height + _BETWEEN
    return made


def _lines(text: str, width: float) -> tuple[str, ...]:
    """The words of a box in a column of that width."""
    return wrapped(text, width - 2 * _HALF - 2 * _PAD)


def _height(boxes: Sequence[Box]) -> float:
    return boxes[-1].y + boxes[-1].height + _HALF if boxes else 0.0


def _spread(boxes: Sequence[Box], top: float, bottom: float) -> list[Box]:
    """The boxes over the whole height, with the room that is left between them."""
    spare = (bottom - top - _height(boxes)) / (len(boxes) + 1)
    return [box._replace(y=box.y + top + spare * place) for place, box in enumerate(boxes, start=1)]


def _said(boxes: Sequence[Box], texts: Sequence[str]) -> Iterator[Shape]:
    for box, text in zip(boxes, texts, strict=True):
        lines = _lines(text, box.width + 2 * _HALF)
        yield from set_lines(lines, box.x + _PAD, box.y + (box.height - len(lines) * LEADING) / 2 + 0.5)


def _curves(pairs: Pairs, left: Sequence[Box], right: Sequence[Box]) -> Iterator[Shape]:
    """Every curve on a paler ground that parts it from those below, and then the dots at the ends."""
    starts = {pair: _slot(left[pair[0]], place, count) for pair, place, count in _places(pairs, side=0)}
    ends = {pair: _slot(right[pair[1]], place, count) for pair, place, count in _places(pairs, side=1)}
    dots: list[Shape] = []
    for pair in pairs:
        tone = TONES[pair[0] % len(TONES)]
        start = (left[pair[0]].x + left[pair[0]].width, starts[pair])
        end = (right[pair[1]].x, ends[pair])
        middle = (start[0] + end[0]) / 2
        points = (start, (middle, start[1]), (middle, end[1]), end)
        yield Path(points, stroke="paper", width=_HALO, curved=True)
        yield Path(points, stroke=tone, width=_STROKE, curved=True)
        dots += (Dot(*start, _DOT, fill=tone), Dot(*end, _DOT, fill=tone))
    yield from dots


def _places(pairs: Pairs, side: int) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Each pair with its place among those of the same box, from the top, and how many these are."""
    counts = Counter(pair[side] for pair in pairs)
    met: Counter[int] = Counter()
    for pair in pairs:
        yield pair, met[pair[side]], counts[pair[side]]
        met[pair[side]] += 1


def _slot(box: Box, place: int, count: int) -> float:
    return box.y + box.height * (place + 1) / (count + 1)


def _listed(shown: Links, pairs: Pairs, width: float) -> Drawing:
    """Each box of the left column over what it leads to; at the end, those on the right to which nothing leads."""
    shapes: list[Shape] = []
    y = 0.0
    for title, indent in ((shown.left_title, 0.0), (shown.right_title, _INDENT)):
        lines = wrapped(title, width - indent, bold=True)
        shapes += set_lines(lines, indent, y, bold=True, colour="accent")
        y += LEADING * len(lines)
    y += _UNDER_TITLE
    led_to: dict[int, list[str]] = {}
    for a, b in pairs:
        led_to.setdefault(a, []).append(shown.right[b])
    for place, text in enumerate(shown.left):
        box = _boxes((text,), Counter(), 0, width)[0]._replace(y=y)
        shapes += [box, *_said((box,), (text,))]
        tone = TONES[place % len(TONES)]
        y = _branch(shapes, led_to.get(place, []), y + box.height, width, tone) + _BETWEEN
    reached = {b for _, b in pairs}
    unreached = [text for place, text in enumerate(shown.right) if place not in reached]
    alone = [box._replace(y=box.y + y, fill="paper") for box in _boxes(unreached, Counter(), _INDENT, width - _INDENT)]
    shapes += [*alone, *_said(alone, unreached)]
    return Drawing(width, max(y, _height(alone)), tuple(shapes))


def _branch(shapes: list[Shape], texts: Sequence[str], top: float, width: float, tone: Colour) -> float:
    """Texts beneath a box, a line from it to each; where the last of them ends."""
    y = top + _TO_BRANCH
    for text in texts:
        lines = wrapped(text, width - _INDENT)
        middle = y + SIZE * 0.64
        shapes.append(Path(((_PAD, top), (_PAD, middle), (_INDENT - 2 * _DOT, middle)), stroke=tone, width=_STROKE))
        shapes.append(Dot(_INDENT - 2 * _DOT, middle, _DOT, fill=tone))
        shapes += set_lines(lines, _INDENT, y)
        y += LEADING * max(len(lines), 1) + 2
    return y if texts else top
