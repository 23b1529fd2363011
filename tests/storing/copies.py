"""Invented stories, copies of them as newsrooms make them, and series of one template; what is found of them.

python -m tests.storing.copies [--stories N]
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable

from newscrawl.storing.duplicates import Clusters, clusters
from newscrawl.storing.signatures import MICROSECONDS, signature

ROOTS = """
ajar angkat antar api atap bangun bantu baru batas bayar beban beli bentuk beras berat besar buka bukit cari catat coba
dagang daftar dapat darat datang desa didik dinas duduk gedung gelar gerak guna hadir halaman harap hasil hujan hutan
jaga jalan janji jawab jembatan kapal kawasan kebun kelola kembali kerja kirim kota kuat kumpul kunjung laku lapor latih
lihat luas lumbung minta muat naik olah padi pagar panen pantai pasar pasok periksa pilih pindah pohon rapat rawat ruang
rumah rusak sawah sebar selesai sepakat serah simpan sungai susun tahan tanah tanam temu terbit tinggal tolak turun ubah
ukur undang urus warga waktu
""".split()
FORMS = ("{}", "me{}", "di{}", "ber{}", "{}an", "{}nya", "pe{}", "ter{}", "me{}kan", "di{}kan", "ke{}an")
NAMES = [
    first + second
    for first in ("Bara", "Citra", "Darma", "Kena", "Lasmi", "Mulya", "Nira", "Rawa", "Suka", "Tirta", "Wana")
    for second in ("di", "jaya", "kusuma", "lima", "mara", "nto", "sari", "wati", "yasa")
]
Story = list[str]


def word(chance: random.Random) -> str:
    return chance.choice(FORMS).format(chance.choice(ROOTS))


def sentence(chance: random.Random) -> str:
    words = [word(chance) for _ in range(chance.randint(9, 18))]
    words[0] = words[0].capitalize()
    if chance.random() < 0.4:
        words.insert(chance.randrange(2, len(words)), chance.choice(NAMES))
    if chance.random() < 0.3:
        words.insert(chance.randrange(2, len(words)), str(chance.randint(2, 9000)))
    return " ".join(words) + "."


def paragraph(chance: random.Random, sentences: int = 0) -> str:
    return " ".join(sentence(chance) for _ in range(sentences or chance.randint(1, 3)))


def story(chance: random.Random) -> Story:
    """The paragraphs of an article; the first names a day."""
    first, *others = (paragraph(chance) for _ in range(chance.randint(8, 14)))
    return [f"{first[:-1]}, {chance.choice(('Senin', 'Selasa', 'Kamis'))} ({chance.randint(1, 28)}/7/2026).", *others]


def rewritten(chance: random.Random, given: Story, share: float) -> Story:
    """The story with this share of its words replaced."""

    def other(old: str) -> str:
        return word(chance) if old.isalpha() and old.islower() and chance.random() < share else old

    return [" ".join(map(other, one.split(" "))) for one in given]


COPIES: dict[str, Callable[[random.Random, Story], Story]] = {
    "dateline and byline": lambda c, p: [f"{c.choice(NAMES).upper()}, KABAR - {p[0]}", *p[1:], "(ant/rid)"],
    "another lead": lambda c, p: [paragraph(c, 2), *p[1:]],
    "another lead, last paragraphs cut": lambda c, p: [paragraph(c, 1), *p[1:-2], f"Laporan {c.choice(NAMES)}"],
    "a paragraph of its own": lambda c, p: [*p[:3], f"Pada {c.randint(1, 28)} Juni, {paragraph(c)}", *p[3:]],
    "the first half": lambda _, p: p[: (len(p) + 1) // 2],
    "the second half": lambda _, p: p[len(p) // 2 :],
    "another lead, and half": lambda c, p: [sentence(c), *p[1 : (len(p) + 1) // 2 + 1]],
    "another order": lambda c, p: [p[0], *c.sample(p[1:], len(p) - 1)],
    "3 % of the words": lambda c, p: rewritten(c, p, 0.03),
    "6 % of the words": lambda c, p: rewritten(c, p, 0.06),
    "10 % of the words": lambda c, p: rewritten(c, p, 0.10),
    "a number corrected": lambda _, p: [p[0], p[1].replace(" 2", " 3", 1), *p[2:]],
}

FORTUNE = ("membawa kabar baik", "terasa lebih ringan", "menuntut kesabaran", "penuh kejutan", "berjalan mulus",
           "perlu dipikirkan lagi", "mulai membaik", "agak tertekan")  # fmt: skip
SIGNS = "Aries Taurus Gemini Cancer Leo Virgo Libra Scorpio Sagitarius Capricorn Aquarius Pisces".split()
SKY = ("cerah", "cerah berawan", "berawan", "berawan tebal", "hujan ringan", "hujan sedang", "hujan petir", "berkabut")

HORO = """Ramalan zodiak {name} hari ini bisa menjadi panduan sebelum Anda memulai kegiatan. Zodiak {name} dikenal
sebagai pribadi yang tekun dan setia kepada keluarga. Karier {name} hari ini {a}. Rekan kerja akan membantu
menyelesaikan tugas yang tertunda sejak pekan lalu. Keuangan {name} {b}. Hindari belanja yang tidak perlu dan
sisihkan sebagian untuk tabungan. Asmara {name} {c}. Pasangan menunggu perhatian lebih dari Anda, maka luangkan
waktu pada malam hari. Kesehatan {name} {d}. Minum air putih yang cukup dan tidur lebih awal. Ramalan ini hanya
hiburan dan tidak dapat dijadikan acuan dalam mengambil keputusan penting. Semoga hari Anda menyenangkan dan penuh
semangat untuk meraih cita- cita bersama orang tersayang."""

WEATHER = """Prakiraan cuaca {name} hari ini disampaikan badan cuaca melalui laman resminya. Pada pagi hari langit
{name} diperkirakan {a}. Memasuki siang cuaca berubah menjadi {b}. Pada malam hari langit {c} hingga dini hari.
Warga diminta membawa payung dan berhati-hati di jalan licin, terutama pengendara sepeda motor. Angin bertiup dari
tenggara dengan kecepatan sedang dan kelembapan udara cukup tinggi sepanjang hari. Nelayan di pesisir tetap boleh
melaut dengan memperhatikan tinggi gelombang. Petani diminta menunda pemupukan sampai tanah cukup kering agar pupuk
tidak hanyut terbawa air. Suhu udara terasa hangat pada siang hari dan sejuk menjelang malam."""

RATE = """Nilai tukar rupiah terhadap dolar dibuka di level {a} pada perdagangan hari ini. Angka itu bergerak {b}
poin dari penutupan sebelumnya. Analis menilai pergerakan rupiah dipengaruhi arah suku bunga bank sentral dan harga
minyak dunia. Pelaku pasar masih menunggu data inflasi yang akan diumumkan akhir bulan. Bank besar menjual dolar di
{c} dan membeli di {d}. Masyarakat yang hendak menukar uang dianjurkan membandingkan kurs di beberapa bank. Kurs
dapat berubah sewaktu-waktu mengikuti pasar. Penukaran dapat dilakukan di kantor cabang dengan membawa kartu
identitas dan mengisi formulir yang disediakan petugas."""

STREAM = """Link live streaming {a} vs {b} dapat disaksikan melalui artikel ini. Laga {a} melawan {b} digelar di
Stadion {c} malam ini pukul {n}.00 WIB. Kedua tim sama-sama mengincar tiga poin demi naik peringkat. Pelatih {a}
mengatakan timnya siap tampil menyerang sejak menit pertama. Sementara itu kubu {b} datang dengan kekuatan penuh.
Pertandingan disiarkan langsung di televisi dan dapat ditonton lewat aplikasi berlangganan. Cara menonton cukup
mudah, unduh aplikasi, daftar akun, pilih paket, lalu bayar melalui gerai terdekat. Pastikan koneksi internet stabil
agar siaran tidak terputus. Tautan siaran dapat berubah sewaktu-waktu tanpa pemberitahuan dan bukan tanggung jawab
redaksi. Dukung selalu tim kesayangan Anda dengan tertib dan jangan lupa mengajak keluarga menonton bersama di
rumah."""

PREVIEW = """Prediksi {a} vs {b} dalam lanjutan liga musim ini akan tersaji akhir pekan. {a} menang {n} kali dari
lima laga terakhir di semua kompetisi. Di kubu lawan, {b} baru meraih {m} kemenangan. Penyerang {p} menjadi andalan
tuan rumah, sedangkan {q} memimpin lini depan tamu. Kedua tim diperkirakan bermain terbuka sejak awal. Rekor
pertemuan menunjukkan persaingan yang ketat di antara keduanya. Perkiraan susunan pemain kedua tim akan diumumkan
satu jam sebelum laga. Skor akhir diperkirakan {n}-{m}. Suporter diminta datang lebih awal karena pintu stadion
ditutup sebelum laga. Panitia menyediakan bus gratis bagi penonton dari luar kota dan melarang botol kaca dibawa
masuk."""

CODES = """Kode redeem gim hari ini dapat ditukar dengan hadiah menarik. Berikut kode yang masih berlaku: {a}, {b},
{c}, {d}. Buka laman penukaran resmi lalu masuk dengan akun yang terhubung. Salin kode ke kolom yang tersedia
kemudian tekan tombol konfirmasi. Hadiah akan dikirim ke kotak surat di dalam gim paling lambat satu hari. Kode
hanya dapat dipakai satu kali oleh setiap akun dan memiliki batas waktu. Apabila muncul tulisan gagal berarti kode
sudah habis dipakai pemain lain. Pemain diminta tidak membagikan kata sandi kepada siapa pun. Pengembang berhak
membatalkan hadiah bila menemukan kecurangan dan akan menutup akun yang melanggar ketentuan permainan."""

CHILI = """Harga bahan pokok di Pasar {name} hari ini terpantau bergerak. Cabai rawit dijual Rp {a} per kilogram,
bawang merah Rp {b} per kilogram, telur ayam Rp {c} per kilogram, dan beras medium Rp {d} per kilogram. Pedagang
mengatakan pasokan dari petani masih lancar walau hujan turun beberapa hari terakhir. Pembeli diharapkan berbelanja
secukupnya dan tidak menimbun. Dinas perdagangan terus memantau harga setiap pagi dan siap menggelar pasar murah
bila harga melonjak. Data harga diambil dari laman resmi dan dapat berbeda di setiap pasar tergantung ongkos angkut
dan mutu barang."""

SIM = """Layanan SIM keliling kembali hadir hari ini bagi warga yang hendak memperpanjang surat izin mengemudi.
Mobil layanan berada di {a}, {b}, dan {c}. Layanan dibuka sejak pagi hingga siang. Pemohon diminta membawa kartu
tanda penduduk asli, surat izin lama, dan bukti tes kesehatan. Layanan ini hanya untuk perpanjangan golongan A dan C
yang masih berlaku. Surat izin yang sudah lewat masa berlakunya harus dibuat baru di kantor polisi. Biaya
perpanjangan sesuai peraturan penerimaan negara bukan pajak. Warga diimbau datang lebih awal karena jumlah antrean
dibatasi setiap hari dan petugas tidak melayani titipan."""

PRAYER = """Jadwal salat untuk {name} dan sekitarnya hari ini dapat menjadi panduan ibadah. Subuh pukul {a}, Zuhur
pukul {b}, Asar pukul {c}, Magrib pukul {d}. Jadwal disusun menurut perhitungan kementerian dan dapat berbeda satu
sampai dua menit di tiap kecamatan. Semoga ibadah hari ini diterima dan membawa berkah bagi keluarga. Perbanyak
sedekah kepada tetangga dekat dan jangan lupa membaca doa setelah salat. Masjid agung membuka pintu sejak dini hari
dan menyediakan tempat istirahat bagi musafir yang masih di perjalanan. Pengurus masjid meminta jemaah menjaga
kebersihan tempat wudu bersama-sama."""

LOTTO = """Pengumuman hasil undian tabungan {name} pekan ini sudah keluar. Nomor {a} mendapat sepeda motor, nomor
{b} mendapat lemari es, dan nomor {c} mendapat televisi. Pemenang diminta datang ke kantor cabang dengan membawa
buku tabungan dan kartu identitas. Hadiah tidak dapat diuangkan dan pajak ditanggung bank. Undian disaksikan
notaris, petugas dinas sosial, dan perwakilan nasabah. Nasabah yang belum beruntung masih dapat mengikuti undian
pekan depan dengan menambah saldo. Waspadai penipuan yang meminta uang lebih dahulu karena bank tidak pernah meminta
kata sandi melalui telepon atau pesan singkat."""


def filled(template: str, **slots: object) -> str:
    """The template on one line, its slots filled."""
    return " ".join(template.split()).format(**slots)


def code(chance: random.Random) -> str:
    return "".join(chance.choices("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", k=12))


def money(chance: random.Random, least: int) -> str:
    return f"{least + 250 * chance.randint(1, 60):,}".replace(",", ".")


def clock(chance: random.Random, hour: int) -> str:
    return f"{hour:02}.{chance.randint(10, 59)}"


def club(chance: random.Random, number: int) -> str:
    return f"{NAMES[number]} {chance.choice(('United', 'Raya', 'Putra', 'Utama'))}"


def four(one: Callable[[random.Random, int], str], chance: random.Random, *given: int) -> dict[str, str]:
    return {slot: one(chance, number) for slot, number in zip("abcd", given, strict=True)}


def fortune(chance: random.Random, name: str) -> str:
    return filled(HORO, name=name, **dict(zip("abcd", chance.sample(FORTUNE, 4), strict=True)))


def sky(chance: random.Random, name: str) -> str:
    return filled(WEATHER, name=name, **dict(zip("abc", chance.sample(SKY, 3), strict=True)))


def pitch(template: str, chance: random.Random, number: int) -> str:
    names = dict(zip("pqc", chance.sample(NAMES, 3), strict=True))
    clubs = {"a": club(chance, number), "b": club(chance, -number)}
    return filled(template, **clubs, **names, n=chance.randint(17, 20), m=chance.randint(0, 3))


# Each makes the n-th of a series; whether a day lies between two of them.
SERIES: dict[str, tuple[Callable[[random.Random, int], str], bool]] = {
    "horoscope of a day": (lambda c, _: fortune(c, "Leo"), True),
    "horoscope of a sign": (lambda c, n: fortune(c, SIGNS[n]), False),
    "weather of a day": (lambda c, _: sky(c, "Rawasari"), True),
    "weather of a town": (lambda c, n: sky(c, NAMES[n]), False),
    "exchange rate": (lambda c, _: filled(RATE, **four(money, c, 15000, 100, 15100, 14900)), True),
    "prayer times of a day": (lambda c, _: filled(PRAYER, name="Rawasari", **four(clock, c, 4, 11, 15, 17)), True),
    "prayer times of a town": (lambda c, n: filled(PRAYER, name=NAMES[n], **four(clock, c, 4, 11, 15, 17)), False),
    "link streaming": (lambda c, n: pitch(STREAM, c, n + 1), False),
    "match preview": (lambda c, n: pitch(PREVIEW, c, n + 1), False),
    "codes": (lambda c, _: filled(CODES, **{slot: code(c) for slot in "abcd"}), True),
    "market prices": (lambda c, _: filled(CHILI, name="Rawasari", **four(money, c, 40000, 30000, 25000, 12000)), True),
    "mobile office": (lambda c, _: filled(SIM, **dict(zip("abc", c.sample(NAMES, 3), strict=True))), True),
    "numbers drawn": (lambda c, _: filled(LOTTO, name="Makmur", a=code(c), b=code(c), c=code(c)), True),
}


def of(texts: list[str], portals: list[str], step: int, days: int = 7) -> Clusters:
    """The clusters of texts published `step` microseconds after each other, with their numbers as ids."""
    given = zip(texts, portals, strict=True)
    return clusters(((str(n), n * step, signature(text, of)) for n, (text, of) in enumerate(given)), days)


def found(kind: str, stories: int, seed: int) -> float:
    """The share of copies of this kind that are found; raises AssertionError where what is no copy is taken for one."""
    chance = random.Random(seed)
    texts: list[str] = []
    for _ in range(stories):
        original = story(chance)
        texts += ["\n\n".join(original), "\n\n".join(COPIES[kind](chance, original))]
    made = of(texts, ["satu", "dua"] * stories, MICROSECONDS // 50)
    assert all(int(id) % 2 and int(first) == int(id) - 1 for id, (first, _) in made.copies.items())
    return len(made.copies) / stories


def taken(kind: str, seed: int, issues: int = 12) -> int:
    """How many issues of a portal's series are taken for copies."""
    chance = random.Random(seed)
    make, is_daily = SERIES[kind]
    texts = [make(chance, number) for number in range(issues)]
    return len(of(texts, ["satu"] * issues, MICROSECONDS if is_daily else MICROSECONDS // 50).copies)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--stories", type=int, default=100, help="of each kind (default 100)")
    stories = parser.parse_args().stories
    for kind in COPIES:
        print(f"{kind:35} {100 * found(kind, stories, 1):5.0f} % found")
    for kind in SERIES:
        count = sum(taken(kind, seed) for seed in range(10))
        print(f"{kind:35} {count:5} of 120 taken for copies")


if __name__ == "__main__":
    main()
