"""What buttons, bars, counters, slots of advertisements and headings of boxes say; nobody's text.

What one portal alone says stands in its loader's `junk`.
"""

from __future__ import annotations

import re

from newscrawl.reading.phrases.names.networks import NETWORK
from newscrawl.reading.phrases.page.boxheads import BOX_HEADINGS
from newscrawl.reading.phrases.page.comments import FORMS
from newscrawl.reading.phrases.page.pagers import PAGERS
from newscrawl.reading.rows import Row, either

WAY = rf"(?:{NETWORK}|x|line|e-?mail|messenger|reddit|salin(?: tautan| link)?|copy(?: link)?|bagikan|share|print|cetak)"
A_WAY = re.compile(WAY, re.I)  # a line of a share bar
# Not even as an item of a list are these the article's.
MARKS = (
    Row(
        r"(?:advertisement\W+)?scroll to (?:continue|resume)(?: with)? content[\W_]*",
        "SCROLL TO CONTINUE WITH CONTENT",
        "Scroll to the end of the page.",
    ),
    Row(r"\s*(?:\[gambas:[^\]]*\]\s*)+", "[Gambas:Video]", "[Gambas] adalah orkes."),
    Row(
        r"\[(?:ads?|iklan|adsense|google ?ads?|advertisement|banner)(?:[ _-][\w-]+){0,3}\]",
        "[ads]",
        "[iklan] itu label.",
    ),
    Row(r"[\w-]{4,120}\.(?:jpe?g|png|webp|gif)", "banjir-sora-140202-a.jpg", "kopi.jpg hilang"),
    Row(r"[-_=*•·.\s|>»<]+", "***", "* 12"),
)
ADVERTISEMENTS = (
    Row(
        r"[\W_]*(?:advertisements?|advertorial|(?:iklan )?pariwara|iklan(?: google(?: adsense)?)?|google ads(?:ense)?"
        r"|article ad box|close ads|scroll to (?:continue|resume)(?: with)? content)[\W_]*",
        "- ADVERTISEMENT -",
        "Iklan itu ditayangkan sejak 2010.",
    ),
    Row(
        r"(?:advertisement|iklan)?\W*(?:scroll|gulir|geser|usap|swipe)(?:kan)?(?: layar)?(?: ke (?:bawah|atas))?"
        r"(?: down)? (?:to|untuk) (?:continue|resume|melanjutkan|(?:mem)?baca|lanjut)(?: (?:reading|(?:mem)?baca))?"
        r"(?: (?:with )?(?:content|berita|artikel|konten|isi))?(?: lagi| lebih lanjut)?\W*",
        "Iklan - Scroll untuk melanjutkan",
        "Geser layar ke atas untuk membuka kunci.",
    ),
    Row(
        r"konten di bawah ini disajikan oleh advertiser\b(?:\..{0,160})?",
        "Konten di bawah ini disajikan oleh Advertiser. Kami tidak terlibat di dalamnya.",
        "Konten di bawah ini disajikan oleh Darmo.",
    ),
    Row(
        r"sponsored(?: content| by .{2,40})?|promoted(?: content)?|konten (?:ber)?sponsor|advertisement by .{2,40}"
        r"|recommended by(?: .{2,30})?|(?:space|ruang) iklan|pasang iklan(?: anda)? di sini"
        r"|iklan untuk anda\s*:.{3,120}",
        "Sponsored by Sora",
        "Promoted to mayor, she moved.",
    ),
    Row(
        r"ads by(?: google)?|inread invented by teads|(?:skip|lewati) (?:ads?|iklan)|iklan (?:akan )?(?:berakhir"
        r"|selesai)(?: dalam \d+ detik)?",
        "Iklan berakhir",
        "Iklan berakhir pekan lalu.",
    ),
    Row(
        r"(?:artikel|berita|konten) (?:ber)?lanjut(?:kan)? (?:di bawah|setelah) iklan(?: di bawah)?(?: ini)?\W*"
        r"|lanjut(?:kan)? dengan (?:konten|berita|artikel)\W*",
        "Artikel berlanjut di bawah iklan",
        "Berita lanjut setelah iklan itu habis.",
    ),
    Row(
        r"lanjut(?:kan)? (?:mem)?baca(?: (?:artikel|berita))?(?: (?:ini|di bawah|berikut)){0,2}\W*",
        "Lanjutkan membaca di bawah ini",
        "Lanjutkan membaca doa itu.",
    ),
    Row(
        r"continue reading(?: (?:below|the main story))?\W*|memuat\W+",
        "Continue reading below",
        "Memuat barang itu sulit.",
    ),
)
SHARE_BARS = (
    Row(
        r"(?:jangan lupa (?:untuk )?)?(?:bagikan|sebarkan|share)(?: (?:artikel|berita|konten|tulisan|this))?"
        r"(?: (?:ini|article|story|news|post))?"
        rf"(?: (?:ke|via|di|to|on|lewat|melalui))?(?: {WAY})?(?: ya)?\W*",
        "Bagikan Artikel Ini via WhatsApp",
        "Bagikan berita ini kepada tetangga.",
    ),
    Row(
        r"(?:yuk,? |jangan lupa )?(?:bagikan|share) (?:artikel|konten) ini (?:ke|kepada|dengan) [^.,!?]{3,40},?"
        r" (?:ya|yuk)\W*|(?:yuk,? |jangan lupa )(?:(?:bagikan|share) (?:artikel|konten) ini (?:ke|kepada|dengan)"
        r" [^.,!?“”\"]{3,40}|(?:like|komen|comment|share|follow)(?:(?:, (?:dan )?| dan | & )(?:like|komen|comment"
        r"|share|follow))*(?: ya)?)\W*",
        "Bagikan artikel ini ke temanmu, ya!",
        "Bagikan artikel ini ke warga.",
    ),
    Row(
        rf"(?:(?:share|bagikan)(?: ke| di| via)?\s*:\s*)?{WAY}(?:[\s|,/·•]+{WAY})+\W*"
        rf"|(?:share|bagikan)(?: ke| di| via)?\s*:(?:\s*{WAY}){{2,}}\W*",
        "Facebook Twitter WhatsApp",
        "Facebook membeli WhatsApp.",
    ),
    Row(
        r"salin (?:tautan|link)|(?:tautan|link) (?:telah |berhasil )*disalin\W*",
        "Tautan berhasil disalin!",
        "Salin link itu ke peramban.",
    ),
    Row(
        r"(?:gif )?(?:via|source:) (?:giphy|tenor)|total share|share(?: on \w+)?\s*:?|copy link|link"
        r" successfully copied",
        "Share on Facebook",
        "Share on the farm fell.",
    ),
    Row(
        r"(?:cetak|simpan|print|ukuran font|(?:text size\s*:?\s*)?a(?:\+ ?a-|- ?a\+)|a a a"
        r"|(?:small )?medium large(?: larger)?|dengarkan artikel)\W*",
        "A+ A-",
        "Cetak biru desa.",
    ),
    Row(
        rf"(?:click to share on|klik untuk (?:mem|ber)bagi(?:kan)?(?: (?:di|ke|pada))?) {WAY}\s*"
        r"\((?:opens in new window|membuka di jendela yang baru)\)"
        r"|(?:like this\s*:\s*)?like loading\W*|like this\s*:|print friendly, pdf & email|menyukai ini\s*:"
        r"|suka memuat\W*",
        "Click to share on Facebook (Opens in new window)",
        "Click to share on Facebook, she said.",
    ),
    Row(
        r"(?:find|follow|connect with|like|join|ikuti|temukan) (?:us|kami)(?: (?:on|at|di)"
        r"(?: (?:(?:social media|our socials|media sosial|medsos|sosmed)"
        rf"|{NETWORK}|x)(?:[ ,&]+(?:and |dan )?(?:{NETWORK}|x))*)?)?\W*|follow",
        "Follow Us On Social Media :",
        "Temukan kami di media sosial itu, kata Ratna.",
    ),
    Row(r"subscribe(?: now| sekarang)?\W*", "Subscribe now", "Subscribe adalah kata Inggris."),
)
PLAYERS = (
    Row(r"0?0:00 ?/ ?\d{1,2}:\d\d|a- ?a\+", "0:00 / 3:24", "10:00 / 12:00"),
    Row(r"loaded\s*:\s*[\d.]+%|(?:remaining|current) time\W*\d{1,2}:\d\d", "Remaining Time -11:21", "Loaded: 20 truk"),
    Row(
        r"loading\W*|mohon tunggu\W*|live now|close player|pause|unmute", "Loading...", "Loading the truck took hours."
    ),
    Row(
        r"ukuran (?:te(?:ks|xt)|huruf|font)\s*:?(?:[aA+\-\s]|kecil|sedang|normal|besar)*|dengarkan (?:artikel"
        r"|berita)(?: ini)?\s*:?",
        "Ukuran huruf: A A+",
        "Dengarkan berita itu di radio.",
    ),
    Row(r"listen to (?:this )?(?:article|story)", "Listen to this article", "Listen to this, she said."),
    Row(
        r"(?:foto|gambar|photo|image|slide) \d{1,3} (?:dari|of) \d{1,3}|zoom in|zoom out",
        "Foto 2 dari 10",
        "Foto 2 dari 10 itu hilang.",
    ),
    Row(
        r"menuju konten utama|(?:perbesar|perkecil)(?: (?:teks|huruf|font|gambar))?|klik gambar untuk (?:mem)?perbesar"
        r"|(?:putar|mainkan|play) (?:video|audio)"
        r"|(?:lanjut(?:kan)?|langsung|lompat|skip) (?:ke|to) (?:konten|isi|(?:main )?content)(?: utama)?",
        "Perbesar teks",
        "Putar video itu, kata guru.",
    ),
    Row(
        r"lihat postingan ini di instagram\W*|view this post on instagram\W*"
        r"|(?:sebuah )?(?:kiriman|foto|video)(?: yang)? di(?:bagikan|kirim|posting) oleh .{3,60}\(@[\w.]+\).{0,60}"
        r"|an? (?:post|photo|video|reel) (?:shared|posted) by .{3,100}",
        "A post shared by Darmo (@darmo)",
        "Lihat postingan ini, kata Ratna.",
    ),
    Row(
        r"[—–-]+\s*.{2,60}\(@\w{2,30}\)\s+(?:\w+ \d{1,2},|\d{1,2} \w+) \d{4}",
        "— Darmo (@darmo) July 24, 2026",
        "Darmo (@darmo) menulis July 24, 2026",
    ),
    Row(r"powered by(?: (?-i:[A-Z0-9@(])[^,]{1,40}|\W*)", "Powered by Froala Editor", "Powered by wind, it turned."),
    Row(
        r"(?:add (?:.{2,30} )?as a )?(?:google )?preferred sources?(?: on google)?",
        "Add as a preferred source on Google",
        "Add water as you prefer.",
    ),
)
MARK = either(MARKS)
LABELS = (*ADVERTISEMENTS, *SHARE_BARS, *PAGERS, *FORMS, *BOX_HEADINGS, *PLAYERS)
# Words of buttons and boxes, which may also be a sub-heading.
BUTTON = re.compile(
    r"(?:komentar|comments?|dengarkan|terkini|terkait|trending|sponsor|topik|editor|newsletter|google news|ikuti)\W*",
    re.I,
)
LINKED_TAGS = re.compile(r"(?:# ?\w[^#.!?]{0,40})+")
