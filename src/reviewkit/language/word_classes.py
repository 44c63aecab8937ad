"""Small closed classes of English words that tell a name from a word, and a noun from a verb."""

from __future__ import annotations

from reviewkit.language import days


def word_set(*texts: str) -> frozenset[str]:
    """The words of those texts."""
    return frozenset(" ".join(texts).split())


ARTICLES = word_set("the a an")
POSSESSIVES = word_set("his her their its my our your whose")
DETERMINERS = (
    ARTICLES | POSSESSIVES | word_set("this that these those another each every no any some both either neither")
)
PRONOUNS = word_set("i he she it we you they him me us them who there this that these those everyone nobody somebody")
COUNTS = word_set(
    "one two three four five six seven eight nine ten eleven twelve both all other others most some many several few"
)

TITLES = word_set(
    "mr mrs ms miss mx master dr drs doctor prof professor sir dame lord lady rev reverend cllr councillor pc dc ds di "
    "dci sgt sergeant constable inspector detective judge"
)
ROLE_TITLES = word_set("nurse midwife")
"""Titles only with a capital and without a word before that says which kind: `Nurse Marsh`, not `school nurse`."""
RANKS = word_set("pc dc ds di dci sgt sergeant constable inspector detective")
"""Titles after which a number may stand: `PC 4471 Hughes`."""
MALE_TITLES = word_set("mr sir lord")
FEMALE_TITLES = word_set("mrs ms dame lady")
CHILD_TITLES = word_set("miss master")
LITTLE = word_set("baby little wee")
AUNTS = word_set("auntie aunty aunt uncle nana nan nanna gran granny grandma grandad grandpa grandmother grandfather")

PARTICLES = word_set(
    "al el bin bint ibn de da di del della dos du la le van von der den ter abu ap st saint o mc mac ni nic"
)
FORMER = word_set("nee born formerly previously")
"""What stands before a name that somebody had once."""

ADULT_MALE_KIN = word_set("father dad daddy stepfather stepdad husband boyfriend")
ADULT_FEMALE_KIN = word_set("mother mum mummy stepmother stepmum wife girlfriend")
ADULT_KIN = ADULT_MALE_KIN | ADULT_FEMALE_KIN | word_set("parent partner")
BOY_KIN = word_set("son brother boy stepson stepbrother")
GIRL_KIN = word_set("daughter sister girl stepdaughter stepsister")
CHILD_KIN = BOY_KIN | GIRL_KIN | word_set("child sibling toddler baby infant twin")
ELDER = word_set("senior snr sr")
YOUNGER = word_set("junior jnr jr")
AGES = ELDER | YOUNGER
COMMON_SURNAMES = word_set(
    "smith jones brown taylor wilson walker wright green clarke cooper baker carter parker bell cox smith-jones ltd limited"
)
"""After a whole name they make another name of it, though some are words."""
PERSON_NOUNS = (
    ADULT_KIN
    | CHILD_KIN
    | word_set(
        "woman man person teenager adult carer grandmother grandfather aunt uncle cousin friend pupil student nurse",
        "eldest oldest youngest middle second third first only one kind good happy quiet bright clever lovely shy",
    )
)
"""What somebody is called or called to be after `is a` and `was the`."""

MONTHS = tuple(month.lower() for month in days.MONTHS)
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
CALENDAR_NAMES = frozenset(MONTHS) | word_set("spring summer autumn winter easter christmas noel jan")

BE = word_set("be is was were are been being am")
AUXILIARIES = BE | word_set("has had have do does did would could should might must can cannot will shall may")
_IRREGULAR = word_set(
    "said told went came took saw felt ate slept left made knew gave got began became brought built caught chose drew",
    "drank drove fell fed fought found flew forgot froze grew held heard hid hit hurt kept laid led lent let lost meant",
    "met paid put ran read rode rose rang sang sat sent set shook shot shut spoke spent stood stole stuck swam taught",
    "thought threw understood woke wore wept won wrote lay swore broke bore bit bled cut dealt dug slid sought swept",
    "was were had did has is does says loves likes lives knows wants needs goes tells thinks feels calls plays",
)
_ING_NOUNS = word_set(
    "meeting hearing briefing training screening nursing housing morning evening building recording reading finding",
    "crossing family playing sibling outing handling listing sitting wedding funding",
)
PRESENT = word_set(
    "attends remains presents reports describes enjoys appears continues receives requires seems takes makes gives comes",
    "visits talks speaks sees keeps likes loves cries eats plays stays moves works wishes hopes believes understands",
    "remembers recalls becomes begins starts stops gets leaves returns walks sits stands sings laughs smiles helps",
    "struggles copes misses finds puts brings looks shares refuses denies accepts agrees turns runs hides writes reads",
    "draws paints sleeps wakes suffers uses drinks smokes deserves learns teaches spends used",
)
"""Verbs of the present that are rarely nouns: what a person does in a report."""
ADVERBS = word_set(
    "still now often also then never always again later first only soon once himself herself already sometimes just even",
    "rarely seldom usually really almost nearly quickly slowly too clearly herself sadly both afterwards next eventually",
)
TELLING = word_set(
    "asked told saw met visited examined weighed took collected fed hugged supported helped heard comforted photographed",
    "interviewed thanked contacted brought dropped picked see meet ask tell visit collect weigh examine comfort hurt hit",
    "loved loves miss missed watched called rang phoned mother sister brother daughter son father mum dad aunt auntie",
    "named baby little grandmother granddaughter niece cousin friend",
)
"""What stands before somebody's name and hardly ever before a month's."""
SPEAKING_TO = word_set(
    "spoke spoken talked listened gave given happened said attached close known belonging read wrote"
)
"""With `to` after it: somebody follows, not a month."""
PART_OF_MONTH = word_set("end start beginning middle month rest most part week weeks days day half course whole all")
SPEECH = word_set("said told asked went came cried slept spoke thought lived ate says tells asks lives sleeps")
_NOT_PAST = word_set("bed need red feed seed speed indeed shed weed hundred breed greed unborn")
PREPOSITIONS = word_set(
    "in on at by of to for from with without after before since until till during about against between into over under",
    "through as than near within around across despite because when while where who whom which if but and or nor so yet",
    "not also then once again still never always only just up out off back home alone together apart there here too",
)
PLACE_HEADS = word_set(
    "street road lane avenue close drive way court house cottage school primary infants infant junior academy college",
    "centre center hospital surgery park ward act theatre nursery clinic church estate farm hall lodge terrace crescent",
    "grove gardens square hill green place mews row walk hostel hotel arms university chapel mosque temple bridge island",
    "infirmary hospice gate yard rise view library station playgroup pharmacy village tower towers flats foundation trust",
)
PEOPLE_NOUNS = word_set(
    "worker nurse visitor officer teacher doctor consultant midwife psychologist therapist manager headteacher head lead",
    "practitioner paediatrician registrar constable detective solicitor judge coroner counsellor mentor coach assistant",
    "psychiatrist social sergeant inspector advocate guardian supervisor chair reviewer sister brother gp landlord",
)
SCHOOL_NOUNS = word_set(
    "head headteacher staff teacher teachers pupil pupils office nursery lead safeguarding records record attendance",
    "reception gate governors class classroom playground child children parents report register policy review file",
)
LOOSE_ADJECTIVES = word_set(
    "late former new old young local previous deputy locum duty poor dear little older younger elder elderly lovely kind",
    "regular current allocated named experienced angry worried tired busy concerned frightened upset caring helpful",
)
TRUSTED_IN = word_set(
    "interest interested confidence confident trust trusted faith believed confided changes change improvement difference",
    "differences concern concerns involved placed invested disappointed pride",
)
CALENDAR_BEFORE = word_set("in since until till during last next this early late mid every each throughout")
CALENDAR_AFTER = word_set("holiday holidays term break half bank school day night time festival sunday monday")
FAMILY_NOUNS = word_set("family families")
HOME_NOUNS = word_set("household home house flat")
KIN_PLURALS = word_set(
    "children siblings parents brothers sisters boys girls grandparents kids babies twins adults relatives grandchildren"
)
AREA_NOUNS = word_set("estate area village town ward neighbourhood community district")
CLAUSE_WORDS = word_set("where that which who whose in near of with to for at from outside by on between")
ABBREVIATIONS = word_set(
    "gp cp sw do la hv pc dc ds di csc mash icb nhs it ae ed ot hr ce dv da cin lac ehcp eh mp ceo pa so co ni uk eu rr",
    "lcspr cspr scr sin hm hmi dfe send senco dsl cafcass camhs idva marac mappa lado ofsted iro phso ccg am pm tv ok id uk",
)
PLACEHOLDERS = word_set(
    "unknown not known unnamed unborn tbc none name male female baby anonymous withheld unconfirmed"
)
OPENERS = PREPOSITIONS | DETERMINERS | PRONOUNS | AUXILIARIES | word_set(
    "how why what when where later earlier meanwhile however although though unless both parents mother father child",
    "young adult professionals practitioners given seeing like unlike having being another today yesterday yes dear mum dad",
)  # fmt: skip


def is_past(word: str) -> bool:
    """Whether the word reads as a verb that a person before it did or is."""
    return word in _IRREGULAR or (len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST)


def is_verb(word: str) -> bool:
    """Whether the word reads as a verb, auxiliaries included."""
    return word in AUXILIARIES or is_past(word)


def follows_freely(word: str) -> bool:
    """Whether the word can follow any noun phrase: nothing, a verb, a preposition, a conjunction, a determiner."""
    return (
        not word or not word.isalpha() or is_verb(word)
        or word in PREPOSITIONS or word in DETERMINERS or word in PRONOUNS
        or (word.endswith(("ly", "ing")) and word not in _ING_NOUNS)
    )  # fmt: skip
