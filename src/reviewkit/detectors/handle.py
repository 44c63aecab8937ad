"""Names of accounts on social media and games, and hashtags, which a search engine leads straight to a family."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import is_settled, word_set
from reviewkit.detectors._names import is_plain
from reviewkit.language.reading import Reading

_PLACES = word_set("home school work court nursery hospital college a the his her their my our all risk times")
_CAMPAIGNS = word_set(
    "metoo blacklivesmatter everyonesinvited thinkfamily nomoreexcuses endviolence safeguarding mentalhealth "
    "thinkchild neglectmatters childrensmentalhealthweek heforshe saferinternetday itsokaynottobeokay timetotalk"
)
_NOT_NAMES = word_set(
    "a an and are as at be been but by can change details for from had has have her his in is it known of on or page ",
    "password passwords policy posts settings that the their them then they this to under unknown use user was were ",
    "when where which who with would content contact messages online group video videos photo photos",
)


_USERS = ("username", "user name", "gamertag", "gamer tag", "screen name", "screenname")
_SITES = (
    "snapchat", "snap chat", "snap", "instagram", "insta", "tiktok", "tik tok", "facebook", "twitter", "discord",
    "whatsapp", "telegram", "roblox", "fortnite", "xbox", "playstation", "psn ", "steam ", "twitch", "youtube", "kik ",
    "wizz", "yubo", "onlyfans", "minecraft", "reddit", "bluesky", "fb ",
)  # fmt: skip
_FIRST_WORDS = frozenset(phrase.split()[0] for phrase in (*_USERS, *_SITES)) | {"usernames"}


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    end = 0
    for detection in sorted((*_marked(reading.plane), *_labelled(reading)), key=lambda one: (one.start, not one.sure)):
        if detection.start < end:
            continue
        end = detection.end
        if not is_settled(reading, known, detection.start, detection.end):
            yield detection


def _marked(plane: str) -> Iterator[Detection]:
    looks = (
        ("@", _at_names, _judge_at),
        ("#", _hashtags, _judge_hashtag),
        ("#", _discriminators, _judge_discriminator),
        ("_", _joined, _judge_joined),
    )
    for mark, pattern, judge in looks:
        if mark in plane:
            found = (judge(match) for match in pattern().finditer(plane))
            yield from (detection for detection in found if detection)


def _labelled(reading: Reading) -> Iterator[Detection]:
    if _FIRST_WORDS.isdisjoint(reading.words):
        return
    plane = reading.plane
    for words, pattern in ((_USERS, _user), (_SITES, _account)):
        for word in words:
            place = plane.find(word)
            while place >= 0:
                match = pattern().match(plane, place)
                detection = _judge(plane, match) if match else None
                direct = _direct().match(plane, place) if words is _SITES and not detection else None
                if direct:
                    detection = Detection(
                        direct.start("bare"), direct.end("bare") - direct["bare"].endswith((".", "-"))
                    )
                if detection:
                    yield detection
                place = plane.find(word, place + len(word))


def _judge(plane: str, match: re.Match[str]) -> Detection | None:
    group = "quoted" if match["quoted"] else "bare"
    name = match[group].rstrip(".-")
    start = match.start(group)
    marked = group == "quoted" or any(mark in "0123456789_." for mark in name)
    if marked and not name.isdigit():
        return Detection(start, start + len(name))
    plain = match["user"] and not match["verb"] and name.isalpha() and name not in _NOT_NAMES
    if plain and not name.endswith(("ed", "ing")) and not plane.startswith("'", start + len(name)):
        return Detection(start, start + len(name), sure=":" in match["joint"])
    return None


def _judge_at(match: re.Match[str]) -> Detection | None:
    name = match["at"].rstrip("._")
    if len(name) < 2 or name in _PLACES or not any(mark.isalpha() for mark in name) or _hour().fullmatch(name):
        return None
    return Detection(match.start(), match.start("at") + len(name))


def _judge_hashtag(match: re.Match[str]) -> Detection | None:
    tag = match["hash"]
    if tag in _CAMPAIGNS or _colour().fullmatch(tag) or sum(mark.isalpha() for mark in tag) < 4:
        return None
    return Detection(match.start(), match.end(), sure=bool(_mourning().match(tag)))


@cache
def _at_names() -> re.Pattern[str]:
    return re.compile(r"@(?<![\w.%+/@-]@)(?P<at>[\w.]{2,40})(?![@\w])")


@cache
def _hashtags() -> re.Pattern[str]:
    return re.compile(r"#(?<![\w/&#]#)(?P<hash>[^\W\d_]\w{2,60})(?!\w)")


@cache
def _user() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<user>user ?names?|gamer ?tag|screen ?name){_name()}")


@cache
def _account() -> re.Pattern[str]:
    site = r"[a-z]{2,9}(?: (?:chat|tok)(?!\w))?(?:'s)?"
    return re.compile(rf"(?<!\w){site}[ -](?:(?P<user>user ?name)|user|handle|account|profile|name|id|tag){_name()}")


@cache
def _direct() -> re.Pattern[str]:
    """An account straight behind the site, which only a number among letters or a low line shows to be one."""
    sites = "|".join(site.strip() for site in _SITES)
    shown = r"(?=[a-z0-9.-]{0,30}(?:_|[a-z][0-9]|[0-9][a-z]))(?!\d+[a-z]{1,2}\b)"
    return re.compile(rf"(?<!\w)(?:{sites})[ :=(-]{{1,3}}(?P<bare>{shown}[\w.-]{{3,40}})(?!@)")


def _name() -> str:
    verb = r"(?P<verb>(?:(?:is|was|called|named|of|known as|under)(?: the name)?[ :]{1,2})?)"
    bare = r"(?P<bare>[^\W_][\w.-]{1,39}|_[\w.-]{2,39})(?!@)"
    return rf"(?P<joint>[ :=]{{1,3}}){verb}(?:[\"'](?P<quoted>[\w.-]{{2,40}})[\"']|{bare})"


@cache
def _discriminators() -> re.Pattern[str]:
    """The end of Discord's old names: Jay#1234."""
    return re.compile(r"#(?<=\w#)\d{4}(?!\w)")


def _judge_discriminator(match: re.Match[str]) -> Detection | None:
    reach = match.string[max(0, match.start() - 32) : match.start()]
    name = re.split(r"[^\w.]", reach)[-1]
    return Detection(match.start() - len(name), match.end()) if name[:1].isalpha() else None


@cache
def _joined() -> re.Pattern[str]:
    """Words joined by low lines: xx_rider_xx."""
    return re.compile(r"(?<![\w@#./:&?=-])[a-z0-9]{1,30}(?:_[a-z0-9]{1,30}){1,6}(?![\w@]|[./=:-]\w)")


def _judge_joined(match: re.Match[str]) -> Detection | None:
    groups = match.group().split("_")
    # `early_help` and `child_a` are what fields and keys of a record are called.
    own = [group for group in groups if (len(group) > 1 and not is_plain(group))]
    letters = sum(mark.isalpha() for mark in match.group())
    return Detection(match.start(), match.end(), sure=False) if own and letters > 3 else None


@cache
def _hour() -> re.Pattern[str]:
    return re.compile(r"\d[\d.]*(?:am|pm|hrs|h)?")


@cache
def _colour() -> re.Pattern[str]:
    return re.compile(r"[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8}")


@cache
def _mourning() -> re.Pattern[str]:
    return re.compile(
        r"justice|j4|rip|restin|remember|prayfor|pray4|find|bringhome|save(?!r)|free(?=\w{3})|forever|goodnight|team"
    )


DETECTOR = Detector(
    kind="handle",
    what="an account name or hashtag",
    code="RK602",
    find=_find,
    hits=(
        "[[@jayden_ok]] wrote to her",
        "Their Snapchat username was [[jay.ok99]].",
        "Snapchat username [[jaydok]] and Instagram account '[[gracie.w]]'",
        "username: [[jaydok]]",
        "[[#JusticeForJayden]] was shared",
        "gamertag [[JayOk_12]]",
        "[[#RIPJayden]]; ([[@Grace.W99]])",
        'a TikTok account called "[[gracew]]"',
        "tagged [[#WestMarshireBoys]]",
        "his Roblox name is [[jay0k]]",
        "He played as [[xx_jayden_xx]] until March.",
    ),
    misses=(
        "She met him @ school and was @home.",
        "jayden@example.org",
        "at 3 @ 4pm, @5pm",
        "The Snapchat username was deleted and the account was closed.",
        "an Instagram account in another name",
        "item #3 and #12, colours #ff0000 and #abc",
        "#MeToo and #ThinkFamily",
        "a Facebook profile that was public",
        "username and password",
        "He could handle it. They handle referrals of 2019.",
        "https://example.org/#section",
        "sum @0 0 @1",
        "use of Snapchat, TikTok and Facebook by 12 of 14 children",
        "## Heading and # Title",
        "_emphasis_ and __strong__, 2019_20, report_final.docx and a_b, early_help, child_a",
    ),
    source="The account name rules that the large platforms publish",
    proposals=("[account name withheld]",),
    signs=Signs(_FIRST_WORDS, marks=("@", "#", "_")),
)
