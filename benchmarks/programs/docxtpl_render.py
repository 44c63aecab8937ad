"""docxtpl: TEMPLATE.docx, text.md and the file to write. With `--template FILE` it makes the template.

It knows no Markdown: every line becomes a paragraph as it stands, so it does less than the others.
"""

import sys

from docx import Document
from docxtpl import DocxTemplate

if sys.argv[1] == "--template":
    document = Document()
    for line in ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}"):
        document.add_paragraph(line)
    document.save(sys.argv[2])
else:
    template = DocxTemplate(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as file:
        template.render({"lines": [line for line in file.read().splitlines() if line]}, autoescape=True)
    template.save(sys.argv[3])
