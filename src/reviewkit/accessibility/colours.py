"""Colours of a Word file: those of its theme with tint and shade, highlights and patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from reviewkit.inspecting.markup import local
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

WHITE, BLACK = "FFFFFF", "000000"
HIGHLIGHTS = {
    "black": BLACK, "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": WHITE, "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
_SHORT = {
    "dk1": "dark1", "lt1": "light1", "dk2": "dark2", "lt2": "light2", "hlink": "hyperlink", "folHlink": "followedHyperlink",
}  # fmt: skip
_MAPPED = {"text1": "dark1", "background1": "light1", "text2": "dark2", "background2": "light2"}
_MAPPING = {"t1": "text1", "bg1": "background1", "t2": "text2", "bg2": "background2"}
_OFFICE = {
    "dark1": BLACK, "light1": WHITE, "dark2": "44546A", "light2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31",
    "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hyperlink": "0563C1",
    "followedHyperlink": "954F72",
}  # fmt: skip


class Theme(NamedTuple):
    """Colours and the two fonts by the names that styles use."""

    colours: Mapping[str, str]
    fonts: Mapping[str, str]


def read_theme(root: _Element | None, settings: _Element | None) -> Theme:
    """The theme, or Office's own where the file has none; `settings` may say that light and dark are exchanged."""
    colours, fonts = dict(_OFFICE), {"major": "", "minor": ""}
    for element in root.iter("{*}clrScheme") if root is not None else ():
        for child in element.iterchildren("{*}*"):
            said = next((one.get("lastClr") or one.get("val") for one in child.iterchildren("{*}*")), None)
            if hexed := _hex(said):
                colours[_SHORT.get(local(str(child.tag)), local(str(child.tag)))] = hexed
    for key in fonts if root is not None else ():
        for element in root.iter(f"{{*}}{key}Font") if root is not None else ():
            fonts[key] = next((str(one.get("typeface") or "") for one in element.iterchildren("{*}latin")), "")
    mapped = _MAPPED | _exchanged(settings)
    colours |= {name: colours.get(target, BLACK) for name, target in mapped.items()}
    return Theme(colours, fonts)


def _exchanged(settings: _Element | None) -> dict[str, str]:
    for element in settings.iterchildren("{*}clrSchemeMapping") if settings is not None else ():
        values = {local(str(key)): str(value) for key, value in element.items()}
        return {_MAPPING[key]: value for key, value in values.items() if key in _MAPPING}
    return {}


def colour_of(values: Mapping[str, str], theme: Theme, kind: str = "") -> str | None:
    """The colour that attributes name: `val` or `fill` with their theme's. "" is automatic, None is no colour at all.

    `kind` is "" for letters, "fill" or "color" for the two colours of a shading.
    """
    themed = values.get("theme" + (kind or "color").capitalize(), "")
    base = theme.colours.get(themed)
    plain = values.get(kind or "val", "")
    if base:
        prefix = "themeFill" if kind == "fill" else "theme"
        return _shifted(base, values.get(prefix + "Tint", ""), values.get(prefix + "Shade", ""))
    return _hex(plain) or ("" if plain else None)


def ground_of(shading: Mapping[str, str], theme: Theme) -> str:
    """The colour of a shading, patterns mixed as the eye mixes them; "" lets what lies behind show."""
    fill = colour_of(shading, theme, "fill") or ""
    pattern = shading.get("val", "clear")
    if pattern in ("clear", "nil", ""):
        return "" if pattern == "nil" else fill
    front = colour_of(shading, theme, "color") or BLACK
    share = 1.0 if pattern == "solid" else _share(pattern)
    return _mixed(front, fill or WHITE, share)


def _parts(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]


def _hex(text: str | None) -> str:
    found = re.fullmatch(r"#?([0-9A-Fa-f]{6})", text or "")
    return found.group(1).upper() if found else ""


def _share(pattern: str) -> float:
    found = re.fullmatch(r"pct(\d{1,3})", pattern)
    # Stripes and crosses cover about a third.
    return min(int(found.group(1)), 100) / 100 if found else 0.35


def _mixed(front: str, back: str, share: float) -> str:
    pairs = zip(_parts(front), _parts(back), strict=True)
    return "".join(f"{round((one * share + other * (1 - share)) * 255):02X}" for one, other in pairs)


@lru_cache(maxsize=4096)
def _shifted(colour: str, tint: str, shade: str) -> str:
    """Lighter by a tint, darker by a shade, both as two hex digits of 255; hue and saturation stay."""
    from colorsys import hls_to_rgb, rgb_to_hls

    hue, light, saturation = rgb_to_hls(*_parts(colour))
    if re.fullmatch(r"[0-9A-Fa-f]{2}", tint):
        part = int(tint, 16) / 255
        light = light * part + 1 - part
    if re.fullmatch(r"[0-9A-Fa-f]{2}", shade):
        light *= int(shade, 16) / 255
    return "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in hls_to_rgb(hue, light, saturation))
