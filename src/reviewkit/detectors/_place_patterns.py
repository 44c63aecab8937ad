"""What the names of streets, estates, shops and other small places end or begin with."""

from __future__ import annotations

import re
from functools import cache

from reviewkit.language.word_classes import word_set

STREETS = word_set(
    "road street lane avenue crescent terrace close drive grove gardens mews parade broadway cottage cottages court flats",
    "mansions tower towers villa villas almshouses wharf quay causeway bypass boulevard roundabout maisonettes",
)
SOFT_STREETS = word_set(
    "way place square hill green row walk rise view gate yard house lodge hall farm manor grange heights point park common",
    "wood woods forest lake reservoir beach bridge field fields meadow meadows moor heath church chapel cross bank end mill",
    "pond quarry island bay valley fair circus hollow cliff abbey priory castle forge barn wells",
)
"""These end the names of streets, and are surnames or plain words as well."""

PLACES = word_set(
    "parish methodist baptist catholic evangelical free church chapel cathedral mosque gurdwara synagogue mandir temple",
    "railway train bus tube underground metro tram fire leisure sports community youth shopping garden town retail islamic",
    "arts library social football cricket rugby boxing working swimming recreation playing skate caravan business country",
    "holiday village depot supermarket trading industrial food foodbank corner chip betting shop stores news newsagent",
    "newsagents takeaway off cafe restaurant car cemetery crematorium post marina barracks airport festival theatre cinema",
    "convenience mini minimarket golf allotments nightclub gym factory tower flats high canal hotel guest guesthouse",
)
PUBS = word_set("pub public inn arms tavern wine")
AREAS = word_set("council housing estate estates village hamlet neighbourhood suburb")
INTRODUCTIONS = word_set(
    "village hamlet town suburb parish estate seaside market locality pub street park shop car landlord"
)
WATERS = word_set("river lake loch mount isle port")
PREFIXES = word_set("little great upper lower nether much")
COMPOUNDS = word_set("on upon under by in le next cum juxta")
HEADS = STREETS | SOFT_STREETS | PLACES | PUBS | AREAS | INTRODUCTIONS | WATERS


@cache
def streets() -> re.Pattern[str]:
    """Not the court of a hearing, nor what a street is a part of."""
    return re.compile(r"[a-z]+\b(?! (?:order|proceedings|hearing|centre|of|protection))")


@cache
def places() -> re.Pattern[str]:
    """Where people meet, pray, shop, travel and work."""
    return re.compile(
        r"(?:(?:parish |methodist |baptist |catholic |evangelical |free )?church|chapel|cathedral|mosque|gurdwara"
        r"|synagogue|mandir|temple|(?:railway |train |bus |tube |underground |metro |tram |fire )station|bus stop"
        r"|(?:leisure|sports|community|youth|shopping|garden|town|retail|islamic|arts) centre|library|youth club"
        r"|(?:social|football|cricket|rugby|boxing|working men's) club|swimming (?:pool|baths)"
        r"|(?:recreation|playing|sports|skate|caravan|business|retail|country|holiday) (?:ground|fields?|park|site)"
        r"|(?:village|community|parish|church|town) hall|depot|supermarket|(?:trading|industrial) estate|food ?bank"
        r"|(?:corner |chip |betting )?shop|stores|news|newsagents?|takeaway|off-licence|cafe|restaurant"
        r"|car park|cemetery|crematorium|post office|marina|barracks|airport|festival|theatre|cinema"
        r"|convenience store|mini ?market|golf (?:course|club)|allotments|nightclub|gym|factory|tower block|flats|high street|canal|hotel|guest ?house)\b"
    )


@cache
def pubs() -> re.Pattern[str]:
    """What ends the name of a public house."""
    return re.compile(r"(?:pub|public house|inn|arms|tavern|wine bar)\b")


@cache
def areas() -> re.Pattern[str]:
    """What an estate or village is called by."""
    return re.compile(r"(?:(?:council |housing )?estates?|village|hamlet|neighbourhood|suburb)\b")


@cache
def introductions() -> re.Pattern[str]:
    """The village of, the estate called."""
    return re.compile(
        r"(?:(?:village|hamlet|town|suburb|parish|estate|seaside resort|market town|locality) (?:of|called|named)"
        r"|(?:estate|village|pub|street|park|shop) (?:is )?(?:called|named|known as)|(?:pub|car park of|landlord of),?) "
        r"(?:the )?(?=[a-z])"
    )


@cache
def waters() -> re.Pattern[str]:
    """River Corve, Isle of Ash."""
    return re.compile(r"(?:river|lake|loch|mount|isle of|port) (?=[a-z])")


@cache
def flat() -> re.Pattern[str]:
    """Flat 3, 27 Station Road; Unit 4 Dockside House."""
    return re.compile(
        r"\b(?:flat|unit|apartment|apt|room|plot)\.? (?:\d{1,4} ?[a-z]?|[a-z])(?:,? \d{1,4} ?[a-z]?)?,? $"
    )
