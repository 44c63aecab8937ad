"""What each style of a report is for, as its sample in the starter says it, in the order of a report."""

from __future__ import annotations

PURPOSES = {
    "Report Publisher": "the name of your partnership, at the top of the title page.",
    "Report Kind": "what the document is, above its title.",
    "Title": "the title of the report",
    "Subtitle": "what the report is about, below its title.",
    "Report Stamp": "the marking of a confidential version, on its title page.",
    "Report Notice": "how long the report is meant to stand, and the like.",
    "TOC Heading": "the heading of the contents",
    "toc 1": "a section in the contents.",
    "toc 2": "what stands within a section, in the contents.",
    "heading 1": "the numbered sections of the report",
    "heading 2": "parts of a section, each learning point, each recommendation",
    "heading 3": "parts of those",
    "heading 4": "a heading below those; rare",
    "heading 5": "rarer still",
    "heading 6": "the lowest heading that there is",
    "Body Text": "the prose of the report. Most of what people read is in this style.",
    "Report Numbered": "paragraphs with a number in front, such as 1.1, in sections of prose.",
    "Report Statement": "a sentence that carries the weight: what is recommended, what was learned.",
    "Report Lead": "a few words that lead to what stands below.",
    "Report Note": "a remark about the text, such as where it comes from.",
    "Quote": "what somebody said: the child, the family, people who worked with them.",
    "List Bullet": "an item of a list.",
    "List Bullet 2": "an item of a list within it.",
    "List Bullet 3": "and within that.",
    "List Number": "an item of a numbered list.",
    "List Number 2": "an item of a numbered list within it.",
    "List Number 3": "and within that.",
    "List Continue": "a second paragraph of an item of a list.",
    "Report Label": "the label of an answer that stands below it",
    "Report Answer": "an answer, and every further paragraph of one.",
    "caption": "what a table or a picture shows, above it",
    "Report Table Heading": "names of columns.",
    "Report Table Text": "text in tables.",
    "Report Row Heading": "names of rows.",
    "Report Table End": "where a wide table ends, for those who hear the report.",
    "Report Picture": "the place of a picture.",
    "Report Code": "text that is shown just as it was typed.",
    "header": "the line at the top of pages.",
    "footer": "the line at the bottom of pages.",
    "Report Marking": "the marking at the top of every page of a confidential version; a published one has none.",
    "Hyperlink": "words that lead somewhere",
    "Report Label Text": "the label of an answer that stands beside it",
    "Report Detail Text": "a quieter label",
    "Report Code Text": "a few typed words within a sentence",
    "Report Gap": "what is still to be written, in drafts",
}
NORMAL = (
    "all other styles build on it. The typeface and the size of text that you choose here hold for the whole report, "
    "wherever another style doesn't say otherwise."
)
USED = "part of every report."
STEPS = (
    "This file is the look of your reports: every style that they use is shown here, and each sample says what it is for.",
    "To change a style, right-click its name in Word’s Styles gallery and choose Modify.",
    "Change paper and margins under Layout. Type your own header and footer: words and page numbers are taken, no pictures.",
    "Save the file. “reviewkit house-style FILE” says what would be taken; “reviewkit render --house-style FILE” uses it.",
    "The text on these pages goes into no report, and may be deleted.",
)
PROMPTS = ("Your header: type here, or leave it", "Your footer: type here, or leave it")
"""Word's own grey prompts: until somebody types there, the report has its own header and footer."""
