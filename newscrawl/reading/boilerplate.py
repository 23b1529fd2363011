"""What is never part of an article: related links, ads, calls, labels, captions.

Works on paragraphs, knows no HTML but which characters of a paragraph are links. A pattern removes a
whole paragraph or a bracket; a sentence that only contains such words stays.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable

from newscrawl.reading.paragraphs import LETTER, Paragraph

# "Baca juga:", "BACA JUGA :", "Lihat juga:", "Simak pula:", "Baca selengkapnya:", "Pilihan Editor:"
RELATED = (
    r"(?:baca|lihat|simak|tonton|saksikan|cek|klik|intip)\s+(?:ini\s+)?"
    r"(?:juga|pula|selengkapnya|lainnya|(?:artikel|berita|info)(?:\s+(?:lain(?:nya)?|terkait|selengkapnya))?"
    r"|(?:juga|pula)\s+(?:artikel|berita|video)(?:\s+(?:lain(?:nya)?|terkait|ini))?)"
    r"|(?:berita|artikel|video)\s+(?:terkait|lain(?:nya)?|rekomendasi|menarik|pilihan|(?:ter)?populer|terhangat)"
    r"(?:\s+lainnya)?"
    r"|pilihan\s+(?:editor|redaksi)|topik\s+terkait"
    r"|related(?:\s+(?:news|stories|articles?))?|(?:read\s+also|also\s+read|see\s+also)|read\s+more"
    r"|editor[’']?s[’']?\s+(?:choice|pick)s?|[wm]?aca\s+uga|baca\s+og[eé]|deleng\s+uga"
    r"|tingali\s+og[eé]"  # Javanese, Sundanese
)
RELATED_LABEL = re.compile(rf"[\W_]*(?:{RELATED})\s*[:：]\s*", re.I)
# Labels that may begin a true sentence: pointers only when the rest is a link. "Baca Juga <a>", "Baca: <a>"
RELATED_IF_LINKED = re.compile(
    r"[\W_]*(?:(?:baca|lihat|simak|tonton)\s+(?:juga|pula)\s+|(?:baca|lihat|selengkapnya|read)\s*[:：]\s*)", re.I
)
# "Klik untuk baca: <a>Harga Nikel Naik</a>"; an address behind "Info lebih lanjut:" is the article's
LABEL_OF_LINK = re.compile(
    r"[\W_]*(?:baca|lihat|simak|tonton|saksikan|klik|berita|artikel|foto|video|info)(?:\s+[\w-]+){1,4}\s*[:：]\s*", re.I
)
# "• <a>Harga Nikel Naik</a>", a paragraph of its own
BULLET = re.compile(r"(?:[•●▪►▶»]|>+)\s*")
# "Tag: <a>Kopi</a>, <a>Boyolali</a>", "Semua artikel tentang: <a>Kopi</a>"
TAG_LABEL = re.compile(
    r"\W*(?:tags?(?:\s+(?:terkait|artikel|berita))?|topik(?:\s+(?:terkait|artikel))?|kata\s+kunci|keywords?"
    r"|(?:semua\s+)?(?:artikel|berita)\s+tentang)\s*:\s*",
    re.I,
)
# "Pasal 5 ayat (2)", "Tabel 3": what an article itself may point to
REFERENCE = re.compile(
    r"(?:(?:pasal|ayat|huruf|butir|tabel|lampiran|bab|bagian|halaman|gambar|grafik|peta|catatan(?: kaki)?|surah?t?"
    r"|article|chapter|section|table|page|figure|appendix)\b[\s.]*\(?(?:[\divx]+|[a-z])\b\)?(?:[\s,;]|dan\b"
    r"|and\b)*)+[.)]*",
    re.I,
)
# "... di Jakarta. (Baca juga: Judul Lain (2)) Lalu ..."; "(baca: pemerintah)" is the writer's own gloss
RELATED_BRACKET = re.compile(
    r"[(\[]\s*(?:(?:baca|lihat|simak|tonton)(?P<sure>\s+(?:juga|pula|selengkapnya))?"
    r"|(?P<english>read\s+(?:also|more)|also\s+read|see\s+also))\s*:"
    r"[^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)*[)\]]",
    re.I,
)
# "... pungkasnya. Baca juga: <a>Judul</a>"
RELATED_INLINE = re.compile(
    r"(?:(?<=^)|(?<=[.!?…”\"’)\]]\s)|(?<=[.!?…”\"’)\]]))[*•>»\s]*"
    r"(?:(?:baca|lihat|simak|tonton)(?P<more>\s+(?:juga|pula|selengkapnya))?"
    r"|(?P<english>read\s+(?:also|more)|also\s+read|see\s+also))\s*(?:(?P<colon>[:：])\s*|(?=\S))",
    re.I,
)
# "Jangan lewatkan: <a>", "Video: <a>": whatever stands before a linked headline
POINTER_LABEL = re.compile(r"[\W_]*[^:：.\d]{3,25}[:：]\s*")
# A headline has no sentence end inside: "Harga Nikel Naik" against "Itu pesannya. Lalu ia pergi."
SENTENCE_BREAK = re.compile(r"[.!?][”\"’)]?\s+[A-Z“\"‘]|[.][”\"’)]?$")
# Behind a label it may ask and answer: "Mengapa Harga Garam Naik? Ini Jawabnya"
FULL_STOP = re.compile(r"[.][”\"’)]?(?:\s+[A-Z“\"‘]|$)")
POINTER_WORD = re.compile(r"baca|lihat|simak|tonton|read|see\b|\[gambas", re.I)
# Where a pointer ends, nothing follows, or a new sentence does.
# Without a colon only a link at the very end is a pointer: "Lihat juga <a>tabel</a> 3 di bawah." is a sentence.
POINTER_IS_LAST = re.compile(r"[\s.”\"’)\]]*$")
AFTER_POINTER = re.compile(r"[\s.”\"’)\]]*(?:$|(?=[A-Z0-9“\"‘(]))")
# A place that a "follow us" line names; a true sentence may too, but does not end with it.
PLACE = r"(?:google news|whatsapp|telegram|instagram|facebook|twitter|tiktok|youtube|line today|okezone(?:\.com)?)"
CAPITAL = r"(?-i:[A-Z0-9@(])"
# "Reuters", "Dok. Pribadi", "Okezone/Budi Santoso": each word of a credit begins like a name
CREDIT_NAME = (
    rf"{CAPITAL}[\w.@/&'’()-]*(?:[\s,/]+(?:{CAPITAL}[\w.@/&'’()-]*|dan|via|for|istimewa|ist)){{0,6}}"
    r"|ist(?:imewa)?|dok(?:umentasi)?\.? (?:pribadi|\w+)"
)
# Names of houses as they write them where they call readers
HOUSES = (
    r"okezone|detik\w*|kompas|tribun\w*|liputan6|jpnn|(?-i:Tempo)|antara ?news|republika|suara\.com|viva\.co|medcom"
    r"|metro ?tv\w*|berita ?satu|sindo\w*|i-?news|idn ?times|tirto|merdeka\.com|kumparan|jawa ?pos|pikiran.rakyat"
    r"|media indonesia|cnn|cnbc|\w+news"
)
# "ANTARA 2026", "Okezone.com, All Rights Reserved"
RIGHTS = r"(?:[\s,.]*(?-i:[^\sa-z]\S*|[aA]ll|[rR]ights?|[rR]eserved|by|the|of|dan|and|\S+\.(?:com|co|id)\S*)){0,14}\W*"
# What is nobody's text, not even as an item of a list.
MARKS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:advertisement\W+)?scroll to (?:continue|resume)(?: with)? content[\W_]*",
        r"(?:\s*\[gambas:[^\]]*\]\s*)+",
        r"[-_=*•·.\s|>»<]+",
    )
)
NETWORK = (
    r"(?:facebook|twitter|x|whats ?app|telegram|line|linkedin|e-?mail|pinterest|instagram|tik ?tok|youtube|threads"
    r"|messenger|reddit|salin(?: tautan| link)?|copy(?: link)?|bagikan|share|print|cetak)"
)
A_NETWORK = re.compile(NETWORK, re.I)  # a line of a share bar
# Whole paragraphs that are never an article's, each with an example behind it.
JUNK_PARAGRAPHS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"[\W_]*(?:advertisement|advertorial|iklan|scroll to (?:continue|resume)(?: with)? content)[\W_]*",  # detik
        r"scroll (?:ke bawah )?untuk (?:melanjutkan|membaca|lanjut)(?: membaca)?(?: (?:berita|artikel))?\W*",  # tempo
        r"cari berita lain di ?sini|telusuri berita [\w ]{1,30} lainnya",  # okezone
        # "Bagikan ke:", "Share this article", "Bagikan via WhatsApp"
        rf"(?:bagikan|sebarkan|share)(?: (?:artikel|berita|konten|tulisan|this))?(?: (?:ini|article|story|news|post))?"
        rf"(?: (?:ke|via|di|to|on|lewat|melalui))?(?: {NETWORK})?\W*",
        r"halaman\s*:?(?:\s*\d+)*|lihat semua|selanjutnya\W*|sebelumnya|next|prev(?:ious)?",
        r"(?:halaman )?(?:selanjutnya|berikutnya)(?: arrow_\w+)?\W*",
        # "Simak selengkapnya di halaman selanjutnya >>>", "Berlanjut ke halaman berikutnya. Langsung klik"
        r"\W*(?:(?:simak|baca|klik|lihat|buka|cek|(?:ber)?lanjut(?:kan)?|bersambung|selengkapnya|langsung|membaca|untuk"
        r"|di|ke|pada|sini|artikel|berita) ){1,6}halaman (?:selanjutnya|berikut(?:nya)?)(?: ini)?"
        r"(?:\W+langsung klik)?\W*",
        r"topik artikel\s*:?|tags?\s*:?|topik terkait\s*:?|label\s*:?",
        r"total share|share(?: on \w+)?\s*:?|copy link|link successfully copied|a a a",
        r"konten di bawah ini disajikan oleh advertiser\b(?:\..{0,160})?",
        r"bergabung(?:lah)? dan dapatkan\b[^,]{0,120}"
        r"\b(?:kejutan|hadiah|voucher|poin|promo|berita)\b[^,]{0,80}|nantikan kejutan menarik lainnya\W*",
        r"(?:baca|lihat|simak)(?: juga)? (?:berita|artikel) (?:lainnya|selengkapnya|terkait)(?: okezone)?"
        r" (?:di sini|disini)\W*",
        r"lihat postingan ini di instagram\W*|view this post on instagram\W*|sebuah kiriman dibagikan oleh .{3,80}"
        r"|a post shared by .{3,80}",
        # jpnn
        r"follow|video terkait\W*|\W*selengkapnya di halaman \d+\W*",
        r"(?:jangan (?:sampai ketinggalan|lewatkan)|kamu sudah menonton|simak!|saksikan!) video"
        r"(?: (?:terbaru|terpopuler|pilihan|redaksi|menarik|hari|berikut|di bawah|ini)){1,5}\W*",
        r"video terpopuler hari ini\W*|\(?tirto\.id - [\w /]{3,40}\)?",
        r"golden scene|loading\W*|live now|load more|close player|pause|unmute|more stories",
        r"\d+ komentar|tulis komentar|berikan komentar anda|login untuk komentar",
        r"berita (?:terkait|lainnya|rekomendasi|terpopuler)|video rekomendasi|terpopuler|related articles?",
        r"voucher special okezone|s & k|lihat kode|diskon hingga \d+%.{0,120}\|.{0,200}",
        rf"©? ?\d{{4}}(?: ?- ?\d{{4}})? okezone\.com.{{0,40}}|copyright ©{RIGHTS}|©\s*\d{{4}}{RIGHTS}",
        r"(?:simak|lihat|tonton|saksikan)(?: juga| pula)? (?:video|tayangan|foto)(?: [\w-]+){0,4}\s*:?\s*"
        r"(?:[“\"”'][^“”\"]{0,160}[“\"”']|\b(?:berikut|di bawah)(?: ini)?)\W*(?:\[gambas:[^\]]*\])?",
        # detik: "Simak juga 'Judul':", "Lihat Video: Judul", "Saksikan Live DetikPagi:"
        r"(?:simak|lihat|tonton|saksikan)(?: (?:juga|pula|video|tayangan)){1,2}\s*:?\s*[“\"”'‘].{3,160}[”\"'’]"
        r"(?: (?:di sini|berikut(?: ini)?|di bawah(?: ini)?))?\W*",
        rf"(?:simak|lihat|tonton|saksikan)(?: juga| pula)? video\s*:\s*{CAPITAL}[^.]{{2,160}}",
        r"(?:simak|tonton|saksikan)(?: juga)? live (?:streaming )?[\w -]{3,30}\s*:",
        r"(?:simak|saksikan) (?:pula |juga )?(?:video|tayangan) (?:pilihan|menarik)(?: lainnya)?"
        r"(?: (?:berikut|ini|di bawah)){0,3}\W*",
        rf"(?:disclaimer\s*:\s*)?(?:sebagian )?(?:isi )?(?:artikel|berita|tulisan)(?: (?:ini|asli(?:nya)?))*"
        r"(?: (?:telah|sudah|pernah|pertama(?: kali)?))*"
        r" (?:tayang|terbit|dimuat|naik|dipublikasikan|diterbitkan|ditayangkan) (?:(?:sebelumnya|ulang|kembali) )?"
        r"(?:di|pada|dari|oleh)"
        r" (?:\S+\.(?:com|co|id|net)\b.{0,200}|(?-i:The Conversation|Deutsche Welle|VOA|BBC)\b[^,]{0,120}"
        rf"|{CAPITAL}[^,]{{0,60}} (?:dengan judul|berjudul) .{{0,160}}|(?:{HOUSES})\b[^,]{{0,60}})",
        r"ikuti berbagai berita menarik .{3,60} di program .{3,160}",  # detik, before 2015
        r"halaman (?:selanjutnya|berikutnya)\s*[:：»].{3,200}",  # viva: how the next page begins
        r"klik (?:di sini )?untuk (?:membaca|melihat) (?:artikel|berita)\b[^.,]{0,60}",
        rf"{NETWORK}(?:[\s|,/·•]+{NETWORK})+\W*",  # "Facebook Twitter WhatsApp Telegram"
        r"salin (?:tautan|link)|(?:tautan|link) (?:telah |berhasil )*disalin\W*",
        # "Iklan - Scroll untuk melanjutkan", "Advertisement. Scroll to continue reading.", "Gulir ke bawah untuk ..."
        r"(?:(?:advertisement|iklan)\W+)?(?:scroll|gulir|geser|usap|swipe)(?:kan)?(?: layar)?(?: ke (?:bawah|atas))?"
        r" (?:to|untuk) (?:continue|resume|melanjutkan|(?:mem)?baca|lanjut)(?: (?:reading|(?:mem)?baca))?"
        r"(?: (?:with )?(?:content|berita|artikel|konten))?\W*",
        # "Kirim komentar", "Komentar (12)", "Video Selengkapnya:", "Follow Us"
        r"(?:kirim|tulis|beri(?:kan)?|tinggalkan|tambah(?:kan)?|muat|tampilkan|lihat)(?: semua)? komentar(?: anda)?\W*"
        r"|(?:komentar|comments?)\s*\(\d+\)|\d+ comments?",
        r"video selengkapnya\W*|follow us(?: on)?\W*",
        r"(?:sak\w{1,4}kan|simak|tonton|lihat)(?: juga)? video(?:nya)?(?: (?:pilihan|menarik|lengkap(?:nya)?|terkait"
        r"|selengkapnya|lainnya|di|bawah|berikut|ini|sini|dalam|pada))*\W*",
        r"jadikan .{2,30} (?:sebagai )?sumber (?:pilihan|utama|berita)\b.{0,60}\bgoogle\b.{0,20}",
        r"(?:(?:(?:ber)?langganan|daftar|ikuti)(?: ke)?"
        r"|subscribe to(?: our)?) newsletter\b[^.,]{0,60}(?:\.com)?[^.,]{0,30}",
        r"apakah (?:artikel|berita|informasi|konten|halaman) ini (?:bermanfaat|membantu|berguna|menarik)\b.{0,20}\?",
        rf"powered by {CAPITAL}[^,]{{1,40}}",
        # "Sponsored Content", "Iklan berakhir", "Artikel berlanjut di bawah iklan", "Lanjutkan membaca di bawah ini"
        r"sponsored(?: content| by .{2,40})?|promoted(?: content)?|konten bersponsor|skip ads?|iklan (?:berakhir"
        r"|selesai)"
        r"|(?:artikel|berita|konten) (?:ber)?lanjut(?:kan)? (?:di bawah|setelah) iklan(?: ini)?\W*"
        r"|lanjut(?:kan)? (?:mem)?baca(?: (?:artikel|berita))?(?: (?:ini|di bawah|berikut)){0,2}\W*"
        r"|continue reading(?: (?:below|the main story))?\W*|memuat\W+|next page\W*",
        r"ukuran (?:teks|huruf|font)\s*:?[aA+\-\s]*|dengarkan (?:artikel|berita)(?: ini)?"
        r"|listen to (?:this )?(?:article|story)"
        r"|(?:foto|gambar|photo|image|slide) \d{1,3} (?:dari|of) \d{1,3}|zoom in|zoom out",
        r"kembali ke atas|back to top|show more|lihat lebih banyak|most popular|trending (?:now|topics?)",
        r"watch(?: the)? (?:full )?video(?: (?:below|here))?\W*",
        r"\W*(?:yuk,? |ayo,? )?(?:baca|simak|intip) juga(?: (?:artikel|berita|info)(?: (?:lain(?:nya)?|menarik"
        r"|terkait|ini))*)?\W*",
        # "This article was first published on The Conversation"
        r"(?:this|the) (?:article|story) (?:was )?(?:first |originally )+(?:published|appeared|posted) (?:in|on|by"
        r"|at) .{2,120}",
        # "Berita ini merupakan kerja sama Suara.com dengan Deutsche Welle"
        rf"(?:artikel|berita|konten|tulisan)(?: ini)? (?:merupakan |adalah )?(?:hasil )?kerja ?sama (?:antara )?"
        rf"(?:{HOUSES}|[\w-]+\.(?:com|co|id|net))\b.{{0,120}}",
        r"dapatkan (?:berita|artikel|newsletter|update)\b[^.,]{0,80} (?:e-?mail|surel|inbox|kotak masuk)"
        r"(?: (?:anda|kamu|kalian)|mu)?\W*",
        r"subscribe(?: now| sekarang)?\W*",
        r"\[\w+:[^\]]*\]\([\d /]*\)",  # a shortcode that was not replaced: "[bacajuga:Baca Juga](3055032 4264217)"
        # "Artikel ini diolah dari Kompas.com yang berjudul ..."
        r"(?:sebagian )?(?:isi )?(?:artikel|berita|tulisan)(?: ini)? (?:diolah|disadur|dikutip|dirangkum|diambil"
        r"|disarikan|bersumber|dilansir|diterjemahkan|ditulis ulang) dari (?:artikel )?\S+\.(?:com|co|id|net|tv)\b"
        r".{0,200}",
        r"[(\[]?(?:dari |dirangkum dari )?(?:berbagai|beragam|pelbagai) sumber[)\]]?\W*",
        r"[—–-]+\s*.{2,60}\(@\w{2,30}\)\s+\w+ \d{1,2}, \d{4}",  # whose tweet it is
        # jpnn: "Jangan Lewatkan Video Terbaru:", "Video Terpopuler Hari ini:"
        r"(?=.*\bvideo\b)(?:(?:video|tayangan|terbaru|terpopuler|terkini|viral|pilihan|menarik|redaksi|hari|ini|di"
        r"|bawah"
        r"|berikut(?:nya)?|juga|pula|lainnya|lihat|simak|tonton|nonton|menonton|saksikan|jangan|lewatkan|sampai"
        r"|ketinggalan"
        r"|kamu|anda|sudah|yuk|untuk)[\s,!?:]*){2,}",
        r"(?:bagikan|cetak|print|ukuran font|a\+ ?a-|dengarkan artikel|tampilkan semua)\W*",
        r"(?:halaman|hal\.?|page)\s*\d{1,3}\s*(?:/|dari|of)\s*\d{1,3}",
        rf"(?:unduh|download|install?|pasang|gunakan) aplikasi (?:berita\b|[^,]{{0,30}}\b(?:{HOUSES}))[^,]{{0,60}}",
        r"add as a preferred source on google",
        r"(?:cek|baca) berita (?:dan|&) artikel (?:ya?n?g )?lain(?:nya)? di google news"
        rf"(?:\W+(?:dan\W+)?{PLACE}(?: channel)?)*\W*",
        # kompas
        r"(?:selalu update info terkini\. )?(?:simak|dapatkan update) (?:breaking news dan berita pilihan"
        r"|berita pilihan dan breaking news) .{3,330}",
        r"(?:dalam segala situasi, )?kompas\.com berkomitmen memberikan fakta jernih .{3,300}",
        r"(?:baca|simak|update|ikuti) berita (?:[\w.]+ )?lain(?:nya)? (?:di|dari) [^,]{0,40}google news\W*",  # tribun
        r"(?:simak|baca)(?: juga)? (?:berita|artikel) (?:lainnya|lain|menarik|selengkapnya)(?: lainnya)?"
        r" (?:terkait|soal|tentang|seputar|mengenai) [^.,]{3,80}",
        rf"(?:update|dapatkan|baca|simak|cek) (?:info\w*|berita|artikel|update)\b[^.,]{{3,80}} di google news"
        rf"(?: {CAPITAL}[\w.]+){{0,3}}\W*",
        r"(?:simak|lihat|tonton|saksikan)(?: juga| pula)?(?: video(?:nya)?| foto(?:nya)?| tayangan(?:nya)?)\s*:?\W*",
        r"\W*(?:benar\W+)?fakta atau hoa(?:ks|x)\? untuk mengetahui .{10,200}(?:whatsapp|liputan6).{0,160}",  # liputan6
        r"\d{1,2} dari \d{1,2} halaman|lanjutkan membaca\W*|perbesar|klik gambar untuk perbesar",
        rf"dapatkan\b.{{0,80}}\bgratis\b.{{0,120}}\baplikasi\b.{{0,60}}(?:{HOUSES}).{{0,120}}",
        r"baca berita tanpa iklan\. gabung kompas\.com\+.{0,40}",
        r"segera lengkapi data dirimu.{0,120}|periksa kembali dan lengkapi data dirimu\W*",
        rf"(?:dok|foto|photo|ilustrasi|sumber foto)\s*[:/]\s*(?:foto\s*:\s*)?(?:{CREDIT_NAME})\.?",
        rf"\((?:foto|photo|dok|ilustrasi)\b\s*(?:[:/.]|(?={CAPITAL}))(?!\d).{{2,80}}\)",
    )
)
# All in one: most paragraphs fit none
JUNK_PARAGRAPH = re.compile("|".join(f"(?:{pattern.pattern})" for pattern in JUNK_PARAGRAPHS), re.I)
# Words of buttons and boxes, which may also be a sub-heading.
BUTTON = re.compile(r"(?:komentar|comments?|dengarkan|terkini|trending|sponsor)\W*", re.I)
LINKED_TAGS = re.compile(r"(?:#\w+[\s,]*)+")
# Calls that a true sentence may make too, for a ministry's account: junk if they name a house or lead to news.
CALLS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"follow (?:berita|whatsapp channel|akun|kami)\b[^,]{{0,80}}{PLACE}(?: untuk .{{0,60}})?\W*",
        # "Follow Instagram Okezone @okezonecom", "Gabung Grup Telegram Tribunnews"
        rf"(?:jangan lupa |yuk,? |ayo,? )?(?:follow|ikuti|kunjungi|(?:ber)?gabung(?:lah)?|join|subscribe|like)"
        rf"(?: (?:juga|terus|ke|di|dengan|akun|kanal|channel|saluran|grup|group|halaman|fanpage|page|media|sosial"
        rf"|medsos"
        rf"|resmi|{PLACE}))+ (?:kami|(?:{HOUSES})\S*|\S+\.(?:com|co|id)\b\S*)"
        rf"(?: (?:resmi|sekarang|juga|(?:{HOUSES})\S*|@\w+|untuk [^,.]{{3,60}}))*\W*",
        rf"dapatkan (?:update |info\w* )?(?:berita|artikel)\b[^.,]{{0,80}} (?:dari|di) (?:{HOUSES})\S*"
        rf"(?:\W+klik (?:di )?sini)?\W*",
        rf"follow whatsapp channel\b[^,]{{0,100}}|ikuti (?:berita|kami|saluran|whatsapp channel|akun|update)\b"
        rf"[^,]{{0,120}}(?:{PLACE}|di sini)(?: channel)?(?:,? klik (?:di )?sini| untuk .{{0,60}}"
        rf"|(?: [\w.]+)? ?: ?(?:https?://\S+)?)?\W*"
        r"|(?:ikuti|follow|temukan) kami (?:juga )?di\W*",
        rf"dapatkan (?:berita up to date|update berita)\b.{{0,200}}(?:{PLACE}|kejutan menarik lainnya|setiap hari)\W*",
        rf"simak berita (?:terbaru|terkini|lainnya)\b[^,]{{0,60}}{PLACE}\W*",
        r"silakan baca (?:konten|berita|artikel)(?: menarik)? lainnya (?:dari|di) .{3,60}",
        # metrotvnews: "Dapatkan berita terbaru lainnya di saluran WhatsApp Metrotvnews.com"
        r"(?:simak|ikuti|dapatkan|cek|baca|temukan)(?: terus| juga)? (?:berita|artikel|informasi|update)\b[^,]{0,40}"
        r" (?:lain(?:nya)?|terbaru|terkini|terhangat|terupdate|pilihan|menarik|terpopuler)\b[^,]{0,80}"
        rf"\b(?:di|dari|via|lewat|melalui)(?: (?:saluran|kanal|channel|aplikasi))? {PLACE}(?: channel)?"
        r"(?: [A-Z]\S+| kami)?\W*",
        rf"(?:ayo |yuk |mari )?(?:ber)?gabung(?:lah)? (?:di|dengan)\b[^,]{{0,60}}"
        rf"{PLACE}[^,]{{0,30}}",
        # liputan6: "Baca berita terkini dan terpercaya di Berita Liputan6"
        r"(?:baca|simak|ikuti|dapatkan|cek|temukan|nikmati)(?: terus| juga)?"
        r" (?:berita|artikel|informasi|info|update|kabar)\b[^.,]{0,80} (?:hanya )?(?:di|dari|lewat|melalui)"
        r"(?: (?:berita|kanal|situs|laman|aplikasi|portal|website))?"
        rf" (?:www\.)?(?:{HOUSES})\b[^,.]{{0,40}}(?:\.(?:com|co\.id|id))?\W*",
        rf"(?:jangan lupa )?(?:ikuti|follow|kunjungi)(?: juga)? (?:akun|kanal|channel)\b[^,]{{0,30}} {PLACE}"
        r"(?: resmi)?(?: kami| @\w+)\W*",
    )
)
CALLS_US = re.compile(
    rf"\b(?:kami|redaksi|{HOUSES})\b|google news|(?:saluran|kanal|channel) whatsapp|whatsapp channel|kejutan menarik"
    r"|(?<![\w.])[\w-]+\.(?:com?|net|tv|co\.id|id)\b",
    re.I,
)
CALLS_TO_NEWS = re.compile(r"\b(?:berita|artikel|news)\b", re.I)
# Calls that are a step of a manual if nothing in them is a link.
LINKED_CALLS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\W*(?:(?:baca|lihat|simak|klik) )?(?:selengkapnya|selanjutnya|read more|see more)\W*",  # liputan6's digests
        r"saksikan (?:live streaming|siaran langsung)\b[^,]{0,80} (?:di sini|disini|berikut ini)\W*",  # beritasatu
        r"yuk, (?:baca artikel|simak juga)[^,]{0,160}|klik (?:di sini )?untuk (?:membaca|melihat)[^.,]{0,60}",
    )
)
# An address, and that of a film or post which the page should have shown in its place.
AN_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
POST_ADDRESS = re.compile(
    r"https?://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?|shorts/|embed/|live/)|youtu\.be/|instagram\.com/(?:p|reel|tv)/"
    r"|(?:twitter|x)\.com/\w+/status/|tiktok\.com/@[\w.]+/video/|(?:vt|vm)\.tiktok\.com/|fb\.watch/"
    r"|facebook\.com/(?:[\w.]+/(?:posts|videos|photos)/|watch|reel/|permalink|story|share/)|t\.me/\w+/\d+"
    r"|threads\.(?:net|com)/@[\w.]+/post/|open\.spotify\.com/\w+/|soundcloud\.com/[\w-]+/[\w-]+"
    r"|bsky\.app/profile/[\w.]+/post/)\S*",
    re.I,
)
# Where it was published first: "Artikel ini telah tayang di TribunSolo.com dengan judul ..."
FIRST_SEEN = re.compile(
    r"[(\[]?(?:sebagian )?(?:isi )?(?:artikel|berita|tulisan)(?: (?:ini|asli(?:nya)?))*"
    r"(?: (?:telah|sudah|pernah|pertama(?: kali)?))*"
    r" (?:tayang|terbit|dimuat|naik|dipublikasikan|diterbitkan|ditayangkan|diolah|disadur|dikutip|diambil|dilansir"
    r"|diterjemahkan) (?:(?:sebelumnya|ulang|kembali) )?"
    rf"(?:di|pada|dari|oleh) (?P<source>[\w-]+(?:\.(?:com|co\.id|co|id|net|tv))+|(?:{HOUSES})[\w-]*"
    r"|(?-i:The Conversation|Deutsche Welle|VOA Indonesia|BBC (?:News )?Indonesia))",
    re.I,
)
# "Dikutip dari Kompas.com", "Sumber: Bola.net", a line of its own
SOURCE_LINE = re.compile(
    r"(?:dikutip|dilansir|disadur|diolah|dirangkum|sumber)(?: dari)?(?: (?:laman|situs))?\s*:?\s*"
    r"(?P<source>(?-i:[A-Z])[\w-]+\.(?:com|co\.id|co|id|net|tv))\W*",
    re.I,
)
# An offer in place of the rest: "Berlangganan Tempo+ untuk membaca selengkapnya", "Sudah berlangganan? Masuk"
PAYWALL_LINE = re.compile(
    r"(?:silakan |ayo |yuk,? )?(?:ber)?langganan\b[^,]{0,60} untuk (?:membaca|melanjutkan|mengakses)\b[^,]{0,60}"
    r"|(?:lanjut(?:kan)? (?:mem)?baca|baca (?:berita|artikel"
    r"|selengkapnya))\b[^,]{0,40} dengan (?:ber)?langganan\b[^,]{0,40}"
    r"|(?:artikel|konten|berita|tulisan)(?: ini)? (?:hanya|khusus|eksklusif)(?: (?:tersedia|dapat|bisa|diakses"
    r"|dibaca|untuk"
    r"|bagi|oleh))* (?:para )?(?:pelanggan|member|anggota|subscriber)\b[^,]{0,100}"
    r"|(?:sudah|telah|belum) (?:berlangganan|menjadi pelanggan|punya akun|jadi member)\?.{0,60}"
    r"|dapatkan akses\b[^,]{0,60} (?:ber)?langganan\b[^,]{0,40}"
    r"|(?:silakan )?(?:gabung|login|log in|masuk|daftar)\b[^,]{0,40} untuk (?:melanjutkan"
    r"|lanjut)(?: (?:mem)?baca)\b[^,]{0,60}"
    r"|(?:anda|kamu) (?:telah|sudah) (?:mencapai|melewati|habis) batas\b[^,]{0,30}\b(?:artikel|baca\w*"
    r"|gratis)\b[^,]{0,60}"
    r"|(?:silakan )?berlangganan untuk membaca artikel selengkapnya",
    re.I,
)
# "(Artikel ini telah tayang di ...)"
BRACKETED = re.compile(r"[(\[](?:artikel|berita|tulisan|baca|simak|klik)\b[^()\[\]]*[)\]]", re.I)
# A house's own campaign below the text: "** #IngatPesanIbu", "**Ayo berdonasi"
CAMPAIGN = re.compile(
    r"\*{2,}\s*(?:#\w+.{0,80}|(?:ayo|mari|yuk)\b.{0,40}\b(?:donasi|berdonasi|bantu|dukung)\b.{0,160})", re.I
)
LONGEST_JUNK = 400  # characters; a longer paragraph is somebody's text
LONGEST_POINTER = 1000  # characters of a linked headline and its label
LONGEST_ORNAMENT = 100  # characters of bullets, arrows and dashes in front of a label
MOST_POINTERS = 100  # in one paragraph; of more, the last are cut out
EMBED_MARK = re.compile(r"\[gambas:[^\]]*\]", re.I)
# Where pictures are from, as a credit without "Foto:" names it
STOCK = (
    r"antara|reuters|afp|ap|getty images|ist(?:imewa)?|net|internet|dok\b[^()]*|pixabay|pexels|unsplash|freepik"
    r"|shutterstock|youtube|instagram|screenshot[^()]*"
)
# "... (Foto: Antara)", "... /Foto: Istimewa"; "ia membawa foto keluarga" is no credit
CAPTION = re.compile(
    r"[(\[]\s*(?:foto|photo|dok\w*|ilustrasi)\b\s*[:/.][^()\[\]]*[)\]]\s*\.?$"
    r"|^[^.!?]*\.?\s*[(\[]\s*sumber\b\s*[:/.][^()\[\]]*[)\]]\s*\.?$"
    rf"|[(\[]{CAPITAL}[\w.@ '’-]{{1,30}}(?:/{CAPITAL}[\w.@ '’-]{{1,40}})+[)\]]\s*\.?$"
    r"|^(?:(?:source|sumber|credit)\s*:\s*)?(?:https?://)?(?:www\.)?[\w-]+\.(?:com|id|net|org)(?:/\S*)?$"
    r"|^dok\. \S.{1,60}$"
    rf"|^[^.!?\"“]{{3,150}}\.?\s*[(\[](?:{STOCK})(?:\.com)?[)\]]\.?$|^[^.!?\"“]{{3,150}}/(?:{STOCK})\.?$"
    rf"|(?:^|\s){CAPITAL}[\w.]*(?: foto| photo)?/{CAPITAL}[\w.]*(?: {CAPITAL}[\w.]*){{0,4}}$"
    r"|^(?:screenshot|tangkapan layar)\b[^.]{0,60}$"
    rf"|^(?-i:[A-Za-z]+\.com|[A-Z]+)/(?-i:[A-Z][A-Z.'’]+ ){{1,4}}|©\s*\d{{4}}[^.]{{3,60}}(?:\.com\S*|/.{{3,30}})$"
    rf"|\b(?:foto|photo|dok(?:umentasi)?)\s*:\s*(?:{CREDIT_NAME})\.?$"
    r"|(?:^|[/.|])\s*(?:foto|photo|dok(?:umentasi)?)\s*[:/]\s*[^\s.][^.]{1,60}$",
    re.I,
)
# media indonesia's desk and editor: H-2, OL-10, Ant/H-3, Live Science/Z-2
DESK = r"(?:[^()\[\]]{1,50}/\s?)?[A-Z]{1,3}\s?-\s?\d{1,2}"
# fbn, kha.-, vyp/kna
INITIALS = rf"{DESK}|[A-Za-z]{{1,5}}[.\-]*(?:\s?[/\-]\s?[A-Za-z]{{1,5}}[.\-]*)*"
NAME = r"[A-Z][\w'’.\-]*(?:\s+(?:[A-Z][\w'’.\-]*|bin|binti|van|de)){0,4}"
# Tribunnews.com/Budi Santoso, Tribun Jateng/dwl
SITE = r"(?:[A-Za-z][\w-]*\.(?:com|co\.id|id|net|tv)|[Tt][Rr][Ii][Bb][Uu][Nn] ?\w*)"
SITE_SIGN = rf"{SITE}(?:\s*[/,]\s*(?:{SITE}|{NAME}|[a-z]{{2,5}})){{1,6}}"
CODE = r"[A-Za-z]{1,6}(?:[.\-][A-Za-z]{1,4})*\d{0,3}"
SLASHED = rf"(?:\*|{CODE})(?:/{CODE})+"  # mcr10/jpnn, antara/jpnn, */jpnn, T.A063/B/S012
COUNTED = r"[a-z]{1,3}-?\d{1,2}"  # mg1, r-5
SIGNOFF_INNER = rf"(?:{SLASHED}|{INITIALS}(?:/\*+)?|{NAME}(?:\s*[/,]\s*{NAME})?|{SITE_SIGN}|\*+|{COUNTED})"
MORE = rf"(?:\s*[(\[](?:{CODE}|\*+)[)\]])?\s*\.?"  # what may follow a signature: the second of "(KR-BDI)(T013)"
SIGNOFF = re.compile(rf"[(\[]\s*({SIGNOFF_INNER})\s*[)\]]{MORE}")


def is_junk(paragraph: Paragraph) -> bool:
    """True for a paragraph that is never an article's, whatever stands around it.

    >>> is_junk(Paragraph("Bagikan Artikel Ini")), is_junk(Paragraph("Ia bagikan artikel ini kepada kami."))
    (True, False)
    """
    text = paragraph.text
    if len(text) > LONGEST_JUNK:
        return False
    plain = text.strip("*•>» ") or text  # "* Saksikan Video Pilihan Berikut Ini:"
    if BRACKETED.fullmatch(plain):
        plain = plain[1:-1]
    if any(pattern.fullmatch(plain) for pattern in MARKS):
        return True
    if paragraph.item and not paragraph.links:
        return False  # "Iklan", "Ikuti kami di Instagram" may be items of a list of the article
    if JUNK_PARAGRAPH.fullmatch(plain) or SOURCE_LINE.fullmatch(plain):
        return True
    if not paragraph.heading and BUTTON.fullmatch(plain):
        return True
    if paragraph.links and paragraph.linked_from(0) and LINKED_TAGS.fullmatch(plain):
        return True
    if any(pattern.fullmatch(plain) for pattern in CALLS) and (
        CALLS_US.search(plain) or (paragraph.links and CALLS_TO_NEWS.search(plain))
    ):
        return True
    return bool(paragraph.links) and any(pattern.fullmatch(plain) for pattern in LINKED_CALLS)


def is_caption(paragraph: Paragraph, under_picture: bool) -> bool:
    """True for a short line with a credit in or right under a picture.

    >>> is_caption(Paragraph("Latihan sore (Foto: Antara)"), True), is_caption(Paragraph("Ia tiba."), True)
    (True, False)
    """
    near = paragraph.picture or under_picture
    return near and len(paragraph.text) < 300 and bool(CAPTION.search(paragraph.text))


def is_unshown(paragraph: Paragraph, beside: Iterable[Paragraph]) -> bool:
    """True for the address of a film or post that the page was to show; one of a list of addresses is the text's.

    >>> is_unshown(Paragraph("https://youtu.be/x"), []), is_unshown(Paragraph("https://desa.id"), [])
    (True, False)
    """
    return bool(POST_ADDRESS.fullmatch(paragraph.text)) and not any(
        AN_ADDRESS.fullmatch(other.text) or other.text.endswith(":") for other in beside
    )


def is_related(paragraph: Paragraph) -> bool:
    """True for a paragraph that is a pointer to another article.

    >>> is_related(Paragraph("Baca juga: Harga Nikel Naik")), is_related(Paragraph("Saya baca juga buku itu."))
    (True, False)
    """
    text = paragraph.text
    if not LETTER.search(text, 0, LONGEST_ORNAMENT):
        return False
    if label := RELATED_LABEL.match(text):
        return paragraph.linked_from(label.end()) or (not paragraph.links and _is_title(text[label.end() :]))
    if label := TAG_LABEL.match(text):
        return paragraph.linked_from(label.end())
    if label := RELATED_IF_LINKED.match(text):
        return paragraph.linked_from(label.end())
    if label := LABEL_OF_LINK.match(text):
        rest = text[label.end() :]
        return len(rest.split()) > 2 and is_headline(rest) and paragraph.linked_from(label.end())
    if not paragraph.item and (label := BULLET.match(text)):
        return paragraph.linked_from(label.end()) and is_headline(text[label.end() :])
    return False


def is_headline(text: str) -> bool:
    """True for text that could be a headline: short, with no sentence end inside or behind."""
    return 0 < len(text) <= 220 and not text[0].islower() and not SENTENCE_BREAK.search(text)


def _is_title(text: str) -> bool:
    """True for text that could be another article's headline where no link tells."""
    words = text.split()
    capital = len(words) > 3 and sum(not w[0].islower() for w in words) > len(words) * 0.6
    asks = capital and len(text) <= 220 and not FULL_STOP.search(text)
    return (is_headline(text) or asks) and not REFERENCE.fullmatch(text)


def cut_related(paragraph: Paragraph) -> Paragraph:
    """The paragraph without pointers in brackets and without a label that is followed by its link.

    >>> cut_related(Paragraph("Ia pergi. (Baca juga: Harga (2) Naik) Lalu pulang.")).text
    'Ia pergi. Lalu pulang.'
    >>> cut_related(Paragraph("Negara (baca: pemerintah) harus hadir.")).text
    'Negara (baca: pemerintah) harus hadir.'
    """
    if not POINTER_WORD.search(paragraph.text):
        return paragraph
    for match in _last(RELATED_BRACKET, paragraph):
        linked = any(match.start() < a < match.end() for a, _ in paragraph.links)
        title = match[0].split(":", 1)[1].strip(" )]")
        words = title.split()
        titled = len(words) >= 4 and sum(w[0].isupper() for w in words) > len(words) / 2
        # "Negara (baca: Presiden Republik Indonesia) rugi" is a gloss: a pointer is no part of a sentence
        apart = match[0][1:].lstrip()[0].isupper() or not paragraph.text[: match.start()].rstrip()[-1:].isalnum()
        if linked or ((match["sure"] or match["english"]) and _is_title(title)) or (titled and apart):
            paragraph = paragraph.without(*match.span())
    for match in _last(EMBED_MARK, paragraph):
        paragraph = paragraph.without(*match.span())
    for match in _last(RELATED_INLINE, paragraph):
        more = match["more"] or match["english"]
        if not more and not match["colon"]:
            continue
        rest = paragraph.text[match.end() :]
        link = paragraph.link_at(match.end())
        if link and link[0] <= match.end() + 2:
            ends = AFTER_POINTER if match["colon"] else POINTER_IS_LAST
            if after := ends.match(paragraph.text, link[1]):
                paragraph = paragraph.without(match.start(), after.end())
        elif not (more and match["colon"]) or any(b > match.end() for _, b in paragraph.links):
            continue
        elif _is_title(rest):
            paragraph = paragraph.without(match.start(), len(paragraph.text))
    return paragraph


def _last(pattern: re.Pattern[str], paragraph: Paragraph) -> list[re.Match[str]]:
    """The matches of a pattern in a paragraph, the last first."""
    return list(deque(pattern.finditer(paragraph.text), MOST_POINTERS))[::-1]


def is_pointer(paragraph: Paragraph) -> bool:
    """True for a paragraph that is nothing but a linked headline: another article's, with or without a label.

    >>> is_pointer(Paragraph("Harga Nikel Naik Tajam di Morowali", [(0, 34)]))
    True
    >>> is_pointer(Paragraph("Video: Harga Nikel Naik Tajam di Morowali", [(7, 41)]))
    True
    """
    if not paragraph.links or len(paragraph.text) > LONGEST_POINTER:
        return False
    if paragraph.heading or paragraph.elsewhere:  # a part of the article named by its link; a link to no article
        return False
    label = POINTER_LABEL.match(paragraph.text)
    start = label.end() if label and not paragraph.linked_from(0) else 0
    words = paragraph.text[start:].split()
    capital = sum(not w[0].islower() for w in words)
    titled = len(words) > 4 and capital > len(words) * 0.6 and is_headline(paragraph.text[start:])
    return titled and paragraph.linked_from(start)


def only_titles(paragraphs: list[Paragraph]) -> bool:
    """True for paragraphs that are headlines, linked or not, and perhaps a signature: what "Baca juga:" ends with.

    >>> only_titles([Paragraph("Harga Garam Naik di Pati"), Paragraph("[abc]")]), only_titles([Paragraph("Ia pergi")])
    (True, False)
    """
    texts = [p.text for p in paragraphs if p.text and not SIGNOFF.fullmatch(p.text)]
    return bool(texts) and all(map(_is_titled, texts))


def _is_titled(text: str) -> bool:
    """True for a headline of several words, most with a capital letter."""
    words = text.split() if is_headline(text) else []
    return len(words) > 3 and sum(not w[0].islower() for w in words) > len(words) * 0.6


def titles_at_end(paragraphs: list[Paragraph]) -> int:
    """Where the last paragraphs begin that are headlines, signatures or empty."""
    plain = (
        number
        for number, p in reversed(list(enumerate(paragraphs)))
        if p.text and not _is_titled(p.text) and not SIGNOFF.fullmatch(p.text)
    )
    return next(plain, -1) + 1
