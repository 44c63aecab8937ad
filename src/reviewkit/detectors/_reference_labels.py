"""Words in front of a number that make it somebody's reference, and letters that make it something else."""

from __future__ import annotations

from reviewkit.detectors._identifiers import word_set

SYSTEMS = (
    "crn|urn|mrn|pnc(?: id)?|cro|niche|storm|cad|athena|liquidlogic|mosaic|lcs|ics|ehm|carefirst|"
    "datix|steis|nomis|pin|hcpc|nmc|gmc|swe|social work england|system ?one|systmone|emis|rio|ofsted|nrm|nass|arc|"
    "(?:crime|custody|court|coroner'?s?|inquest|occurrence|warrant|claim|caution|tenancy|payroll|collar|shoulder|"
    "warrant card|home office|asylum|port|serious incident|social care|hospital|patient|prison|prisoner|offender) "
    "(?:number|no|ref|reference|id|log)|log|incident (?:log|number|no)"
)
"""Enough by themselves: "CRN 123456", "log 412 of 3 May"."""

SYSTEM_ENDS = word_set(
    "crn urn mrn id cro niche storm cad athena liquidlogic mosaic lcs ics ehm carefirst datix steis nomis pin hcpc nmc gmc "
    "swe england systmone emis rio ofsted nrm nass arc log"
)
"""With what those end that have no word for a number behind them."""

PLAIN_LABELS = "case|ref|reference|file|client|referral|incident|patient|occurrence"
"""Words that five digits behind them are enough for."""

ANYTHING = (
    "case|file|client|referral|record|records|incident|investigation|application|account|ref|reference|your ref|"
    "our ref|unit|patient|person|child|family|service user|user|social care|early help|police|court|hospital|"
    "member|employee|staff|badge|registration|registered|care|order|proceedings|exhibit|statement|ticket|report|"
    "booking|complaint|event|officer|unique|id|identification|identity|key|policy|contract|rent|council tax|"
    "benefit|claimant|customer|school|provider|inspection|setting|unique reference|swift|document"
)
"""Need "number", "reference", "ID" or the like behind them."""

RANKS = word_set("pc dc ps ds pcso wpc")
"""Of police officers, with a number behind them or behind the name."""

PUBLIC = word_set(
    "cm cmd cmnd cp hc hl si ssi isbn issn doi pmid eu ec eec iso bs en ieee rfc covid gbp usd eur rk rr dfe dh "
    "dhsc moj sfr ucc unhcr crc ets cets hmso tso sn cbp nct psi fips ansi page pages para paragraph section "
    "version toc ref year step form in of at on to no and the or by"
)
"""Letters that begin a number anybody can look up: command papers, statutory instruments, standards, books."""
