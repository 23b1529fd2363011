"""What leads from one page of an article to the next, or says which of them this is; nobody's text."""

from __future__ import annotations

from newscrawl.reading.rows import Row

# A link from one page to another
TURN = (
    r"(?:(?:(?:halaman|konten) )?(?:selanjut|berikut|sebelum)nya"
    r"|(?:lihat|tampilkan|show|view) (?:semua(?: halaman)?|all)|next(?: page)?|prev(?:ious)?(?: page)?)"
)
PAGERS = (
    Row(
        r"(?:halaman\s*:?|(?:laman|pages)\s*:)(?:\s*(?:\d|12\d+)\b(?:\s*\d{1,2}\b)*)?", "Halaman: 1 2 3", "Halaman: 96"
    ),
    Row(
        rf"[<>«»‹›←→\s]*{TURN}(?:[\W\d]+{TURN}){{0,4}}(?: arrow_\w+)?\W*",
        "<<< Halaman Selanjutnya >>>",
        "Selanjutnya lihat semua kebun itu.",
    ),
    Row(r"lanjut(?:kan)? ke (?:halaman )?sebelah\W*", "Lanjut ke halaman sebelah..", "Lanjut ke sebelah utara."),
    Row(
        r"\W*(?:(?:simak|baca|klik|tekan|lihat|buka|cek|(?:ber|di)?lanjut(?:kan)?|bersambung|selengkapnya|langsung"
        r"|membaca|untuk|di|ke|pada|sini|artikel|berita|tulisan|ini|(?:ke)?lanjutan(?:nya)?) ){1,6}halaman"
        r" (?:selanjutnya|berikut(?:nya)?)(?: ini)?(?: untuk (?:mem)?baca\w*(?: (?:(?:ke)?lanjutan(?:nya)?|selengkapnya"
        r"|artikel|berita|ini)){0,3})?(?:\W+langsung klik|,? (?:ya|yuk|yah))?\W*",
        "Berlanjut ke halaman berikutnya. Langsung klik",
        "Lihat di halaman berikutnya buku itu.",
    ),
    Row(
        r"[^.!?“”\"]{3,80}\? (?:simak|baca|lihat|temukan)(?: (?:selengkapnya|[a-z]{3,14}nya))?"
        r" (?:di|pada) halaman (?:selanjutnya|berikut(?:nya)?)(?: ini)?\W*",
        "Bagaimana kelanjutannya? Simak di halaman berikutnya...",
        "Bagaimana kelanjutannya? Simak di halaman berikutnya buku itu.",
    ),
    Row(
        r"[^.!?:;\"“]{3,120} (?:ada|terdapat|berlanjut|bersambung) (?:di|pada|ke) halaman (?:selanjut|berikut)nya\W*",
        "Dusun Lor, Kidul dan Wetan ada di halaman berikutnya.",
        "Dusun Lor ada di halaman berikutnya buku itu.",
    ),
    Row(
        r"(?:halaman|hal\.?|page)\s*\d{1,3}\s*(?:/|dari|of)\s*\d{1,3}(?: selanjutnya\W*)?"
        r"|\d{1,2} (?:of \d{1,2}|dari \d{1,2} halaman)|(?:selanjutnya\s*:\s*)?page \d{1,2}",
        "Hal. 2/5",
        "Halaman 2 dari buku itu.",
    ),
    Row(
        r"\W*(?:baca halaman (?:selanjut|berikut)nya\s*:\s*\w"
        r"|(?:halaman (?:selanjut|berikut)nya|baca selanjutnya)\s*:\s*(?-i:[A-Z])).{5,160}"
        r"|(?-i:NEXT)\s*:\s*(?-i:[A-Z])[^.]{8,160}",
        "Halaman selanjutnya: Cara Menyeduh Kopi",
        "Halaman selanjutnya: kosong.",
    ),
    Row(
        r"(?:hal(?:aman|\.)?\s*:?|sebelumnya|prev(?:ious)?|[«‹<]{1,2})?\s*1(?:[\s|·-]+\d{1,3}){1,10}"
        r"(?:\s*(?:\.{3}|…)\s*\d{1,3})?\s*(?:next|(?:selanjut|berikut)nya|lanjut|[»›>]{1,2})\W*"
        r"|(?:hal(?:aman|\.)\s*:?|sebelumnya|prev(?:ious)?|[«‹]{1,2})\s*1(?:[\s|·]+\d{1,3}){1,10}\W*"
        r"|1(?: \d{1,2}){2,10} ?(?:\.{3}|…) ?\d{1,3}|1 / \d{1,2}",
        "Sebelumnya 1 2 3 Berikutnya",
        "1 2 3",
    ),
    Row(
        r"(?:baca|lihat|tampilkan|buka) (?:semua|seluruh) halaman(?: (?:artikel|berita))?(?: ini)?\W*"
        r"|(?:baca|lihat|tampilkan)(?: (?:artikel|berita))? (?:dalam|di) (?:satu|1) halaman(?: saja)?\W*"
        r"|\W*(?:(?:(?:kembali|bersambung|berlanjut|lanjut(?:kan)?|buka) )?ke|buka|lanjut|selengkapnya di)"
        r" (?:halaman|hal\.?|page) \d{1,3}\W*",
        "Baca semua halaman",
        "Baca semua halaman buku itu.",
    ),
    Row(
        r"klik (?:di ?sini |selanjutnya |berikutnya |next )?untuk (?:mem)?baca(?:nya)?"
        r"(?: (?:selengkapnya|lebih lanjut|kelanjutannya|artikel|berita|ini|di ?sini|versi lengkap(?:nya)?)){0,3}\W*",
        "Klik untuk membaca selengkapnya",
        "Klik untuk membaca pesan.",
    ),
    Row(
        r"(?:geser|usap|swipe)(?: (?:ke )?(?:atas|bawah|kiri|kanan|up|left))? (?:untuk|to|for) (?:mem)?"
        r"(?:baca |read )?(?:the )?(?:artikel|berita|article|news|story)"
        r"(?: (?:selanjutnya|berikutnya|lain(?:nya)?|selengkapnya|ini))?\W*",
        "Geser ke atas untuk membaca berita lainnya",
        "Geser ke atas untuk membaca pesan.",
    ),
    Row(
        r"(?:lanjut(?:kan)? (?:mem)?baca|(?:article|story) continues|baca lanjutannya) (?:di )?"
        r"(?:bawah|setelah|below|after) (?:the |this )?(?:iklan|advertisement|ad)(?: ini)?\W*",
        "Story continues below advertisement",
        "Story continues below the bridge.",
    ),
)
