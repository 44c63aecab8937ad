"""Words that stand before a school, a hospital or a street with a capital and yet name none of them."""

from __future__ import annotations

from reviewkit.language.word_classes import (
    ARTICLES,
    AUXILIARIES,
    CALENDAR_NAMES,
    COUNTS,
    DETERMINERS,
    LOOSE_ADJECTIVES,
    OPENERS,
    PRONOUNS,
    WEEKDAYS,
    word_set,
)

TITLES = word_set(
    "mr mrs ms miss mx master dr doctor professor prof pc dc ds di dci sgt sergeant cllr councillor judge"
)
_FIELD = word_set(
    "abuse academic access accident accommodation act acting action actions acute adolescent adoption adult adults",
    "advice advocacy agencies agency alcohol allocated ambulance analysis anti antisocial approved area areas article",
    "assessment assessments assistant associate association attendance authority aunt auntie awareness background behaviour",
    "best better board boards borough boy boys brief briefing brother business carer carers care case cases category chair",
    "chief child childhood children childrens christian church city civil clinical close code college commissioning",
    "committee community complex concern concerns conference contact contacts contextual coordinator core coroner council",
    "councils county court courts crime criminal crown culture curiosity custody data daughter deaf death decision delayed",
    "department deputy designated detective developing development director disability discharge discussion district",
    "division domestic drug duty early education educational effective elective emergency emotional engagement enquiry",
    "equality evidence exclusion executive experience experiences exploitation external family families father fathers",
    "findings first force formal foster foundation framework front full further future gang general girl girls good",
    "governing government governor governors grandmother grandfather group guardian guidance harm head headteacher health",
    "heath home homes house household housing human identification immediate immigration impact improvement improving",
    "independent individual infant information initial inquest inspection inspectorate institute integrated interim",
    "internal investigation involvement joint judicial justice juvenile key keeping lead leadership learning legal lessons",
    "level liaison licensing life line link listening lived local long looked low lower making male man management manager",
    "managing maternal maternity maternal mash mental mentor methodology midwife midwifery ministry missing model modern",
    "mother mothers multi multiagency mum dad named nan nana national neglect neighbourhood network new next nhs non",
    "north nurse nursery nurses nursing officer officers official offender ofsted operations order orders organisation",
    "other out outline panel parent parental parenting parents partner partners partnership paternal pathway patient",
    "permanent permanently person personal physical plan planning plans point police policy poor post poverty practice",
    "practitioner practitioners pregnancy primary principal private probation procedure procedures process professional",
    "professionals programme project promoting protection protecting provision psychiatric psychology public pupil pupils",
    "quality question questions rapid recommendation recommendations record recording records recovery referral referrals",
    "reflective regional registered regulation rehabilitation report reports research residential residents respite",
    "response restorative review reviews reviewer reviewing right rights risk role safe safeguarding safer safety school",
    "schools scrutiny search secondary secretary section secure sector senior serious service services setting sexual",
    "shared sharing sibling siblings sister single sixth social society son south special specialist staff standards",
    "standing state statement statutory stepfather stepmother strategic strategy street strengthening strong student",
    "students substance summary supervision supported supporting support supreme sure system systems taking targeted tax",
    "teacher team teams term terms themes thematic third thinking tier timeline together trafficking training transition",
    "transport trauma trust uncle under understanding unit universal upper urgent victim violence virtual visit visitor",
    "visiting visits voice voluntary vulnerable war welfare west whole widening woman women worker workers working work",
    "young youth adolescence alternative mainstream maintained nearby neighbouring different small large big",
    "great same usual average several certain typical higher lower busy main open closed rural urban inner second",
    "another nobody everyone staff absent persistent chronic severe regular repeated positive negative strong weak",
    "international european british english welsh scottish irish polish romanian muslim jewish hindu sikh catholic",
    "anglican islamic missed repeated edge think food rules chamber chambers tribunal procurator prosecutor attorney inspector solicitor victorian georgian covid uk england wales scotland ireland britain american french german",
)
FIELD = _FIELD | COUNTS | LOOSE_ADJECTIVES | DETERMINERS | PRONOUNS | AUXILIARIES | WEEKDAYS | (
    CALENDAR_NAMES - word_set("may april june august march summer spring autumn winter noel")
) | word_set("february september october november december january july")  # fmt: skip
"""The field's own words, people's roles, peoples and faiths: `Virtual School`, `Named Nurse`, `Polish church`."""

COURT_KINDS = word_set(
    "administrative appeal appeals appellate assize assizes central chancery circuit city civil combined commercial",
    "constitutional coroner coroners county criminal crown district domestic employment family federal high industrial",
    "juvenile labour land law local magistrate magistrates martial military municipal provincial regional security sheriff",
    "social state superior supreme tax youth drug national european international district appeal cantonal disciplinary",
)
"""What courts are called by their work or rank: `the Administrative Court` names no place."""

SOFT = LOOSE_ADJECTIVES | word_set(
    "military little busy old new great big small large upper lower north south east west first good"
)
"""These may begin a name that something else then makes: `Little Acorns`, `Old Marsham`."""

STOPS = (OPENERS | ARTICLES | DETERMINERS) - word_set("young adult north south")
"""No name begins with these, nor goes on across them."""

_LOOKS = ("ing", "ed", "ly", "ary", "ous", "ive", "ical", "ent", "ible", "able", "less", "tion", "ment", "ness", "ity")


def looks_ordinary(word: str) -> bool:
    """Whether a capital at the start of a sentence or in a heading may be any word's: `Repeated hospital visits`."""
    return word.endswith(_LOOKS) or word in FIELD or word in CALENDAR_NAMES
