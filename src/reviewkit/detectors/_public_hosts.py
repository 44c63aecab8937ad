"""Sites that a published review may point to: national bodies and the law, none of them about one family."""

from __future__ import annotations

from reviewkit.detectors._identifiers import word_set

WHOLE = word_set(
    "gov.uk police.uk parliament.uk legislation.gov.uk judiciary.uk nice.org.uk nspcc.org.uk childline.org.uk ",
    "barnardos.org.uk researchinpractice.org.uk rip.org.uk scie.org.uk ons.gov.uk nationalarchives.gov.uk ",
    "childsafeguardingpracticereview.org.uk csapartnership.org.uk csacentre.org.uk lullabytrust.org.uk ",
    "childrenscommissioner.gov.uk ofsted.gov.uk ico.org.uk hse.gov.uk rcpch.ac.uk rcgp.org.uk rcn.org.uk ",
    "nmc-uk.org gmc-uk.org socialworkengland.org.uk local.gov.uk adcs.org.uk ncb.org.uk cqc.org.uk samaritans.org ",
    "mind.org.uk youngminds.org.uk womensaid.org.uk refuge.org.uk crimestoppers-uk.org iicsa.org.uk ncmd.info ",
    "icon-cope.org iconcope.org vkpp.org.uk creativecommons.org w3.org json-schema.org openxmlformats.org purl.org",
)
"""Clean with every host below them: what stands there is policy, guidance, law or help for all of the country."""

ALONE = word_set("nhs.uk www.nhs.uk england.nhs.uk www.england.nhs.uk digital.nhs.uk 111.nhs.uk")
"""Clean by themselves. A host below nhs.uk is mostly one trust's or surgery's, and so tells of a place."""

CASES = (
    "judgment",
    "prevention-of-future-death",
    "/news",
    "press",
    "inquest",
    "sentenc",
    "verdict",
    "jailed",
    "appeal",
)
"""Words in an address that lead from a clean site to one case: a coroner's report there has the child's name."""
