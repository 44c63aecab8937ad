"""Words by which an address is told from other numbers with capitals behind them."""

from __future__ import annotations

from reviewkit.detectors._identifiers import word_set

PLAIN = word_set("street road rd avenue ave crescent cres lane ln terrace drive dr gardens gdns grove mews cl")
"""Endings that are hardly ever anything else, so that small letters do."""

ENDINGS = PLAIN | word_set(
    "st close court ct place pl way walk row square sq hill park view rise green parade mount yard wharf quay path "
    "croft fold garth gate bank vale heights mead meadow meadows field fields wood end approach broadway circus "
    "common dene hey holt loan wynd brae villas cottages cottage buildings house flats estate terr tce boulevard "
    "embankment chase copse spinney lea side towers tower point apartments lodge farm ridge top bottom orchard "
    "paddock causeway"
)

DWELLINGS = word_set("flat apartment apt maisonette bungalow caravan pitch plot")

NUMBERED = word_set(
    "section sections year years stage level chapter table figure part article paragraph para grade band step week "
    "weeks appendix annex rule rules regulation schedule item phase tier type form act stages goal standard finding "
    "learning recommendation question page volume edition version day days chart box theme case child adult ward "
    "class group bed line unit"
)
"""What has a number of its own, so that the number isn't a house's."""

STOPS = word_set(
    "of and in on at to for with from by or as is was were be been has had have that this these those when where "
    "who his her their its it he she they we but if than then an a i january february march april june july august "
    "september october november december monday tuesday wednesday thursday friday saturday sunday children people "
    "weeks days hours months minutes years per am pm"
)

LEGAL = word_set(
    "family crown high county youth magistrates magistrate supreme appeal coroner coroners central royal divisional ",
    "criminal juvenile",
)
"""Courts of law rather than of flats."""

INSTITUTIONS = word_set(
    "primary school academy nursery surgery infant infants junior high centre hospital church police clinic medical "
    "hall station team service services meeting paper care hearing college sixth children's childrens children "
    "health"
)
"""What a place's name goes on with when it isn't a street."""

AFTER_THE = PLAIN | word_set("green mount square paddock orchard spinney")

NOT_STREETS = word_set("very so too as their the his her quite more this that being")

SMALL_LEADS = word_set("at of to from number no flat address near")
