"""Lines about the comments of readers among the paragraphs of a text: their heading, their buttons and times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newscrawl.reading.rows import Row, either

TIME = r"(?:sekitar )?(?:\d{1,3} ?|se|satu )(?:detik|menit|jam|hari|minggu|pekan|bulan|tahun) (?:yang )?lalu"
TO_ANSWER = r"(?:balas|reply|laporkan|report|tanggapi)"
TO_REACT = r"(?:(?:tidak )?suka|(?:dis)?likes?|hapus|\d{1,4})"
FELT = (
    r"(?:(?:tidak )?suka|sedih|marah|kaget|senang|lucu|bangga|terinspirasi|terhibur|terkejut|takut|kesal|cinta"
    r"|biasa saja|(?:dis)?like|love|wow|haha|funny|sad|angry)"
)
BETWEEN = r"[\s|·•,()-]*"
COUNTED = (
    Row(
        r"(?:\d{1,4}|one) (?:thoughts? on|(?:komentar|tanggapan|balasan) (?:pada|untuk|tentang|di)) [“\"].{3,200}[”\"]",
        "2 thoughts on “Panen Kopi”",
        "2 thoughts on “Kopi” were printed.",
    ),
)
HEADS = (
    Row(
        r"(?:\d{1,4} )?(?:komentar|tanggapan|comments?)(?: pembaca| \(?\d{1,4}\)?)?\W*",
        "2 Komentar",
        "2 komentar pedas",
    ),
    *COUNTED,
)
ANSWERS = (
    Row(
        rf"(?={BETWEEN}(?:{TO_ANSWER}|{TO_REACT}|{TIME}))(?=.*\b{TO_ANSWER}\b){BETWEEN}(?:(?:{TO_ANSWER}|{TO_REACT}|{TIME}){BETWEEN})+",
        "Balas · 2 jam lalu",
        "Balas dendam 2 jam lalu",
    ),
)
# What asks readers to write, or what they think
FORMS = (
    Row(
        r"\d+ (?:komentar|comments?)|(?:komentar|comments?)\s*\(\d+\)|login untuk komentar",
        "12 Komentar",
        "12 komentar masuk, kata Ratna.",
    ),
    Row(
        r"(?:kirim|tulis|beri(?:kan)?|tinggalkan|tambah(?:kan)?|muat|tampilkan|lihat)(?: semua)?"
        r" (?:komentar|tanggapan)(?:mu| anda)?(?: ?\(\d{1,5}\))?\W*",
        "Tampilkan semua komentar",
        "Tulis komentar di kertas itu.",
    ),
    Row(
        r"(?:belum|tidak) ada komentar\W*|(?:belum ada komentar di \w+ ini\W*)?jadilah (?:yang |orang )?pertama"
        r" (?:yang |untuk )?(?:ber|mem\w+ |meng)?komentar\w*\W*"
        r"|komentar (?:di|sudah )?tutup|tulis(?:kan)? komentar(?:mu|anda)? (?:anda )?di ?(?:sini|bawah(?: ini)?)\W*"
        r"|load more comments"
        r"|(?:anda harus|silakan|silahkan) (?:login|log in|masuk)(?: dulu| terlebih dahulu)? untuk"
        r" (?:ber|mem\w+ )komentar\W*",
        "Silakan login untuk memberi komentar",
        "Belum ada komentar dari dinas.",
    ),
    Row(
        r"(?:please enable|aktifkan) javascript (?:to view|untuk melihat) (?:the )?(?:comments|komentar).{0,40}"
        r"|komentar sepenuhnya (?:menjadi )?tanggung jawab (?:komentator|pengirim|pengguna).{0,80}",
        "Please enable JavaScript to view the comments powered by Disqus.",
        "Aktifkan JavaScript di peramban itu.",
    ),
    Row(
        r"(?:beri(?:kan)?|rate) (?:rating |nilai |this )?(?:artikel|berita|article)(?: ini)?\W*|credits \(\d+\)"
        r"|(?:like|dislike|suka|tidak suka) \(\d+\)|(?:laporkan|simpan) (?:konten|artikel|berita|komentar)(?: ini)?"
        r"|rating\s*:?\s*(?:[\d.,/]+\s*)?\(\s*[\d.,]*\s*(?:voters?|votes?|suara)\s*\)",
        "Simpan artikel ini",
        "Simpan artikel ini di laci.",
    ),
    Row(
        r"laporkan kesalahan\b(?: (?:dalam|pada|di))?(?: (?:artikel|berita|konten) ini)?\W*"
        r"|(?:me)?(?:nemukan|temukan|ada) kesalahan\b[^.?]{0,40}\? (?:laporkan|beri ?tahu kami|klik)\b.{0,40}"
        r"|urutkan\s*:?\s*ter\w+(?:[ |]+ter\w+)*",
        "Temukan kesalahan? Laporkan",
        "Laporkan kesalahan itu kepada kepala desa.",
    ),
    Row(
        r"(?:tinggalkan balasan|leave a (?:reply|comment)|batalkan balasan|cancel reply|loading comments"
        r"|komentari (?:artikel|berita)(?: ini)?|komentar anda)\W*"
        r"|alamat email anda tidak akan dipublikasikan\b.{0,60}|your email address will not be published\b.{0,60}",
        "Tinggalkan Balasan",
        "Komentari artikel ini di kelas, kata guru.",
    ),
    Row(
        r"berkomentarlah (?:secara|dengan) (?:bijak\w*|sopan|santun)\b"
        r"(?:[^“”\"]{0,100}\b(?:komentator|tanggung ?jawab|redaksi)\b[^“”\"]{0,200}|\W*)"
        r"|(?:terima kasih\.? |kami (?:sudah|telah) menerima laporan anda\.? ){0,2}kami akan menghapus komentar"
        r" yang\b(?!.*, \w+ )[^“”\"]{0,120}",
        "Berkomentarlah secara bijaksana. Komentar menjadi tanggung jawab komentator seperti diatur dalam UU ITE",
        "Kami akan menghapus komentar itu, kata Ratna.",
    ),
    Row(
        r"post a comment|posting komentar|fill in your details below\b.{0,60}"
        r"|you are commenting using your [\w.+]+ account\b.{0,40}",
        "You are commenting using your WordPress.com account. ( Log Out / Change )",
        "Post a comment, she said.",
    ),
    Row(
        r"apakah (?:artikel|berita|informasi|konten|halaman) ini (?:bermanfaat|membantu|berguna|menarik)\b.{0,20}\?"
        r"(?:[ /|]+(?:ya|tidak|yes|no)){0,2}"
        r"|(?:apa|bagaimana) (?:reaksi|tanggapan|pendapat) (?:anda|kamu|kalian)"
        r" (?:tentang|mengenai|soal|terhadap|setelah membaca|atas) (?:artikel|berita) ini\s?\?"
        r"|(?:apa reaksi (?:anda|kamu|kalian)|bagaimana (?-i:Reaksi Anda)|what['’]s your reaction)\s?\?",
        "Apakah artikel ini bermanfaat?",
        "Bagaimana tanggapan Anda?",
    ),
    Row(
        r"seberapa (?:puas|bermanfaat|menarik|berguna|suka)\b[^.?!]{0,40}\b(?:artikel|berita|konten"
        r"|tulisan) ini\b.{0,20}\?",
        "Seberapa puas Anda dengan artikel ini?",
        "Seberapa puas Anda?",
    ),
    Row(  # what readers felt, and how many
        rf"(?:{FELT} ?\(?\d+%?\)?(?: (?:votes?|suara))?\s*){{2,}}|(?:\d+ {FELT}\s*){{2,}}",
        "Suka 12 Sedih 3 Marah 1",
        "Suka 12 lagu itu.",
    ),
)
HEAD, ANSWER, OF_TITLE = either(HEADS), either(ANSWERS), either(COUNTED)
# As a heading it is no sub-heading of an article: "Komentar Pembaca", "2 Komentar"; "Komentar" alone may be
OF_READERS = re.compile(
    r"\d{1,4} (?:komentar|tanggapan|comments?)|(?:komentar|tanggapan)(?: pembaca| \(\d{1,4}\))", re.I
)
# "Andi Wijaya 2 jam yang lalu": who wrote a comment, and when
WRITTEN = re.compile(rf"[^.!?:,]{{2,40}}?{TIME}[^\w.!?]*", re.I)
LONGEST_LINE = 120  # characters
MOST_BELOW = 20  # lines below a heading, of which one is the first comment's buttons or time
LEAST = 2  # lines of readers' buttons, names and times: one may be the article's own


def begin_here(text: str, following: Iterable[str]) -> bool:
    """True for the heading of comments, where a line behind it holds the buttons of one, or who wrote it and when.

    >>> begin_here("2 Komentar", ["Andi", "Mantap!", "Balas · 2 jam lalu"])
    True
    >>> begin_here("2 Komentar", ["Warga membaca keduanya."]), begin_here("Komentar", ["Ia menjawab: balas!"])
    (False, False)
    """
    if len(text) > LONGEST_LINE or not HEAD.fullmatch(text):
        return False
    return any(len(line) <= LONGEST_LINE and (ANSWER.fullmatch(line) or WRITTEN.fullmatch(line)) for line in following)


def are_in(paragraphs: Sequence[str]) -> bool:
    """True where lines of a text are the buttons below comments, or names with how long ago they wrote.

    >>> are_in(["Andi", "Mantap!", "Balas", "Rina", "Balas"]), are_in(["Andi 2 jam lalu", "Wah!", "Rina 3 jam lalu"])
    (True, True)
    >>> are_in(["Panen usai 2 jam lalu", "Ia berkata: balas!"])
    False
    """
    short = (line for line in paragraphs if len(line) <= LONGEST_LINE)
    return sum(1 for line in short if ANSWER.fullmatch(line) or WRITTEN.fullmatch(line)) >= LEAST
