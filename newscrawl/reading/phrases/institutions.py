"""What stands in a writer's place and is no person: institutions, companies, channels of a portal, places."""

from __future__ import annotations

import re

from newscrawl.reading.phrases.places import NAMES, PLACE
from newscrawl.reading.rows import late

# "Dinas Kominfo Sora", "PT Sora Abadi"
INSTITUTION = late(
    r"kemen\w{3,}|(?-i:MPR|DPR|DPD|BPIP|KPK|BRI|BNI|BTN|BCA|OJK|BPJS|BKKBN|BPOM|BNPB|BUMN|BPS|BMKG|BPBD)(?: [A-Z]\w+)?"
    r"|(?:\w+ ){1,3}(?:indonesia|university|institute|academy|education|school|college|foundation|association|society"
    r"|agency|group|corp(?:oration)?|inc|ltd|tbk|cent(?:er|re)|community|club|studios?|nusantara)"
    r"|(?:kementerian|kemen\w+|universitas|univ|institut|politeknik|akademi|fakultas|sekolah|madrasah|pesantren"
    r"|pondok|kampus"
    r"|perpustakaan|museum|dinas|badan|lembaga|yayasan|pt|cv|perusahaan|perum|bank|koperasi|pemerintah"
    r"|pem(?:kab|kot|prov|da|des)|kabupaten|kota|provinsi|kecamatan|kelurahan|bappeda|bpbd|dinkes|dis(?:dik|hub|nak)\w*"
    r"|polda|polres\w*|polsek|kodam|kodim|korem|kejaksaan|keja(?:ri|ti)|pengadilan|asosiasi|komisi|kedutaan|rumah sakit"
    r"|rsud|puskesmas|klinik|dewan|majelis|ikatan|perkumpulan|himpunan|gabungan|federasi|serikat|aliansi|forum"
    r"|paguyuban"
    r"|partai|satgas|komunitas|sekretariat|kantor|direktorat|balai|persatuan|perhimpunan|tim riset|sma|smk|smp"
    r"|biro|bagian)\.? .+",
    re.I,
)
# What portals call their channels by; what is a person's name, too, is left out: Hikmah, Ramadan
CHANNEL = (
    r"berita|kabar|warta|news|bola|sepak ?bola|liga(?: \w+)?|piala \w+|timnas(?: \w+)?|bulu ?tangkis|badminton|basket"
    r"|voli"
    r"|raket|moto ?gp|formula (?:1|satu)|olah ?raga|sports?|e-?sports?|arena|ekonomi|bisnis|business|keuangan"
    r"|finans?ial"
    r"|finance|money|moneter|perbankan|pasar(?: modal)?|market|saham|bursa|investasi|kripto|industri|umkm|makro"
    r"|sektor riil"
    r"|energi|tambang|pertambangan|pertanian|properti|nasional|national|daerah|regional|nusantara|internasional"
    r"|mancanegara"
    r"|global|dunia|world|metro|megapolitan|metropolitan|kota|desa|politik|pemilu|pilkada|pilpres|parlemen|pemerintahan"
    r"|hukum|kriminal|hukrim|militer|peristiwa|pendidikan|edukasi|kesehatan|health|teknologi|te[ck]h?no|sains|gadget"
    r"|gawai"
    r"|games?|otomotif|oto|otosport|hiburan|entertainment|selebrit(?:as|i|is)|seleb|celebrity|showbiz|sinema|film|musik"
    r"|lifestyle|life|gaya(?: hidup)?|wisata|travel(?:ing)?|kuliner|food|resep|kecantikan|beauty|fashion|mode|parenting"
    r"|keluarga|relationship|zodiak|horoskop|religi|islami?|dunia islam|khazanah|opini|kolom|editorial"
    r"|tajuk(?: rencana)?"
    r"|surat pembaca|advertorial|lingkungan|humaniora|sosial|budaya|seni|sastra|sejarah|tokoh|profil|figur|ragam|unik"
    r"|aneh"
    r"|viral|trending|terkini|terbaru|terpopuler|populer|pilihan|headlines?|top news|utama|sorotan|fokus"
    r"|laporan(?: utama)?"
    r"|investigasi|cek fakta|galeri|foto|video|infografis|podcast|feature|komunitas|karier|karir|loker|tips"
)
# "Gaya Hidup", "Ekonomi & Bisnis", "Berita Jakarta"
CHANNELS = late(rf"(?:{CHANNEL})(?:(?: | ?[&/] ?| dan )(?:{CHANNEL}|indonesia|{NAMES}))*", re.I)
# Words of headlines that nobody is called by: "Jakarta Banjir"
NO_NAMES = frozenset(
    "banjir gempa longsor kebakaran kecelakaan tsunami erupsi harga tarif naik turun melonjak anjlok jadi akan siap"
    " segera tolak minta sebut ungkap bongkar tangkap tewas korban ini itu begini daftar jadwal skor klasemen"
    " prediksi viral warga polisi presiden menteri gubernur bupati pemerintah rupiah dolar saham beras minyak gaji saat"
    " usai jelang soal terkait kasus korupsi sidang vonis pilkada pemilu timnas vs kalahkan menang kalah raih buka"
    " tutup lagi belum tidak bisa harus penyebab alasan tips resep lirik sinopsis".split()
)


def is_institution(name: str) -> bool:
    """True for an institution, a company, a portal's channel, a place of several words, or a part of a headline.

    >>> [is_institution(name) for name in ("Bank Sora", "Gaya Hidup", "Jawa Timur", "Berita Sora")]
    [True, True, True, False]
    >>> [is_institution(name) for name in ("Dinasti Wirawan", "Kendari", "Hikmah", "Bola Sutarman")]
    [False, False, False, False]
    >>> is_institution("Jakarta Banjir"), is_institution("Banjirani Dewi")
    (True, False)
    """
    if not NO_NAMES.isdisjoint(name.casefold().split()):
        return True
    in_two = " " in name and PLACE.fullmatch(name)
    return bool(in_two or INSTITUTION.fullmatch(name) or CHANNELS.fullmatch(name))
