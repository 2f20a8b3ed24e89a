"""The words by which English sentences are taken apart: those that open, join and close phrases, and those that act."""

from typing import Final

# Each list reads best as one string.
DETERMINERS: Final = frozenset(
    "a all an another any each every existing her his its many multiple my new no one other our own per several some that the their these this those your".split()  # noqa: SIM905  # a list of words reads best as one string
)
# After one of these a verb may follow.
BEFORE_VERBS: Final = frozenset(
    "after anyone before by can can't cannot could did do does doesn't don't everyone for he i if it let lets may might must never not please shall she should someone there they to we what when where which while who will without won't would you".split()  # noqa: SIM905  # a list of words reads best as one string
)
BE: Final = frozenset("is are was were be been being isn't aren't".split())  # noqa: SIM905  # a list of words reads best as one string
FUNCTION: Final = frozenset(
    "about above according across after again against already also although and as at based because before below between both but by down during e.g each either etc even excluding few for from get gets got had has have having here him how however i.e if in including instead into it its itself just least less like many me more most much neither no nor not now of off on once only onto or ourselves out over per regarding same since so still such than them themselves then there therefore though through too toward towards under unless until up upon us using very via vs when whenever where whether while why with within without yes yet".split()  # noqa: SIM905  # a list of words reads best as one string
)
VERBS: Final = frozenset(
    "accept access accommodate achieve adapt add adjust aggregate alert allow analyse analyze answer append apply approve archive ask assign assume attach authenticate authorise authorize automate avoid backup ban batch become begin belong block book boot bring browse build bulk cache calculate call cancel capture categorise categorize cause change chat check choose clean clear click clone close collapse collect combine come commit compare complete compress compute configure confirm connect consist contact contain control convert copy correct correspond count create customise customize cycle deactivate declare decline dedupe define delete deliver depend deploy describe detect determine disable discover dismiss display document download drag draw duplicate edit email embed emerge emit empower enable encrypt enforce enhance ensure enter establish evaluate exclude execute expand expire explain export expose extend extract fail fetch filter find flag focus follow fork format forward gather generate get give go grant group guide handle happen help hide highlight hold identify implement import improve include increase index indicate infer inform insert install integrate interact invite issue join keep label launch leave let leverage like limit link list live load locate lock log login maintain make manage map mark match maximize mean measure meet merge migrate minimize moderate modify monitor move mute navigate need normalise normalize notify occur offer open optimise optimize order organise organize output override own parse pass pause pay perform permit persist pick pin place play plot point poll populate post predict prefer present preserve press prevent preview print prioritise prioritize process produce promote prompt propose protect provide publish pull purge push put query queue raise rate reach read reassign receive recognise recognize recommend reconcile record recover redeem redirect reduce reflect refresh refund register reject reload rely remain remember remind remove rename render reorder repeat replace reply report represent request require reschedule reset resise resize resolve respond restart restore restrict resume retrieve retry return reuse reveal revert review revoke rotate route run save say scan schedule score scroll search see seem select send serve set share show sign simulate skip snooze solve sort span spawn speak specify split start stop store stream streamline struggle submit subscribe suggest summarise summarize support suspend swipe switch sync synchronise synchronize tag take talk tap tell test think throttle toggle touch track transfer transform translate trigger try turn type understand undo unlock unsubscribe update upgrade upload use utilize validate verify view visualise visualize vote wait want warn watch win wire wish withdraw work write yield zoom".split()  # noqa: SIM905  # a list of words reads best as one string
)
IRREGULAR: Final = {
    "sent": "send",
    "written": "write",
    "bought": "buy",
    "sold": "sell",
    "shown": "show",
    "made": "make",
    "held": "hold",
    "built": "build",
    "chosen": "choose",
    "kept": "keep",
    "found": "find",
    "taken": "take",
    "given": "give",
    "paid": "pay",
    "drawn": "draw",
    "hidden": "hide",
}
# What people and programs do to the things they keep, by the beginnings of the verbs.
KEEPING: Final = frozenset(
    "add approv archiv assign attach book brows buy cancel captur collect complet configur count creat defin delet display download duplicat edit enter export extract fetch filter find format generat group import input insert invit issu label list load log manag maintain mark merg migrat modif mov open order organiz organis pars persist pick play post preview print process produc publish queri query rat read receiv record regist reject remov renam renew rent reorder report request reschedul reserv resolv restor retriev return review revok sav save scan schedul search select sell send shar share show sign sort sourc specif stor store submit summariz summaris sync synchroniz synchronis tag track transfer updat update upload validat verif view visualiz watch write".split()  # noqa: SIM905  # a list of words reads best as one string
)
# Endings of adjectives, and nouns that have them too.
ADJECTIVE: Final = (
    "able",
    "ible",
    "ous",
    "ful",
    "less",
    "ical",
    "ive",
    "ular",
    "ary",
    "ic",
    "al",
    "ly",
    "est",
)
NOUNS: Final = frozenset(
    "anomaly approval archive assembly boundary cable clinic deal deliverable diary dictionary directive drive fabric family forest glossary goal graphic guest incentive initiative interest itinerary journal library logic manual material meal mechanic metric music narrative objective portal potential proposal public quest referral rental reply request salary signal statistic summary table terminal test topic traffic tutorial variable vegetable vocabulary".split()  # noqa: SIM905  # a list of words reads best as one string
)
ADJECTIVES: Final = frozenset(
    "able active additional advanced annual available average aware basic best better big bold bottom built-in certain clean clear common complete complex consistent core correct current custom daily dark dedicated deep default detailed different distinct double dynamic early easy efficient empty entire extra false fast first free frequent full further given global good great hard high human important inactive interactive invalid key large last late left light live local long low main mandatory modern monthly multi native necessary next offline old online open optional overall overdue own pending persistent previous primary private proper public raw ready real real-time recent related relevant remote required right safe second secondary secure short similar simple single slow small smart soft specific standard static strong sufficient third top total true unable unique upcoming user-friendly valid various weak weekly whole worse worst wrong yearly young".split()  # noqa: SIM905  # a list of words reads best as one string
)
# `invoice history`, `order status`: what has one of these is kept.
OWNED: Final = frozenset(
    "booking catalog count creation data date dates deletion description descriptions detail details editing entity entries entry export field fields generation handling history id ids import info information item items limit link list listing lists log logs management metadata model name names number numbers object objects owner page processing record records retrieval scheduling search size state status statuses storage submission table template templates title titles tracking type types upload view".split()  # noqa: SIM905  # a list of words reads best as one string
)
