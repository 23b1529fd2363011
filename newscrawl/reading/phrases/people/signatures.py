"""Who signs a text, below or behind its last sentence: in brackets, or in capitals on a line of its own."""

from __future__ import annotations

import re
from itertools import takewhile

from newscrawl.reading.blocks.paragraphs import Cleaned, Paragraph
from newscrawl.reading.phrases.boilerplate import is_junk
from newscrawl.reading.phrases.habits import NO_HABITS, Habits
from newscrawl.reading.phrases.names.agencies import AGENCIES
from newscrawl.reading.phrases.names.bylines import people
from newscrawl.reading.phrases.names.signoffs import (
    COUNTED,
    DESK,
    INITIALS,
    MORE,
    NAME,
    NOTES,
    NUMBERED,
    OFFICE,
    SIGNOFF,
    SLASHED,
    SMALL_HOUSE,
    STARRED,
)
from newscrawl.reading.phrases.people.credits import read_credits
from newscrawl.reading.phrases.people.signers import SITE_NAME, agency_of, signed
from newscrawl.reading.phrases.people.subjects import is_abbreviation, is_subject, is_used
from newscrawl.reading.text import ends_sentence, search_end

SIGNOFF_TAIL = re.compile(
    rf"(?<=[.!?…”\"’*])\s*[(\[]\s*"
    rf"({SLASHED}|{INITIALS}(?:/?\*+)?|\*+|{NAME}(?:\s*/\s*(?:{NAME}|{DESK}|\w{{2,12}})|(?:\s*/\s*{NAME}){{2,4}})?|{COUNTED}|{OFFICE}|{STARRED}|{SMALL_HOUSE})"
    rf"\s*[)\]]{MORE}\s*$"
)
# Of three letters; what they say in brackets is the article's.
SHORT_WORDS = (
    "ada air aja aku alm api apa asi atm ayo bom bpk dan dia dkk dll dls dor dpr dsb dst dua dvd esa flu gas gol"
    " hak hiv hmm ibu ini itu iya jam kau kok kpk kpu kri kue led lho loh lol lpg mau mpr nah nih nol pen per pin"
    " pjj pkl pln pns psk red sah sic sih sim sms sop spp tbc tbk teh tim tni tua usg utk vip wah wib wit wni wow"
    " yth zat"
).split()
# "... tutup Rani (abc)", "... Rani[abc]": without a full stop small letters sign, or two codes, "(Abc/Def)": "(KKP)" is
# the article's, as is "(Jan/Feb)".
NO_CODES = "Jan|Feb|Mar|Apr|Mei|Jun|Jul|Ag[ut]|Sep|Okt|Nov|Des|Sen|Sel|Rab|Kam|Jum|Sab|Min"
TWO_CODES = rf"(?!(?:{NO_CODES})\b)[A-Z][a-z]{{2}}/[A-Z][a-z]{{2}}"
SIGNOFF_SMALL = re.compile(
    rf"(?:\s+[(\[]|(?<=\w)(?:\[|\((?=[a-z]{{2,3}}/)))\s*(?!(?:\w+/)?(?:{'|'.join(SHORT_WORDS)})\b)"
    rf"([a-z]{{3}}|[a-z]{{2,3}}/[a-z]{{2,4}}|{TWO_CODES})\s*[)\]]\s*$"
)
# "... tutup Rani. (Laporan: Budi Santoso)", "... ujarnya. (Sumber: Antara)"
CREDIT_TAIL = re.compile(r"(?<=[.!?…”\"’])\s*[(\[]\s*(\w[\w ]{1,30}:[^()\[\]]{2,120})[)\]]\s*\.?$")
# "(Kontributor Bandung, Budi Santoso)", "(Budi Santoso, Kontributor)", "(Budi Santoso, mahasiswa Universitas Sora)"
REPORTED_BY = re.compile(
    r"(?:^|(?<=[.!?…”\"’]))\s*[(\[]\s*"
    rf"((?i:kontributor|koresponden|reporter|wartawan|jurnalis|laporan wartawan)\s+{NAME}\s*,\s*{NAME}"
    rf"|{NAME}\s*,\s*(?i:kontributor|koresponden|reporter|wartawan|jurnalis|mahasisw[ai]|(?:peserta )?magang)"
    rf"(?:\s+{NAME})?)\s*[)\]]\s*\.?$"
)
# "Budi Santoso, Kontributor Sora", "Budi Santoso (magang)", alone below the text
A_CONTRIBUTOR = re.compile(
    rf"{NAME}\s*(?:,\s*(?i:kontributor|koresponden)(?:\s+{NAME})?"
    rf"|\((?i:kontributor|koresponden|magang)(?:\s+{NAME})?\))\.?"
)
# "Antara", "ANTARA/Budi Santoso": whose text it is, alone below it; "MG/Budi Santoso": who learns to write
AGENCY_LINE = re.compile(rf"\W*(?P<agency>[\w ]{{2,30}}?)(?:\s*/\s*(?P<name>{NAME}))?[\W]*")
# "... tutup Rani. Reporter: Budi Santoso Editor: Siti Aminah"
CREDIT_BEHIND = re.compile(
    r"(?<=[.!?…”\"’)])\s*((?:Reporter|Penulis|Pewarta|Editor|Redaktur|Jurnalis|Kontributor)\s*:\s*[^:.!?]{3,60}"
    r"(?:(?:Editor|Redaktur|Penulis|Sumber)\s*:[^:.!?]{3,60}){0,2})$"
)
# "Budi Santoso / Sora.com": who wrote it, and the house or site, alone below the text
AT_A_HOUSE = re.compile(rf"(?P<name>{NAME})\s*[/,|]\s*(?P<house>[\w. -]{{3,30}})")
LONGEST_SIGNOFF = 400  # characters
LONGEST_AGENCY = 60
# "... ujarnya.***", "... ujarnya. ***2***"
STARS_TAIL = re.compile(r"(?<=[.!?…”\"’)])(?:\s*\*{2,}+(?:\d\*++)?|\s+\*|\s*\*++[/)])$|^\*{2,}+(?:\d\*+)?$")
# "... ujarnya.[]", "... ujarnya. #", "... ujarnya. ■", "... ujarnya. (webtorial)", "... ujarnya. (berbagai sumber)":
# nothing follows
PAID = r"[(\[]\s*(?i:advertorial|infotorial|webtorial|pariwara)\s*[)\]]"
OF_MANY = r"[(\[]\s*(?i:(?:\*|\w{2,6})/)?(?i:(?:dari )?(?:berbagai|beragam|pelbagai) sumber)\s*[)\]]\.?"
END_MARK = re.compile(
    rf"(?<=[.!?…”\"’)])\s*(?:\[\s*\]|\{{\s*\}}|#{{1,3}}|[■□▪●◆]|[-=*~]+o+[0O]o+[-=*~]+|{PAID}|{OF_MANY})$"
)
A_MARK = re.compile(rf"[-=*~ ]{{1,10}}o{{1,5}}[0O]o{{1,5}}[-=*~ ]{{1,10}}|{PAID}")  # "-o0o-", alone below the text
# "... ujarnya. *BIN", "... ujarnya. abc/E-3", "... pukul 19.30 WITA.ZAL": without brackets behind the last sentence,
# or "*BIN" below it
UNBRACKETED = re.compile(
    rf"(?:^\*{{1,3}}\s?(?P<below>[A-Z]{{2,5}})|^\*{{3}}\s?(?P<small>[a-z]{{2,5}})|(?<=[.!?…”\"’])\s*\*{{1,3}}\s?(?P<star>[A-Z]{{2,5}}|{NAME})"
    r"|(?<=[.!?…”\"])\s+(?P<desk>[a-z]{2,4}(?:/[a-z]{2,4})?/[A-Z]{1,3}-\d{1,2})"
    r"|(?:(?<=[a-z]\.)|(?<=[a-z][”\"])|(?<=WIB\.)|(?<=WITA\.)|(?<=WIT\.))(?P<tight>[A-Z]{3}))\.?$"
)
# '“Hidup itu menanam.” (Budi Santoso)': who said it, in a list of sayings
A_SAYING = re.compile(r"[”\"’]\s*\([A-Z][^()/]{2,60}(?:/[^()/]{4,30})?\)\.?$")
# "... ujarnya. (1)": who wrote it, by number; of several in a text each counts something
A_NUMBER = re.compile(r"(?:^|(?<=[.!?…”\"’]))\s*\(\d{1,2}\)$")
COUNTS = re.compile(r"\(\d{1,2}\)")
# "(HR Bukhari)", "(QS Yusuf)", "(Al-Insyirah)": where a saying is from; "(CO2)"
SCRIPTURE = re.compile(
    r"(?:H\.?\s?R|Q\.?\s?S)\b.*|muttafaq.*|(?-i:A[dlnrstz][hyz]?)-(?-i:[A-Z])[\w'’]+|mazmur|amsal|injil|alkitab"
    r"|hadis|(?-i:[A-Z]{1,3}\d)",
    re.I,
)
# "(tertawa)", "[Reff]": an aside of the article itself, never a signature
ASIDES = frozenset(
    "tertawa tersenyum terkekeh menangis terdiam diam hening jeda haha hehe amin aamiin ya tidak mungkin sic alm"
    " almarhum almarhumah reff refrain chorus verse intro outro bridge coda kiri kanan tengah depan belakang atas bawah"
    " rip yoy mtm qtq ytd bps net neto bruto gratis resmi tamat vip x2 x3 2x 3x kuhp kuhap menimbang mengingat"
    " memutuskan indonesia jakarta pancasila covid-19 f-16 f-15".split()
)
# "(U-19)", "(Timnas U-19)", "(F-16)", "(Su-35)", "(B12)", "(A380)", "(H5N1)", "(NaCl)": a team's age, an
# aircraft, a code; of some portals the desk that signs
GRADE = re.compile(
    rf"(?!MG\b|{NUMBERED}$)(?:[A-Z]{{1,4}}\s?-\s?\d{{1,4}}[A-Z]?|[A-Z]\d{{1,2}}|(?!MG)[A-Z]{{1,2}}[1-9]\d\d"
    r"|(?:[A-Z]\d){2}"
    r"|[A-Z][a-z]-\d{2,3}|(?=\w*[a-z])(?:[A-Z][a-z]?\d?){2,5}|(?:[A-Z][\w’'-]+ ){1,3}[A-Z]{1,4}-?\d{1,3})"
)
A_DESK = re.compile(r"[A-Z]{3,4}-\d{1,2}")  # "(SDP-12)", alone below a text
ONE_DESK = re.compile(r"[A-Z]-\d")  # "(R-1)", behind a full stop
# "rdo/fjr", "KM-Ded/R", "tim/red": codes on a line of their own. With a word of newsrooms the others are short; else
# all are small, and one is no word: it has no vowel. "SMP/SMA" and "dvd/cd" are the article's.
OF_NEWSROOM = r"(?i:tim|red(?:aksi)?|ant|adv|rls|hms|humas|(?:dis)?kominfo)"
BARE_CODES = re.compile(
    rf"(?:(?=(?:.*/)?{OF_NEWSROOM}(?:/|\.?$))(?:{OF_NEWSROOM}|[A-Za-z]{{2,3}})"
    rf"(?:/(?:{OF_NEWSROOM}|[A-Za-z]{{1,3}})){{1,2}}|(?=(?:.*/)?[b-df-hj-np-tv-z]{{3,4}}(?:/|\.?$))[a-z]{{2,4}}"
    r"(?:/[a-z]{1,4}){1,2}|[A-Z]{2,3}-[A-Z][a-z]{1,3}/[A-Z]{1,3})\.?"
)
SLASHED_CODE = re.compile(r"/\s?([a-z]{2,4})\.?")  # "/abc", alone below a sentence
# Short forms that are written small and have no vowel, of which lists and tables are full
SHORT_FORMS = frozenset(
    "bln bpk bbm css cm dgn dl dll dlm dsb dst dtk dvd gps hdmi hlm hrs html http jpg jln kcl kec kel kg km kpl krn ktp"
    " kwh ljt lpg lt ltr mbps mm mmhg nmr php pkl png prt ptn pts rpm rt rw shd sms smk smp spp sql ssd stnk tbc"
    " tgl thd thn tlp tsb ttd tv usb utk vcd wfh www xml ybs yg yth".split()
)
CODE_OF_BARE = re.compile(r"[A-Za-z]{2,}")
TWO_SIGNS = re.compile(r"[(\[]([^()\[\]]{2,30})[)\]]\s+([(\[][a-z]{2,5}(?:/[a-z]{2,5})?[)\]])")
SECOND_SIGN = re.compile(r"\s*[)\]]\s*[(\[]([a-z]{2,5})[)\]]")  # "(ant) [abc]"
# "... di laman (sora.com / pendaftaran).": behind an unended sentence it is no writer
OF_A_PAGE = re.compile(r"\s/\s+[a-z]{6,15}$")
DOUBLED = re.compile(r"\[\[[\w/.-]+\]\]")
SMALL_SIGN = re.compile(r"(?:[a-z]{2,5}(?:/[a-z]{2,5})?)?")


def take_signoff(texts: list[str], cleaned: Cleaned, habits: Habits = NO_HABITS) -> bool:
    """A signature below or behind the last sentence: "(vyp/kna)"; where desks sign also "(H-2)"."""
    if not texts:
        return False
    if texts[-1].endswith(("*", "*/", "*)")):
        lone = texts[-1].endswith("*") and sum(text.count("*") for text in texts) == 1  # no footnote's
        texts[-1] = texts[-1].rstrip("* ") if lone else STARS_TAIL.sub("", texts[-1])
    if not texts[-1] or (len(texts) > 1 and A_MARK.fullmatch(texts[-1])):
        texts.pop()
        return True
    if search_end(END_MARK, texts[-1], LONGEST_SIGNOFF):
        texts[-1] = END_MARK.sub("", texts[-1])
        return True
    if (two := TWO_SIGNS.fullmatch(texts[-1])) and agency_of(two[1]):  # "(Antara) (abc)"
        cleaned.name_agency(agency_of(two[1]))
        texts[-1] = two[2]
    if texts[-1].endswith((")", ").")) and A_SAYING.search(texts[-1]) and any(map(A_SAYING.search, texts[:-1])):
        return False
    takers = (_take_unbracketed, _take_credit_behind, _take_reporter)
    if any(take(texts, cleaned, habits) for take in takers):
        return True
    if match := SIGNOFF.fullmatch(_whole(texts, habits)) if len(texts[-1]) <= LONGEST_SIGNOFF else None:
        grade = _is_grade(match[1], habits) and not A_DESK.fullmatch(match[1])
        if SCRIPTURE.fullmatch(match[1]) or match[1].casefold() in ASIDES or grade:
            return False
        if is_subject(match[1], texts[:-1], habits):
            return False
        texts.pop()
    elif match := _sign_behind(texts[-1], habits):
        if match[1].casefold() in NOTES | ASIDES or SCRIPTURE.fullmatch(match[1]):
            return False
        grade = _is_grade(match[1], habits) and not (ONE_DESK.fullmatch(match[1]) and not is_used(match[1], texts))
        if grade or is_abbreviation(match[1], texts) or is_subject(match[1], texts, habits):
            return False
        unended = not ends_sentence(texts[-1][: match.start()].rstrip())
        if unended and (OF_A_PAGE.search(match[1]) or match[1].rpartition("/")[2] in SHORT_FORMS):  # "(rp/kg)"
            return False
        texts[-1] = texts[-1][: match.start()].rstrip()
        if is_junk(Paragraph(texts[-1]), habits):
            read_credits(texts.pop(), cleaned, habits)  # "Sumber: Sora.net (abc)"
    else:
        return False
    if (second := SECOND_SIGN.match(match.string, match.end(1))) and second[1] not in NOTES | ASIDES:
        signed(second[1], cleaned, habits)
    signed(match[1], cleaned, habits)
    return True


def _whole(texts: list[str], habits: Habits) -> str:
    """A lone signature with its brackets, where they are doubled, or torn or left out.

    Left out they may be around the house's name, or, right below a sentence, around codes that the text has not.

    >>> _whole(["[[abc]]"], NO_HABITS), _whole(["sora/abc"], Habits("sora")), _whole(["(sora/abc"], Habits("sora"))
    ('[abc]', '(sora/abc)', '(sora/abc)')
    >>> _whole(["Ia pulang.", "rdo/fjr"], NO_HABITS), _whole(["Ia pulang.", "kopi/teh"], NO_HABITS)
    ('(rdo/fjr)', 'kopi/teh')
    """
    line = texts[-1]
    if DOUBLED.fullmatch(line):
        return line[1:-1]
    house, slash, rest = line.strip("()[] ").partition("/")
    if slash and habits.brand.fullmatch(house.strip()) and SMALL_SIGN.fullmatch(rest.strip()):
        return f"({house.strip()}/{rest.strip()})" if rest.strip() else f"({house.strip()})"
    below = BARE_CODES.fullmatch(line) and len(texts) > 1 and texts[-2].endswith((".", '"', "”"))
    if len(texts) > 1 and (lone := SLASHED_CODE.fullmatch(line)):
        return f"({lone[1]})"
    codes = CODE_OF_BARE.findall(line) if below else []
    if codes and SHORT_FORMS.isdisjoint(codes) and not any(is_used(code, texts[:-1]) for code in codes):
        return f"({line.rstrip('.')})"
    return line


def _take_unbracketed(texts: list[str], cleaned: Cleaned, habits: Habits) -> bool:
    """A signature without brackets, "*BIN", or a lone number in them."""
    if match := search_end(UNBRACKETED, texts[-1], LONGEST_SIGNOFF):
        name = match["below"] or match["small"] or match["star"] or match["desk"] or match["tight"]
        others = [*texts[:-1], texts[-1][: match.start()]]
        if len(texts) < 2 or (is_abbreviation(name, others) if match["tight"] else is_used(name, others)):
            return False
        signed(name, cleaned, habits)
    elif not (match := search_end(A_NUMBER, texts[-1], LONGEST_SIGNOFF)) or len(COUNTS.findall(" ".join(texts))) > 1:
        return False
    _cut(texts, match.start())
    return True


def _cut(texts: list[str], start: int) -> None:
    """Leave of the last line what stands in front of a place; of a line that is all behind it nothing."""
    texts[-1] = texts[-1][:start].rstrip()
    if not texts[-1]:
        texts.pop()


def _take_credit_behind(texts: list[str], cleaned: Cleaned, habits: Habits) -> bool:
    """A line of credits behind the last sentence, most in brackets; "(Sumber: BPS)" names no medium and stays."""
    forms = (search_end(form, texts[-1], LONGEST_SIGNOFF) for form in (CREDIT_TAIL, CREDIT_BEHIND))
    tail = next(filter(None, forms), None)
    if tail is None or not read_credits(tail[1], said := Cleaned(), habits):
        return False
    if not (said.authors or said.editors or said.agency):
        return False
    _cut(texts, tail.start())
    return read_credits(tail[1], cleaned, habits)


def _take_reporter(texts: list[str], cleaned: Cleaned, _: Habits) -> bool:
    """A writer in brackets with a role, and where he works, behind the last sentence or below it."""
    found = search_end(REPORTED_BY, texts[-1], LONGEST_SIGNOFF)
    lines = len([*takewhile(A_CONTRIBUTOR.fullmatch, reversed(texts))])
    if lines and ends_sentence((texts[:-lines] or [""])[-1]):  # below another line they are a list
        cleaned.authors.extend(name for line in texts[-lines:] for name in people(line))
        del texts[-lines:]
        return True
    if found is None or (not found.start() and len(texts) < 2) or not (names := people(found[1])):
        return False
    cleaned.authors.extend(names)
    _cut(texts, found.start())
    return True


def take_agency(texts: list[str], cleaned: Cleaned, habits: Habits = NO_HABITS) -> bool:
    """A last line that is an agency's name, perhaps with its writer's behind it, or a writer's and his house."""
    if len(texts) > 1 and len(texts[-1]) <= LONGEST_AGENCY and (at := AT_A_HOUSE.fullmatch(texts[-1])):
        ours = habits.brand.fullmatch(at["house"]) or SITE_NAME.fullmatch(at["house"])
        if ours and " " in at["name"] and (names := people(at["name"])):
            texts.pop()
            cleaned.authors.extend(names)
            cleaned.name_agency(None if habits.brand.fullmatch(at["house"]) else at["house"])
            return True
    line = AGENCY_LINE.fullmatch(texts[-1]) if len(texts) > 1 and len(texts[-1]) <= LONGEST_AGENCY else None
    learner = line is not None and line["agency"] == "MG" and " " in (line["name"] or "")
    if line is None or not (learner or line["agency"].casefold() in AGENCIES):
        return False
    texts.pop()
    cleaned.name_agency(AGENCIES.get(line["agency"].casefold()))
    cleaned.authors.extend(people(line["name"] or ""))
    return True


def _sign_behind(text: str, habits: Habits) -> re.Match[str] | None:
    """The signature behind a last sentence."""
    found = (search_end(form, text, LONGEST_SIGNOFF) for form in (SIGNOFF_TAIL, habits.sign, SIGNOFF_SMALL))
    return next(filter(None, found), None)


def _is_grade(inner: str, habits: Habits) -> bool:
    """True for a code that is no signature of this portal."""
    return not habits.desks_sign and bool(GRADE.fullmatch(inner))
