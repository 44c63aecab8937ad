"""Jobs that a parent or relative may have, and the places where they are done."""

from __future__ import annotations

from reviewkit.language.word_classes import word_set

JOBS = word_set(
    "accountant actor actress administrator adviser advisor agent analyst apprentice architect artist assistant athlete",
    "attendant auditor baker barber barista barmaid barman bartender beautician blacksmith bouncer boxer bricklayer builder",
    "businessman businesswoman butcher buyer cabbie caretaker carpenter cashier caterer chauffeur chef childminder clerk",
    "cleaner coach constable consultant contractor controller cook corporal councillor courier cricketer croupier custodian",
    "dancer decorator dentist designer detective developer diplomat diver docker doctor doorman driver editor electrician",
    "engineer engraver entertainer entrepreneur farmer farmhand farmworker firefighter fireman fisherman fitter florist",
    "footballer foreman gardener glazier governor grocer groom guard hairdresser handyman headteacher housekeeper hygienist",
    "imam influencer inspector instructor investigator jockey joiner journalist judge labourer landlady landlord landscaper",
    "lawyer lecturer librarian lieutenant lifeguard machinist magistrate manager marine mechanic merchant midwife miner",
    "minister model musician nanny nurse officer operative operator optician packer painter paralegal paramedic pastor",
    "pharmacist photographer physiotherapist picker pilot planner plasterer plumber policeman policewoman politician porter",
    "postman postwoman presenter priest producer professor programmer psychologist publican rabbi radiographer ranger",
    "receptionist referee reporter researcher rigger roofer sailor scaffolder scientist sculptor seamstress secretary",
    "sergeant shepherd shopkeeper shopworker singer soldier solicitor steward stewardess stockbroker supervisor surgeon",
    "surveyor tailor teacher technician therapist trader trucker tutor typist upholsterer vet vicar waiter waitress warden",
    "warehouseman welder worker writer youtuber keeper gamekeeper goalkeeper groundsman greenkeeper postmistress postmaster",
    "innkeeper bookkeeper beekeeper barman bellringer coastguard dogwalker signalman crofter trawlerman stonemason thatcher",
)
PLURAL_JOBS = frozenset(job + "s" for job in JOBS) | word_set(
    "firemen fishermen businessmen policemen nannies midwives"
)
LADIES = word_set(
    "dinner lollipop cleaning delivery bin sales tea cleaner window barrow ambulance service insurance rent cloakroom"
)
"""Before `lady`, `man` or `woman` these make a job of it."""

SECTORS = word_set(
    "catering construction retail hospitality security banking finance farming agriculture insurance education healthcare",
    "nursing childcare transport logistics haulage warehousing advertising marketing publishing engineering manufacturing",
    "telesales sales recruitment telecommunications fishing forestry mining policing teaching building it shops offices",
    "hotels kitchens factories films television theatre politics journalism property",
)
BUSINESSES = word_set(
    "agency bakery bar barbers business butchers cafe chippy club company dealership farm firm franchise garage gym hotel",
    "kiosk launderette newsagents nursery practice pub restaurant salon school shop stables stall store studio takeaway",
    "website workshop surgery",
)
NO_JOB = word_set("sex key main primary sole persistent protective positive good poor better role single lone bad")
"""`A sex worker` and `a key worker` tell no employer; `a good model` is none."""

FIELD_JOBS = word_set(
    "visitor midwife nurse worker gp doctor officer teacher paediatrician headteacher practitioner psychologist therapist",
    "solicitor judge inspector detective constable sergeant manager consultant registrar adviser advisor psychiatrist",
    "supervisor governor magistrate coach assistant researcher administrator paramedic controller councillor agent",
)
"""What professionals of a review are; of one who is no relative they say what the reader must know."""
