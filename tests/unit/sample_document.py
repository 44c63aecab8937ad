"""A rich document for the renderers' tests: everything that a composed report can hold, at report length."""

from __future__ import annotations

from reviewkit.document import (
    Block,
    Card,
    Cell,
    Code,
    Divider,
    Document,
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
)

LONG = (
    "Child K was the second of three children. She was born early, spent her first three weeks on the neonatal unit, "
    "and went home to a flat that the family shared with an aunt. Health visitors saw her at every planned contact and "
    "twice more; each visit was recorded with care, and each record was kept where only the health visitors could read "
    "it. The nursery that she joined at two saw a quiet child who ate quickly and slept often. Nobody was asked to put "
    "the two pictures side by side."
)
AGENCIES = (
    ("West Marshire Council, children’s social care", "Assessment in 2023, child in need plan until May 2024", "Yes"),
    ("Marsh Valley Integrated Care Board", "Commissioned health visiting and the community paediatric service", "Yes"),
    ("West Marshire Constabulary", "Attended the home three times between 2022 and 2024", "Yes"),
    ("Little Oaks Nursery", "Child K attended three days a week from September 2023", "Yes"),
    ("Fenbrook Housing Association", "Landlord; repairs and two complaints of noise", "Nil return"),
    ("Probation Service, Marsh region", "Supervised the mother’s former partner", "Awaited"),
)


def text(*parts: str | Run) -> tuple[Run, ...]:
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def para(*parts: str | Run, **more: str) -> Paragraph:
    return Paragraph(text(*parts), **more)


def cell(content: str, *, head: bool = False) -> Cell:
    return Cell((para(content),) if content else (), head=head)


def table(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...], **more: object) -> Table:
    return Table(
        tuple(cell(name, head=True) for name in header),
        tuple(tuple(cell(value, head=column == 0) for column, value in enumerate(row)) for row in rows),
        **more,
    )


def section(number: str, title: str, anchor: str = "") -> Heading:
    return Heading(number.count(".") + 1, text(title), number=number, anchor=anchor)


def learning(number: int) -> Card:
    return Card(
        Heading(
            2, text(f"Learning {number}: a father nobody asked"), number=f"4.{number}", anchor=f"learning-{number}"
        ),
        (
            Facts(
                (
                    (
                        "What happened",
                        (
                            para(
                                "Professionals described the father as “not involved”. He was at the home most evenings and took Child K to nursery on Fridays."
                            ),
                        ),
                    ),
                    (
                        "Why it happened",
                        (
                            para(
                                "The assessment form has one field for a “main carer”. Sensible people filled in one name."
                            ),
                            ListBlock(
                                (
                                    (para("The form prints an error when two carers are entered."),),
                                    (para("Health visitors see families on weekdays between nine and four."),),
                                )
                            ),
                        ),
                    ),
                    (
                        "Would it still happen today",
                        (
                            para(
                                "Yes. The form has not changed; see ",
                                Run("Recommendation 1", anchor="recommendation-1"),
                                ".",
                            ),
                        ),
                    ),
                    ("Theme", (para("Fathers and other men"),)),
                )
            ),
        ),
    )


def recommendation(number: int) -> Card:
    return Card(
        Heading(
            2,
            text(f"Recommendation {number}: record every carer"),
            number=f"5.{number}",
            anchor=f"recommendation-{number}",
        ),
        (
            para(
                "The partnership should change the assessment form so that every adult who cares for a child is named, asked and written to."
            ),
            Facts(
                (
                    (
                        "Answers",
                        (
                            para(
                                Run("Learning 1", anchor="learning-1"), " and ", Run("Learning 2", anchor="learning-2")
                            ),
                        ),
                    ),
                    ("Who owns it", (para("Director of Children’s Services, West Marshire Council"),)),
                    ("By when", (para("31 March 2027"),)),
                    (
                        "What will be different for children",
                        (para("A child’s father is known to those who plan for the child."),),
                    ),
                    (
                        "What is counted or observed",
                        (para("Share of assessments that name every carer: 41% now, 90% by March 2027."),),
                    ),
                )
            ),
            table(
                ("Action", "Lead", "By", "Status"),
                (
                    (
                        "Agree the new form with the supplier",
                        "Head of Business Support",
                        "30 November 2026",
                        "Under way",
                    ),
                    (
                        "Brief supervisors and sample thirty assessments",
                        "Principal Social Worker",
                        "31 January 2027",
                        "Not started",
                    ),
                ),
                caption=f"Actions for recommendation {number}",
                widths=(0.46, 0.24, 0.16, 0.14),
            ),
        ),
    )


def prose() -> tuple[Block, ...]:
    return (
        para(LONG, path="/narrative"),
        para(
            "The review asks ",
            Run("what it was like", italic=True),
            " to be Child K, ",
            Run("not only", bold=True),
            " what was done about her; the method follows ",
            Run("the national guidance", href="https://www.example.org/guidance?a=1&b=2"),
            " and ",
            Run("section 4", anchor="section-learning"),
            ".",
        ),
        para(Run("Signs that were seen", bold=True), role="lead"),
        ListBlock(
            (
                (para("Weight fell across two centile lines between nine and fifteen months."),),
                (
                    para("Visits were missed:"),
                    ListBlock(
                        (
                            (para("two by the family, both explained;"),),
                            (
                                para("three by services, none explained:"),
                                ListBlock(
                                    ((para("one for a bank holiday,"),), (para("two for vacancies."),)), ordered=True
                                ),
                            ),
                        )
                    ),
                ),
                (
                    para("The nursery’s note of bruising was filed under another child’s name."),
                    para("It was found again in May 2024."),
                ),
            )
        ),
        para("Her grandmother said:"),
        Quote(
            (
                para("She always put her shoes by the door, ", Run("both", italic=True), " of them, pointing out."),
                para("Nobody asked me why."),
            )
        ),
        para("What was decided, in order:"),
        ListBlock(
            ((para("strategy discussion;"),), (para("joint visit;"),), (para("no further action."),)),
            ordered=True,
            start=3,
        ),
        para("A duty worker’s note, as typed:"),
        Code("09:40  call from nursery\n\t\tno answer\n10:15  <closed>"),
        Divider(),
        para("What follows was written later."),
        para("Source: records of five agencies, read in October 2026.", role="note"),
    )


def blocks() -> tuple[Block, ...]:
    return (
        section("1", "Why this review was undertaken", "section-why"),
        para(LONG, number="1.1"),
        para(LONG, number="1.2"),
        section("1.1", "The incident"),
        Facts(
            (
                ("Date of incident", (para("14 June 2026"),)),
                ("Place", (para("At home"),)),
                ("Who was there, and what each of them has said", (para("Mother, aunt and an older brother."),)),
                ("Known or suspected", (para("Suspected: the criminal case is open."),)),
            )
        ),
        section("2", "What happened", "section-story"),
        *prose(),
        section("3", "Who was involved", "section-agencies"),
        para("Six agencies were asked. Four took part, one had nothing to tell, and one answer is awaited."),
        table(("Agency", "Involvement", "Took part"), AGENCIES, caption="Agencies and their part in the review"),
        para("The table is in the order in which agencies met the family."),
        table(
            ("When", "Event", "Agencies", "Why it matters"),
            tuple(
                (
                    f"{month} 2024",
                    "Nursery told the health visitor of a change in Child K’s sleep",
                    "Nursery; health visiting",
                    "First sign that two agencies shared",
                )
                for month in ("January", "February", "March", "April", "May", "June", "July", "August")
            ),
            caption="Key events",
        ),
        section("4", "Learning", "section-learning"),
        para("Each point ends in the system: what made it likely that sensible people would do what they did."),
        *(learning(number) for number in (1, 2, 3)),
        section("5", "Recommendations", "section-recommendations"),
        *(recommendation(number) for number in (1, 2)),
        section("6", "What Child K’s family said", "section-views"),
        para(Run("Views of the father: not written yet", gap=True)),
        section("6.1", "Mother"),
        para(Run("Reason for the absence of her view is missing", gap=True), " Police asked the partnership to wait."),
    )


def sample() -> Document:
    return Document(
        title="Child K",
        subtitle="A review of how services worked together for a child of two and her brothers",
        kind="Local Child Safeguarding Practice Review",
        publisher="Partnership",
        cover=(
            ("Partnership", text("West Marshire Safeguarding Children Partnership")),
            ("Author", text("Dr Ottoline Fenwick-Marsh, independent reviewer")),
            ("Reference", text("WM-LCSPR-9901")),
            ("Period covered", text("January 2022 to June 2026")),
            ("Status", text("Draft for the partnership’s comments")),
        ),
        blocks=blocks(),
        marking="CONFIDENTIAL: names real people. Not for publication.",
        draft=True,
    )
