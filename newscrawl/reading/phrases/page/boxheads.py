"""What boxes beside a text are headed: other articles, topics, what readers may like; and what leads on from them."""

from __future__ import annotations

from newscrawl.reading.phrases.words import READER
from newscrawl.reading.rows import Row, either

ITEM = r"(?:artikel|berita|konten|cerita|video|foto)"
COOKIES = Row(  # a banner's, in two paragraphs or one
    r"(?:situs(?: web)? ini|website ini|kami) menggunakan (?:cookies?|kuki)\b.{0,60}\bpengalaman\b.{0,300}"
    r"|dengan [^.,]{5,60}\b(?:situs|website|laman)\b[^.,]{0,20},? anda (?:telah |berarti )?(?:menyetujui|setuju)\b"
    r"[^.]{0,60}\b(?:cookies?|kuki)\b.{0,100}",
    "Dengan terus menggunakan situs ini, Anda menyetujui penggunaan kuki oleh kami.",
    "Dengan membuka situs itu, Anda menyetujui panen dimulai.",
)
BOX_HEADINGS = (
    Row(
        r"topik artikel\s*:?|tags?\s*:?|label\s*:?",
        "Topik Artikel:",
        "Topik artikel itu kopi.",
    ),
    Row(
        r"berita (?:terkait|lainnya|rekomendasi|terpopuler|terkini selengkapnya)"
        r"|(?:artikel|konten|tulisan|post(?:ing(?:an)?)?|bacaan) terkait\W*"
        r"|video (?:rekomendasi|(?:terkait|selengkapnya|selanjutnya)\W*)|(?:ter)?populer"
        r"|paling (?:banyak|sering) dibaca\W*|related articles?",
        "Berita Lainnya",
        "Berita lainnya datang dari desa.",
    ),
    Row(
        r"situs ini menggunakan akismet\b.{0,120}|no more (?:posts available|pages to load)\W*|posting komentar"
        r"|discussion about this post|tim redaksi|salin artikel|post image|cover berita|autoplay|exit mobile version"
        r"|homepage|berita pilihan redaksi|jangan lewatkan"
        r"|tampilkan (?:semua )?postingan(?: dengan label\b[^.]{0,60}\. tampilkan semua postingan)?"
        r"|posted (?:on|in)(?: (?-i:[A-Z])\w+)?",
        "Discussion about this post",
        "Tim redaksi bekerja semalam.",
    ),
    Row(
        r"(?:(?:baca|simak|lihat) )?selengkapnya (?:di|pada|dalam)\W*",  # its link was dropped
        "Selengkapnya di",
        "Selengkapnya di balai desa.",
    ),
    Row(
        r"(?:home|beranda)(?:\s*[»>›/]\s*[^»>›/.]{2,60}){1,5}|(?:next|previous) (?:post|article)\W*|related posts?\W*"
        r"|you may (?:also )?like\W*|pos (?:sebelumnya|berikutnya)\W*|artikel ini ditulis oleh\W*",
        "Beranda » Ekonomi » Kopi",
        "Beranda rumah itu luas.",
    ),
    COOKIES,
    Row(
        r"(?:baca|simak) (?:artikel|berita) (?:menarik|lain(?:nya)?|terkait|pilihan)(?: (?:ini|berikut|lainnya))*\s*:",
        "Baca artikel menarik lainnya:",
        "Baca artikel lain itu pelan-pelan.",
    ),
    Row(
        r"(?:discover more from|eksplorasi konten lain dari) .{2,60}|subscribe to get the latest posts\b.{0,40}"
        r"|berlangganan untuk (?:men)?dapatkan pos terbaru\b.{0,40}",
        "Discover more from Sora",
        "Discover more about coffee.",
    ),
    Row(
        r"more stories|source link|indeks berita|editorial team|topics|lebih baru lebih lama|most popular"
        r"|trending (?:now|topics?)",
        "Trending Topics",
        "Most popular was coffee.",
    ),
    Row(
        r"kembali ke (?:atas|beranda)|back to top|show more|(?:lihat|muat) lebih banyak|load more|lihat foto lainnya"
        r"|baca versi amp|(?:lihat|buka)(?: ke)? halaman asli(?:nya)?|all rights? reserved\W*",
        "Kembali ke atas",
        "Kembali ke atas bukit.",
    ),
    Row(
        r"\W*(?:yuk,? |ayo,? )?(?:baca|simak|intip) juga(?: (?:artikel|berita|info)(?: (?:lain(?:nya)?|menarik"
        r"|terkait|ini))*)?\W*",
        "Yuk, baca juga artikel menarik lainnya:",
        "Ayo baca juga buku ini.",
    ),
    Row(
        r"(?:ter(?:kini|baru|populer)|(?:topik|tag|kanal)(?: berita)?) (?:lainnya|terkait)\W*"
        r"|(?:yang )?(?:mungkin|juga) (?:anda|kamu) (?:suka\w*|cari|minati)\W*|(?-i:Advertising|Ads by \w+)",
        "Yang Mungkin Anda Suka",
        "Yang mungkin Anda suka dari kopi itu aromanya.",
    ),
    Row(
        r"(?:masuk|log ?in|sign in) ?[/|] ?(?:register|daftar|sign up)\W*"
        r"|jangan (?:lewatkan|ketinggalan)(?: juga)?\s*:",
        "Masuk / Register",
        "Jangan lewatkan: panen raya di Desa Sora.",
    ),
    Row(
        r"ikuti (?:terus )?(?:perkembangan|update|berita|kabar)\b(?: \w+){0,7}"
        r" (?:(?:dalam|di|lewat) )?(?:topik|liputan khusus)(?: (?:pilihan|ini))?(?:\s*:\s*[^.“”\"]{2,60}| [\w.]+)?\W*",
        "Ikuti perkembangan kopi Sora dalam topik pilihan Sora.com",
        "Ikuti perkembangan kopi Sora setiap pekan, kata Ratna.",
    ),
    Row(
        rf"(?:rekomendasi|pilihan|spesial|khusus|{ITEM})(?: {ITEM})?(?: (?:pilihan|terbaik|menarik))? untuk(?:mu|"
        rf" {READER})\W*",
        "Rekomendasi untuk Anda",
        "Pilihan untuk warga terbatas.",
    ),
    Row(
        rf"(?:mungkin )?{READER} (?:mungkin )?(?:juga )?(?:mungkin )?(?:akan )?(?:suka|menyukai|tertarik|minati)"
        r"(?: ini)?\W*",
        "Anda mungkin juga suka",
        "Anda mungkin suka kopi.",
    ),
    Row(
        rf"(?:yang|orang|pembaca) lain(?:nya)? juga (?:mem)?baca(?: {ITEM} ini)?\W*|recommended(?: for you)?"
        r"|most (?:read|viewed|shared|commented)|latest (?:updates?|news|stories|articles)",
        "Yang lain juga membaca",
        "Yang lain juga membaca doa.",
    ),
    Row(
        rf"(?:telusuri|jelajahi) {ITEM} (?:[\w-]+ ){{0,3}}lain(?:nya)?\W*",
        "Telusuri berita kopi lainnya",
        "Telusuri berita itu sampai ke desa lainnya.",
    ),
    Row(
        rf"(?:tags?|topik|tagar|{ITEM}|kata kunci) (?:ter)?(?:populer|hangat|hits|panas|banyak dibaca)\W*",
        "Topik Hangat",
        "Topik hangat itu kopi.",
    ),
    Row(
        r"(?:artikel|berita|cerita) (?:sebelum|selanjut|berikut)nya(?:\s*:\s*[^.]{5,160})?"
        r"|(?:previous|next) (?:story|news|page)(?:\s*:.{5,160})?",
        "Berita Sebelumnya: Harga Beras Turun",
        "Berita sebelumnya keliru.",
    ),
)
ABOUT_COOKIES = either((COOKIES,))
