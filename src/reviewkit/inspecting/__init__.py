"""Any finished file → every text in it, by its bytes alone: no document library, so nothing is passed over."""

from reviewkit.inspecting.parts import Part
from reviewkit.inspecting.reading import read_parts

__all__ = ["Part", "read_parts"]
