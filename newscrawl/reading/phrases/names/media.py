"""Names of media, as bylines and signatures name them: houses of this country, papers, media of others."""

from __future__ import annotations

import re

from newscrawl.reading.phrases.names.places import NAMES
from newscrawl.reading.rows import late

# Media that others name in their bylines; what only its own pages say of a portal stands in its loader's `brands`.
HOUSES = (
    r"okezone\b.*|mnc\b.*|i-?news\b.*|(?:koran )?sindo(?:news)?\b.*|koran\b.*|kompas\b.*|detik(?:com|news)\b.*"
    r"|(?-i:detik|Detik(?![a-z])|DETIK)\S*(?: .*)?|tempo\b.*|cnn\b.*|liputan6\b.*|merdeka\b.*|tribun.*|antara\b.*"
    r"|republika\b.*|suara|viva(?:news|life|\.co)?|media indonesia\b.*|jpnn\b.*|berita ?satu\b.*|pikiran.rakyat\b.*"
    r"|jawa ?pos\b.*|kumparan\w*(?: \w+)?|tirto(?:\.id)?|idn ?times\b.*|metro ?tv\w*\b.*|cnbc\b.*|bbc\b.*|medcom\b.*"
    r"|(?:tv ?one|antv)\b.*"
)
# Whose names others write small in brackets: "(okezone)", "(dikutip dari kompas.com)"
WRITTEN_SMALL = (
    r"kompas|tempo|republika|detik(?:com|news)?|antara(?:news)?|viva|okezone|liputan ?6|sindo ?news|kumparan|reuters"
)
SITE_END = r"\.(?:com|co\.id|co|id)"
PAPERS = (
    # "KabarSora", "Jatim Now", "Sora Times", "RiauOnline", "Good News From Sora"
    rf"(?:kabar|warta|berita|ayo)(?:(?-i:[A-Z])\w+| (?:indonesia|bogor|tasik|yogya|{NAMES}))"
    r"|(?:jatim|jateng|jabar|bali|medan|surabaya|malang|lampung) ?now"
    r"|\w{3,} ?(?:online|newswire|times)|\w+ (?:news|herald|tribune|gazette|insider)|(?-i:[a-zA-Z]{3,}[nN]ews)"
    r"|good news from \w+|gnfi|the asian ?parent|gatra|timlo|beritajatim|wartabromo|padang ?kita|covesia|kriminologi"
    r"|harianjogja|alodokter|klik ?dokter|sehatq|hello ?sehat|wolipop|popmama|brightside|sctv|indosiar|emtek|kly"
    r"|vidio|kapan ?lagi|bola[. ]?net|vemale|otosia|brilio|fimela(?: \w+)?|dream(?:\.co\.id)?"
    r"|(?:the )?jakarta (?:post|globe)|bisnis indonesia|suara (?:merdeka|pembaruan)|solo ?pos|warta ?kota\w*"
    r"|serambi(?:news| indonesia)|bola(?: ?sport)?|katadata|kompasiana|super ?ball|pos[- ]?(?:kupang|belitung)"
    r"|(?:bangka|riau|kaltim|manado|denpasar) ?pos|(?:sriwijaya|banjarmasin|bali) ?post"
)
FOREIGN_MEDIA = (
    r"mashable|ndtv|daily ?mail|(?:the )?(?:guardian|telegraph|verge|sun|mirror|straits times|new york times)"
    r"|(?:the )?(?:independent|diplomat|star|hindu|nation|wall street journal|washington post|hollywood reporter)"
    r"|(?:the )?(?:sydney morning herald|huffington post|economist|intercept|epoch times|china post)|huff ?post"
    r"|cnet|techcrunch|forbes|time|goal|sky (?:sports?|news)|marca|channel news ?asia|cna|usa today|times of india"
    r"|live ?science|associated press|agence france[- ]presse|al jazeera|al arabiya|russia today|fox (?:news|sports?)"
    r"|(?:nbc|cbs|abc|rt|dw) ?news|cnn money|cn ?bc|bloomberg|business insider|newsweek|bangkok post|south china"
    r" morning post|scmp|yahoo(?: \w+)?|msn|(?:hindustan|khaleej|japan|straits|financial|new straits) times"
    r"|digital spy|tmz|us weekly|e! ?(?:online|news)|just ?jared|female ?first|billboard|variety|soompi|allkpop"
    r"|koreaboo|cosmopolitan|pop ?sugar|radar online|hello magazine|contactmusic|aceshowbiz|people magazine"
    r"|gsm ?arena|phone ?arena|ars technica|engadget|zdnet|wired|gizmodo|9to5mac|slash ?gear|pc ?world|pc ?mag"
    r"|bold ?sky|web ?md|medical daily|men[’']?s health|women[’']?s health|health ?me ?up|mag ?for ?women|prevention"
    r"|reader[’']?s digest|mind ?body ?green|science ?daily|national geographic|phys\.?org|space\.com"
    r"|four ?four ?two|soccerway|espn\w*|sport ?bild|tuttosport|football italia|crash|autosport|motorsport|as\.com"
    r"|autocar|carscoops|paultan|rush ?lane|metro\.co\.uk"
)
# A name of a medium, and nothing else
MEDIUM = late(rf"{HOUSES}|{PAPERS}|{FOREIGN_MEDIA}", re.I)
# "Laporan Wartawan Sora Pos Budi Santoso": the paper comes first, without a comma; "Tribun Sora Budi" may be a name
PAPER_IN_FRONT = re.compile(
    r"(?P<role>(?i:laporan\s+(?:wartawan|reporter|jurnalis|kontributor|koresponden))\s+)"
    r"(?:(?:[A-Z]\w+ (?:Pos|Post|POS|POST)|(?i:sripo|sctv|indosiar|pos (?:kupang|belitung)"
    r"|serambi indonesia|warta ?kota\w*))"
    r"\s+(?=[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,3}(?:\W*$|, | dan | \| ))"
    r"|(?:Tribun|TRIBUN) ?[A-Z]\w+(?: (?:Barat|Timur|Tengah|Selatan|Utara))?"
    r"\s+(?=[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,3}(?:\W*$|, | dan )))"
)
