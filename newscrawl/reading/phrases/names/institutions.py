"""What stands in a writer's place and is no person: institutions, companies, channels of a portal, places."""

from __future__ import annotations

import re

from newscrawl.reading.phrases.names.places import NAMES, PLACE
from newscrawl.reading.rows import late

# How institutions begin, and how companies and schools end
BEGINS = (
    r"kementerian|kemen\w+|universitas|univ|institut|politeknik|akademi|fakultas|sekolah|madrasah|pesantren|pondok"
    r"|kampus|perpustakaan|museum|dinas|badan|lembaga|yayasan|pt|cv|perusahaan|perum|bank|koperasi|pemerintah"
    r"|pem(?:kab|kot|prov|da|des)|kabupaten|kota|provinsi|kecamatan|kelurahan|desa|karang taruna|bappeda|bawaslu"
    r"|bpbd|dinkes|dis(?:dik|hub|nak)\w*|polda|polres\w*|polsek|kodam|kodim|korem|kejaksaan|keja(?:ri|ti)|pengadilan"
    r"|asosiasi|komisi|kedutaan|rumah sakit|rsud|puskesmas|klinik|dewan|majelis|ikatan|perkumpulan|himpunan|gabungan"
    r"|federasi|serikat|aliansi|forum|paguyuban|partai|satgas|komunitas|klub|sekretariat|kantor|direktorat|balai"
    r"|persatuan|perhimpunan|tim riset|guru (?:sd|smp|sma|smk|tk)|biro|bagian"
)
ENDS = (
    r"indonesia|university|institute|academy|education|school|college|foundation|association|society|agency|group"
    r"|corp(?:oration)?|inc|ltd|tbk|cent(?:er|re)|community|club|studios?|fc|united"
)
# Three capitals that nobody can say are an institution's, "LBH Sora", unless they are a title or a name cut short;
# so are more that begin with three: "LPSK"
ABBREVIATED = (
    r"(?!(?:TGB|TGH|AGH|KRT|KRH|KPH|RMT|BRM|GRM|KRA|GKR|GPH|BRA|KH[A-Z]|DR[SAGH]|PDT|MHD|SRI|DWI|TRI|ABD)\b)(?=[A-Z]?[^AEIOU\W]{2})[A-Z]{3}"
    r"(?= .*[a-z])|(?!CHR|SCH)[B-DF-HJ-NP-TV-Z]{3}[A-Z]{1,2}(?= )|MUI|KONI|PGRI|PSSI|HIPMI|HIMPSI|IDI|PMI"
)
# "Dinas Kominfo Sora", "PT Sora Abadi"
INSTITUTION = late(
    r"kemen\w{3,}|(?-i:MPR|DPR|DPD|BPIP|KPK|BRI|BNI|BTN|BCA|OJK|BPJS|BKKBN|BPOM|BNPB|BUMN|BPS|BMKG|BPBD)(?: [A-Z]\w+)?"
    rf"|(?-i:(?:SD|SMP|SMA|SMK|MTs|MA)N?|MIN|{ABBREVIATED}|P[PWC]|GP)(?: .+)"
    r"|(?-i:SDN|SMPN?|SMAN?|SMKN?|MTsN?)"
    rf"|(?:\w+ ){{1,3}}(?:{ENDS})|(?!(?:pt|cv)$)(?:{BEGINS})(?:\.? .+)?",
    re.I,
)
# "Biro Media & Informasi Sora", "Humas dan Protokol": one office, which does two things
OFFICE_OF_TWO = re.compile(
    r"(?:tim|biro|bagian|bidang|seksi|divisi|departemen|humas|media|publikasi|hubungan|kominfo)\b[\w ]{0,40}"
    r"(?: ?& ?| dan )(?:informasi|komunikasi|protokol\w*|publikasi|media|dokumentasi|data|it|ti|teknologi"
    r"|hubungan|humas|pers|pengembangan|kerja ?sama|kelembagaan|penyiaran|desain|multimedia|digital|promosi"
    r"|pelayanan|umum|publik|hukum|statistik|kominfo)\b[\w ]{0,60}",
    re.I,
)
# What portals call their channels by; what is a person's name, too, is left out: Hikmah, Ramadan
CHANNEL = (
    r"berita|kabar|warta|news|bola|sepak ?bola|liga(?: \w+)?|piala \w+|timnas(?: \w+)?|bulu ?tangkis|badminton"
    r"|basket|voli|raket|moto ?gp|formula (?:1|satu)|olah ?raga|sports?|e-?sports?|arena|ekonomi|bisnis|business"
    r"|keuangan|finans?ial|finance|money|moneter|perbankan|pasar(?: modal)?|market|saham|bursa|investasi|kripto"
    r"|industri|umkm|makro|sektor riil|energi|tambang|pertambangan|pertanian|properti|nasional|national|daerah"
    r"|regional|nusantara|internasional|mancanegara|global|dunia|world|metro|megapolitan|metropolitan|kota|desa"
    r"|politik|pemilu|pilkada|pilpres|parlemen|pemerintahan|hukum|kriminal|hukrim|militer|peristiwa|pendidikan"
    r"|edukasi|kesehatan|health|teknologi|te[ck]h?no|sains|gadget|gawai|games?|otomotif|oto|otosport|hiburan"
    r"|entertainment|selebrit(?:as|i|is)|seleb|celebrity|showbiz|sinema|film|musik|lifestyle|life|gaya(?: hidup)?"
    r"|wisata|travel(?:ing)?|kuliner|food|resep|kecantikan|beauty|fashion|mode|parenting|keluarga|relationship"
    r"|zodiak|horoskop|religi|islami?|dunia islam|khazanah|opini|kolom|editorial|tajuk(?: rencana)?|surat pembaca"
    r"|advertorial|lingkungan|humaniora|sosial|budaya|seni|sastra|sejarah|tokoh|profil|figur|ragam|unik|aneh|viral"
    r"|trending|terkini|terbaru|terpopuler|populer|pilihan|headlines?|top news|utama|sorotan|fokus"
    r"|laporan(?: utama)?|investigasi|cek fakta|galeri|foto|video|infografis|podcast|feature|komunitas|karier|karir"
    r"|loker|tips"
)
# "Gaya Hidup", "Ekonomi & Bisnis", "Berita Jakarta"
CHANNELS = late(
    rf"(?:{CHANNEL})(?:(?: | ?[&/] ?| dan )(?:{CHANNEL}|indonesia|anak|umum|hari ini|{NAMES})){{0,4}}", re.I
)
# Words of headlines and of reports that nobody is called by: "Jakarta Banjir", "Laporan Keuangan Tahunan"
NO_NAMES = frozenset(
    "banjir gempa longsor kebakaran kecelakaan tsunami erupsi harga turun melonjak anjlok akan siap segera"
    " tolak minta sebut ungkap bongkar tangkap tewas korban ini itu begini daftar jadwal skor klasemen"
    " prediksi warga polisi presiden menteri gubernur bupati pemerintah rupiah dolar saham beras minyak gaji"
    " saat usai jelang soal terkait kasus korupsi sidang vonis pilkada pemilu timnas vs kalahkan menang kalah"
    " keuangan tahunan bulanan anggaran realisasi kinerja audit penelitian kegiatan pemeriksaan pertanggungjawaban"
    " perjalanan cuaca masyarakat intelijen investigasi mudik"
    " raih buka tutup lagi belum tidak bisa harus penyebab alasan tips resep lirik sinopsis".split()
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
