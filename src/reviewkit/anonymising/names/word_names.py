"""Names that are English words as well: only their place in a sentence tells which is meant.

Compiled for this tool from names in use in Britain; a name that is missing here is taken for a name in any case.
"""

from __future__ import annotations

from reviewkit.language.word_classes import CALENDAR_NAMES, word_set

ADJECTIVE_NAMES = word_set(
    "young brown white black green grey gray long short small little large strong sharp wise good best noble savage",
    "bright bold hardy rich poor stern moody gentle golding low high new old hale swift quick smart loud proud blunt",
    "sweet merry jolly early late wild still free full frank earnest ernest sterling royal french english welsh scott",
    "irish german holland west north south east major minor senior junior upright goodman elder younger rash rowdy able",
)
"""Before another word these describe it: "Young people told us"."""

_FIRST_NAMES = word_set(
    "grace rose lily daisy ivy violet hope faith joy charity will mark bill rob jack art drew grant chase hunter carter",
    "mason page sky skye star ray dean dale glen cliff heath reed miles max pat sue bob nick pip robin martin jay poppy",
    "iris rowan hazel heather holly olive jasmine ginger amber ruby jade pearl crystal opal garnet coral melody harmony",
    "carol dawn eve angel destiny trinity mercy patience prudence constance honor honour verity felicity clement chance",
    "lance gene guy colt duke earl rex rod rusty sandy skip sonny buddy stew wade ward warren norm bud ace blue bay",
    "blossom bonny bonnie brandy bunny candy cherry clay dot ebony fern fleur flora fauna forest gale gay gem",
    "ginny iona jet jewel kit lark laurel lavender lavinia liberty magnolia marigold mint misty myrtle nova",
    "ocean olivia pansy peace penny petal phoenix piper precious primrose princess prince promise rain",
    "raven regent river rory rock sage saffron scarlet serenity silver skylar sorrel sparrow storm",
    "summer sunny tansy temperance tiger true tulip unity victor viola willow winter wren zest zen chi",
    "jo al ed em vi lee gus hank jerry drake don dusty",
    "dick roger rook bob christian dexter dolly echo flint fox",
    "aurora august april may june march melon muse noble paddy pearl quince quill",
    "rob ron rosemary rufus sally sapphire sigh sol spike sterling tad tally teddy tilly toby trip troy",
    "von wolf woody zephyr hero ally flick gill herb ken peg shell win wills",
)
_SURNAMES = word_set(
    "smith cook baker butler turner walker parker hill wood woods field fields brook brooks lane street banks bridge",
    "bridges ford church castle park day knight king bishop pope abbot abbott marsh moor moore rivers waters stone steel",
    "gold lamb bull hare nightingale bird swan peacock partridge finch love moon snow frost winters spring",
    "summers ash price case call cross close court dyer farmer fisher gardener glover hall head holder house hunt",
    "key keys law laws lodge marks mills mill miller nurse paine pain parish pond pool poole porter potter rains reader",
    "rice ring root rush sadler sands sawyer shepherd shore singer slater spice stamp stock tailor taylor temple thatcher",
    "tiller trotter trust vale wall walls weaver weeks week wells well wheeler worth wright yard york bond bone boy child",
    "childs cousins cousin barber bell bells berry birch blade bloom booth boot bowman box brewer bridgeman broad bucket",
    "bush button cable camp cannon carpenter carr cave chambers chandler chapel chase cheese clay cleaver cliff",
    "coats cole coles collar cooper coward crane crisp crook crow cruise cutler dance darling dearing death dew",
    "diamond dove down downs draper driver drummer duck eagle eaves english fair falls fallow farrow fern fields fine",
    "fish flag fletcher flood flower flowers foot forest forester foster fowler freeman french friend frost fuller funnel",
    "gale game gates gate glass goat golden goose grave graves grain groom grove guest",
    "gun hair halt ham hammer hands hand hardman harper hart hatch hawk hay hayward heard heart hedge",
    "hook hooker hooks hopper horn horner horse host ice inch inn iron jewel jolly joiner judge kettle",
    "kitchen knife knock lake larder larkin last laws leach leader leaf leather lemon lever light line link lion little",
    "lock locker lord lot lowing luck lunch lush major maker mallet mann man march mare mariner marshal marshall",
    "mast masters may mayor mead meadow meadows means measures merchant merit metal mould money monk moody moss mount",
    "mountain mouse mustard nail neat needle nest new night noon north nunn nut oak oakes onions orchard organ otter",
    "outlaw oven pack packer padgett painter palace palmer pane parsley parson parsons paste patch peach peak pear",
    "peel pepper perch pike pike pilgrim pipe plank plant player plumb plummer pole pollard port post",
    "potts pound pounds power powers prentice prior proctor prophet proud provost purchase pusey quail quarry raven raw",
    "redman reeve reeves rest rich ridge riding roach road rob roof room rooms rope rower ruff rule",
    "ruler rust rye salt sample sandal saint sand sandman school scholar score seal seaman self sellers servant",
    "sewell sexton shade sharp shield shields ship shoe shoemaker short shots side silk silver simmer sinner skinner",
    "skipper slack slaughter sling small smart sober sole song soul space spark sparks spear spencer spender spinner",
    "spooner square squire stable stack stacks staff stag stairs stark steed steer stern stiles still stocks storey story",
    "stout stow straight strange stream street stretch strong style sugar sweet sword table tanner teal tempest",
    "tester thorn tickle tiler tiller tinker tipper toll tong town towns tower tree trench trick trim trout trow",
    "tuck tucker twig usher vane vault vicar vine viper wager wait waite wake waller ward warden ware warm",
    "warner washer water waterman way weller west whale wheat wheel whip whistler wick wicks wilder wilds wind window",
    "winner winter wise witt wool workman world worm worthy wren yeoman yew youngman zeal hood rash minor pike pride bliss",
    "heath lynch mace maiden mint mole morrow muse page pace penny",
    "rank rose sage sale sales sergeant sessions silk stead steady stubbs sunday monday friday",
)

THOUGHTS = word_set(
    "grace hope faith joy charity patience prudence constance honor honour verity felicity chance destiny trinity mercy",
    "liberty peace promise serenity temperance unity harmony melody love death",
)
"""Names of what can be spoken about as a thing: `Hope is not a plan`."""

WORD_NAMES = _FIRST_NAMES | _SURNAMES | ADJECTIVE_NAMES | CALENDAR_NAMES

ALWAYS_WORDS = frozenset({
    ("young", "people"), ("young", "person"), ("young", "carer"), ("young", "carers"), ("young", "adult"),
    ("young", "adults"), ("young", "parent"), ("young", "parents"), ("young", "offender"), ("young", "minds"),
    ("price", "list"), ("grace", "period"), ("youth", "justice"), ("will", "be"), ("may", "be"), ("joy", "riding"),
    ("mark", "up"), ("frank", "discussion"), ("hope", "for"), ("faith", "group"), ("faith", "groups"),
    ("black", "british"), ("white", "british"), ("black", "caribbean"), ("black", "african"), ("white", "irish"),
    ("child", "protection"), ("english", "as"), ("foster", "care"), ("foster", "carer"), ("foster", "carers"),
    ("grace", "periods"), ("price", "lists"), ("price", "rise"), ("price", "rises"), ("price", "increase"),
    ("price", "increases"), ("mark", "scheme"), ("mark", "schemes"), ("joy", "rider"), ("joy", "riders"), ("hope", "that"),
    ("may", "day"), ("christmas", "day"), ("christmas", "eve"), ("easter", "sunday"), ("easter", "monday"),
    ("summer", "holidays"), ("summer", "holiday"), ("summer", "term"), ("spring", "term"), ("autumn", "term"),
    ("art", "therapy"),
})  # fmt: skip
"""Pairs that are never a person, whatever their capitals."""
