"""`render --anonymise --review` at a real terminal: colour, width, and every way to walk away from it."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from pathlib import Path

import pytest

from tests.cli.test_review import FINISHED, all_decisions, planted

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminal")

_REVIEW = ("render", "report.yaml", "--anonymise", "--review", "--to", "html")
_LONGEST = 30
_COLUMNS = 60


class Terminal:
    """A process at a terminal of sixty columns, and what it has said since the last answer."""

    def __init__(self, folder: Path, *arguments: str, **settings: str) -> None:
        self.pid, self.place = pty.fork()
        if not self.pid:
            os.chdir(folder)
            source = str(Path(__file__).parents[2] / "src")
            kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
            environment = {**kept, "TERM": "xterm", "PYTHONPATH": source, **settings}
            os.execve(sys.executable, [sys.executable, "-m", "reviewkit", *arguments], environment)  # noqa: S606
        import fcntl
        import struct
        import termios

        fcntl.ioctl(self.place, termios.TIOCSWINSZ, struct.pack("HHHH", 25, _COLUMNS, 0, 0))

    def until(self, prompt: str) -> str:
        """All that is said up to a prompt, or to the end."""
        said, latest = b"", time.monotonic() + _LONGEST
        while prompt.encode() not in said and time.monotonic() < latest:
            if select.select([self.place], [], [], 0.2)[0]:
                try:
                    piece = os.read(self.place, 65536)
                except OSError:
                    break
                if not piece:
                    break
                said += piece
        return said.decode().replace("\r\n", "\n")

    def type(self, text: str) -> None:
        """Keys, as a person presses them."""
        os.write(self.place, text.encode())

    def end(self) -> int:
        """The exit code; -1 if a signal ended it."""
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)


def test_words_are_marked_in_colour_and_nothing_is_wider_than_the_terminal(tmp_path: Path) -> None:
    planted(tmp_path, "It was late in the evening when they saw that Ruth Penhale of all people stood there.")
    terminal = Terminal(tmp_path, *_REVIEW)
    said = terminal.until("choice >")
    terminal.type("q\n")
    terminal.until("never said")
    assert terminal.end() == 3
    assert "\x1b[1;7mRuth" in said
    assert "[Ruth" not in plain(said)
    assert max(map(len, plain(said).splitlines())) < _COLUMNS
    # A mark that goes on in the next line leaves the margin white.
    assert not re.search(r"\x1b\[1;7m +", said)


@pytest.mark.parametrize("settings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_none_is_wanted(tmp_path: Path, settings: dict[str, str]) -> None:
    planted(tmp_path, "Then Ruth Penhale came.")
    terminal = Terminal(tmp_path, *_REVIEW, **settings)
    said = terminal.until("choice >")
    terminal.type("q\n")
    assert "\x1b" not in said
    assert "Then [Ruth Penhale] came." in said
    terminal.until("never said")
    assert terminal.end() == 3


@pytest.mark.parametrize("away", ["\x03", "\x04", "q\n", ""], ids=["Ctrl-C", "Ctrl-D", "q", "the window is closed"])
def test_whoever_walks_away_keeps_their_answers_and_goes_on(cli, away: str, tmp_path: Path) -> None:
    report = planted(tmp_path)
    terminal = Terminal(tmp_path, *_REVIEW)
    assert "1 of 3" in terminal.until("choice >")
    terminal.type("1\n")
    terminal.until("once) >")
    terminal.type("Ann Orrell\n")
    assert "2 of 3" in terminal.until("choice >")
    if away:
        terminal.type(away)
        said = terminal.until("never said")
        assert "Not published: 2 questions are left. Your answer is kept" in " ".join(said.split())
    else:
        os.close(terminal.place)
    assert terminal.end() == 3
    assert [item["by"] for item in all_decisions(report)] == ["Ann Orrell"]
    assert [path.name for path in tmp_path.iterdir()] == ["report.yaml"]
    outcome = cli(*_REVIEW, stdin=b"o\nBea Lund\n3\n")
    assert outcome.code == 0, outcome.err
    assert "2 questions to decide" in outcome.err


def test_letters_are_shown_with_their_names_to_the_person_alone(cli, tmp_path: Path) -> None:
    text = FINISHED.replace("      published_as: Child L\n", "", 1)
    (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
    terminal = Terminal(tmp_path, *_REVIEW)
    said = terminal.until("never said")
    assert terminal.end() == 0
    assert re.search(r"Child [A-Z] is Tayden Kelechi Nwadike\n", said)
    (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
    assert "Tayden" not in cli(*_REVIEW).err


def test_what_is_left_is_shown_under_its_section_with_its_words_at_a_terminal_only(cli, tmp_path: Path) -> None:
    planted(tmp_path)
    terminal = Terminal(tmp_path, "render", "report.yaml", "--anonymise", "--to", "html")
    said = terminal.until("never said")
    assert terminal.end() == 3
    assert "  The story in short\n    - line 452: “Ruth Penhale” looks like a name" in said
    assert "“999 000 0018” looks like an NHS number" in " ".join(said.split())
    assert max(map(len, said.splitlines())) < _COLUMNS
    assert "Penhale" not in cli("render", "report.yaml", "--anonymise", "--to", "html").err
