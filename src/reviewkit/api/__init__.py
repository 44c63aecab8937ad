"""The use cases, for the command line and for any program: values in, values out; nothing is printed or written.

Each is imported when it is asked for: whoever starts a report checks and publishes none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reviewkit.api.checking import check_document, check_report, for_travel, refuse_errors, unreadable
    from reviewkit.api.house_styles import describe_house_style, new_house_style
    from reviewkit.api.publishing import (
        anonymise_file,
        document_to_publish,
        draw_letters,
        fault_of_words,
        open_questions,
        publish_report,
        verify_file,
    )
    from reviewkit.api.rendering import Rendered, render_report
    from reviewkit.api.starting import NewReport, editor_schema, new_report
    from reviewkit.loading.reports import load_report, parse_report

__all__ = [
    "NewReport",
    "Rendered",
    "anonymise_file",
    "check_document",
    "check_report",
    "describe_house_style",
    "document_to_publish",
    "draw_letters",
    "editor_schema",
    "fault_of_words",
    "for_travel",
    "load_report",
    "new_house_style",
    "new_report",
    "open_questions",
    "parse_report",
    "publish_report",
    "refuse_errors",
    "render_report",
    "unreadable",
    "verify_file",
]

_HOMES = {
    "reviewkit.api.checking": ("check_document", "check_report", "for_travel", "refuse_errors", "unreadable"),
    "reviewkit.api.house_styles": ("describe_house_style", "new_house_style"),
    "reviewkit.api.publishing": (
        "anonymise_file", "document_to_publish", "draw_letters", "fault_of_words", "open_questions", "publish_report",
        "verify_file",
    ),
    "reviewkit.api.rendering": ("Rendered", "render_report"),
    "reviewkit.api.starting": ("NewReport", "editor_schema", "new_report"),
    "reviewkit.loading.reports": ("load_report", "parse_report"),
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """A use case, imported now (PEP 562)."""
    for home, names in _HOMES.items():
        if name in names:
            globals()[name] = value = getattr(import_module(home), name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
