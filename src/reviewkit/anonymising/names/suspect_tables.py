"""What to look for in words that may hide a form of the register, worked out once for a register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reviewkit.anonymising.names.lexicon import Form, Lexicon
from reviewkit.anonymising.names.name_parts import labels_of, numbers_of, parts_of, person_handles, saints_of
from reviewkit.anonymising.names.near_names import near_names
from reviewkit.tuples import NamedTuple

STARTS = 4


class Suspects(NamedTuple):
    """What to look for: single-word forms, those that no English word spells, what is close to a name, parts, numbers.

    `labels` are the initials that stand before or after a birth date's digits; `handles` are parts of a name in one word;
    `starts` are the first letters of all these; `whole` is what may be taken apart; `saints` are parts in
    small letters too.
    """

    singles: frozenset[str]
    rare: frozenset[str]
    near: Mapping[str, tuple[str, ...]]
    parts: frozenset[str]
    numbers: frozenset[str]
    labels: Mapping[str, frozenset[str]]
    handles: frozenset[str]
    starts: frozenset[str]
    whole: frozenset[str]
    saints: frozenset[str]
    lexicon: Lexicon


def suspects_of(lexicon: Lexicon) -> Suspects:
    """The tables for one register; names that may stand are not looked for."""
    unsure = {"initials", "headword", "locality", "code", "numbered"}
    hidden = [
        form
        for forms in lexicon.heads.values()
        for form in forms
        if len(form.words) == 1 and any(lexicon.labels_of(form)) and not form.kinds <= unsure
    ]
    singles = frozenset(form.words[0] for form in hidden)
    rare = frozenset(form.words[0] for form in hidden if not form.is_word)
    saints = frozenset(saints_of(lexicon))
    parts = frozenset((*saints, *parts_of(lexicon))) - singles
    handles = frozenset(person_handles(lexicon)) - singles
    long = (word for word in (*rare, *handles, *parts) if len(word) >= STARTS)
    starts = frozenset(word[:STARTS] for word in long)
    near = near_names(lexicon, _declared(hidden))
    return Suspects(
        singles, rare, near, parts, frozenset(numbers_of(lexicon)), labels_of(lexicon), handles, starts, rare | parts,
        saints - singles, lexicon,
    )  # fmt: skip


def _declared(forms: Iterable[Form]) -> frozenset[str]:
    """Nicknames are guessed: what is close to a guess says nothing."""
    return frozenset(form.words[0] for form in forms if not form.is_word and form.kinds != {"nickname"})
