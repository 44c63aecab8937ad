"""The use cases, for the command line and for any program: values in, values out; nothing is printed or written."""

from reviewkit.api.checking import check_document, check_report, for_travel, unreadable
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
    "render_report",
    "unreadable",
    "verify_file",
]
