"""What captions of many houses say, and whose the picture is: forms of credits, and brackets that are none."""

from __future__ import annotations

import re

import pytest

from newscrawl.reading.phrases.pictures.captions import BRACKET_CREDIT, CREDIT_AT_END, split_credit
from tests.reading.test_kinds import LAST, S1, S2, S3
from tests.reading.unknown import FIRST_TOLD, PARAGRAPHS, PICTURE, read_unknown

# Read alike by every portal, whatever its own form is.
ALIKE = [
    ("Panen kopi (Sora.com/Budi", "Panen kopi", "Sora.com/Budi"),
    ("Panen kopi (Sora.com/Budi))", "Panen kopi", "Sora.com/Budi"),
    ("Panen kopi (@budi.s)", "Panen kopi", "@budi.s"),
    ("Panen kopi (IG @budi.s)", "Panen kopi", "IG @budi.s"),
    ("Panen kopi (Sumber Instagram @budi)", "Panen kopi", "Instagram @budi"),
    ("Panen kopi (foto AFP)", "Panen kopi", "AFP"),
    ("Panen kopi (Foto; AFP)", "Panen kopi", "AFP"),
    ("Panen kopi (Doc: Koperasi)", "Panen kopi", "Koperasi"),
    ("Panen kopi (Foto: Twitter/@sora (Budi))", "Panen kopi", "Twitter/@sora (Budi)"),
    ("Panen kopi (Photo by Budi Santoso on Unsplash)", "Panen kopi", "Budi Santoso on Unsplash"),
    ("Panen kopi (Tangkapan layar YouTube)", "Panen kopi", "Tangkapan layar YouTube"),
    ("Panen kopi di Sora.-(Sora Pos/ Budi)-", "Panen kopi di Sora.", "Sora Pos/ Budi"),
    ("Panen kopi di Sora. Foto. Budi Santoso.", "Panen kopi di Sora.", "Budi Santoso"),
    ("Panen kopi di Sora. Foto, dok. Budi.", "Panen kopi di Sora.", "dok. Budi"),
    ("Panen kopi (Humas Polres Sora)", "Panen kopi", "Humas Polres Sora"),
    ("Panen kopi (Budi Santoso/Radar Sora)", "Panen kopi", "Budi Santoso/Radar Sora"),
    ("Panen kopi (Budi/AFP PHOTO/Getty)", "Panen kopi", "Budi/AFP PHOTO/Getty"),
    ("Panen kopi (Budi for Sora.com)", "Panen kopi", "Budi for Sora.com"),
    ("Panen kopi (©Shutterstock)", "Panen kopi", "©Shutterstock"),
    ("Panen kopi (www.sora.com)", "Panen kopi", "www.sora.com"),
    ("Panen kopi (BBC)", "Panen kopi", "BBC"),
    ("Panen kopi. Dok. TEMPO/Budi", "Panen kopi.", "Dok. TEMPO/Budi"),
    ("Panen kopi | Sumber: VIVA/Budi", "Panen kopi", "VIVA/Budi"),
    ("Panen kopi. Sumber : Budi Santoso", "Panen kopi.", "Budi Santoso"),
    ("Gedung Dewan Desa Sora (Foto: DDS)", "Gedung Dewan Desa Sora", "DDS"),
    ("Panen kopi (Sora.com/Budi S.)", "Panen kopi", "Sora.com/Budi S."),
    ("(Foto: Budi) Panen kopi di Sora", "Panen kopi di Sora", "Budi"),
    ("[Foto: Instagram Rani Dewi]", None, "Instagram Rani Dewi"),
    ("Panen kopi / Sumber: iStockphoto", "Panen kopi", "iStockphoto"),
    ("Panen kopi/Photo by Budi Santoso on Unsplash", "Panen kopi", "Budi Santoso on Unsplash"),
    ("Panen kopi/photo (Shutterstock)", "Panen kopi", "Shutterstock"),
    ("Panen kopi (Instagram/)", "Panen kopi", None),
    ("sumber foto: www.sora.com", None, "www.sora.com"),
    ("FOTO: Panen kopi di Kebun Sora", "Panen kopi di Kebun Sora", None),
    ("Foto: Budi Santoso dan Rani", None, "Budi Santoso dan Rani"),
    ("Foto: Kelompok Tani di Sora/Antara", None, "Kelompok Tani di Sora/Antara"),
    ("Foto: (Dok. Sora)", None, "Dok. Sora"),
    ("Panen kopi. Instagram @budi", "Panen kopi.", "Instagram @budi"),
    ("Panen kopi. shutterstock.com", "Panen kopi.", "shutterstock.com"),
    ("Panen kopi. BPMI Setpres/Budi Santoso", "Panen kopi.", "BPMI Setpres/Budi Santoso"),
    ("Panen kopi. ©2026 Dok/Sora.go.id", "Panen kopi.", "©2026 Dok/Sora.go.id"),
    ("©2026 Sora.com/Nanda F. Ibrahim", None, "©2026 Sora.com/Nanda F. Ibrahim"),
    ("Instagram @kopi.sora ©2026 Sora.com", None, "Instagram @kopi.sora ©2026 Sora.com"),
    ("Instagram kopi.sora ©2026 Sora.com", None, "Instagram kopi.sora ©2026 Sora.com"),
    ("YouTube Luncurkan Fitur Baru ©2026 Sora.com", "YouTube Luncurkan Fitur Baru", "©2026 Sora.com"),
    ("© Sora Pos/Budi", None, "© Sora Pos/Budi"),
    ("Panen kopi. (c) Sora", "Panen kopi.", "(c) Sora"),
    ("Panen kopi. Twitter", "Panen kopi.", None),
    *((line, line, None) for line in ("Panen. Petani dan/atau buruh", "Panen. Twitter itu ramai", "Panen di sora.com")),
    ("Perbesar Panen kopi (Sora.com/Budi)", "Panen kopi", "Sora.com/Budi"),
    ("Panen kopi. (Sora.com/Budi)Selengkapnya", "Panen kopi.", "Sora.com/Budi"),
    ("2/5 Panen kopi (Sora.com/Budi)", "Panen kopi", "Sora.com/Budi"),
    *((button, None, None) for button in ("Perbesar", "Lihat Foto", "1/5")),
    *((line, line, None) for line in ("Perbesar lahan kopi", "2/3 lahan kopi kering", "Lihat foto keluarga itu")),
    ("(Istimewa)", None, "Istimewa"),
    *((line, line, None) for line in ("Pemain Sora (merah)", "Virus corona (Covid-19)", "Harga kopi (Rp)")),
    ("Sumber: https://www.sora.com/kopi", None, "https://www.sora.com/kopi"),
    ("Ilustrasi kopi. Photo by Budi Santoso on Pexels", "Ilustrasi kopi.", "Budi Santoso on Pexels"),
    ("Ilustrasi kopi. Kredit: foto via Unsplash/@budi", "Ilustrasi kopi.", "Unsplash/@budi"),
    ("Ilustrasi kopi. Foto: pexels", "Ilustrasi kopi.", "pexels"),
    ("Panen kopi. Foto:(Sora.com/Budi)", "Panen kopi.", "Sora.com/Budi"),
    ("Panen kopi. Source: Daily Mail", "Panen kopi.", "Daily Mail"),
    ("Panen kopi. Sora.com/Budi Santoso)", "Panen kopi.", "Sora.com/Budi Santoso"),
    ("Panen kopi. Sora/Budi Santoso/Pool via REUTERS", "Panen kopi.", "Sora/Budi Santoso/Pool via REUTERS"),
    ("Kopi. (Sumber: https://www.sora.com/p/B_1/)", "Kopi.", "https://www.sora.com/p/B_1/"),
    ("ilustrasi kopi | istimewa", "ilustrasi kopi", "istimewa"),
    ("Pinterest", None, None),
    ("Rani memanen kopi (Dokumentasi penulis)", "Rani memanen kopi", "Dokumentasi penulis"),
    ("Pertemuan forum RI - ASEAN/Jepang", "Pertemuan forum RI - ASEAN/Jepang", None),
    ("Sidang Ratna. tangkapan layar YouTube Sora TV", "Sidang Ratna.", "tangkapan layar YouTube Sora TV"),
    ("Foto: Ratna Lestari: Saya senang (Budi Santoso)", "Ratna Lestari: Saya senang", "Budi Santoso"),
    ("Kanal YouTube Sora Utara", None, "Kanal YouTube Sora Utara"),
    ("tangkapan layar YouTube Sora", None, "tangkapan layar YouTube Sora"),
    ("instagram.com/budi", None, "instagram.com/budi"),
    ("2019 Sora.com", None, "2019 Sora.com"),
    ("Tangkapan layar rekaman warga", "Tangkapan layar rekaman warga", None),
    ("Ilustrasi - Kopi. Foto: arsip Sora.com", "Ilustrasi - Kopi.", "arsip Sora.com"),
    ("Rani di kebun kopi - ANT/Budi Santoso", "Rani di kebun kopi", "ANT/Budi Santoso"),
    ("Instagram @budi", None, "Instagram @budi"),
    # a bare network, a trailer, a film and what the caption calls one own no picture
    *(
        (f"Petani memetik kopi. (Foto: {seen})", "Petani memetik kopi.", None)
        for seen in ("TikTok", "YouTube Trailer", "dok. YouTube", "Film Senja di Sora", "Drama Korea Senja")
    ),
    ("Rani dalam Senja di Sora (Foto: Senja di Sora)", "Rani dalam Senja di Sora", None),
    ("Rani di kebun kopi (Foto: Filma Dewi)", "Rani di kebun kopi", "Filma Dewi"),
    ("Rani di acara Sora TV (Foto: Sora TV)", "Rani di acara Sora TV", "Sora TV"),
    ("Rani di kebun kopi (X/@rani)", "Rani di kebun kopi", "X/@rani"),
    ("Rani di kebun kopi (TikTok/@rani)", "Rani di kebun kopi", "TikTok/@rani"),
    ("You Tube - Sora TV", None, "You Tube - Sora TV"),
    ("YouTube Luncurkan Fitur Baru", "YouTube Luncurkan Fitur Baru", None),
]
# Whose brackets at the end name no owner, even where such a bracket always does.
WHOLE = [
    "Rani (ketiga kiri)", "Rani (nomor dua dari kiri)", "Rani (ujung kanan)", "Rani (memegang mik)",
    "Rani (batik cokelat)",
    "Rani (berhijab)", "Rani (rompi oranye)", "Rani (masker hitam)", "Rani (foto kiri)", "Rani (insert)",
    "Rani (45 tahun)", "Rani (alm.)", "Rani (almarhumah)", "Rani (bukan nama sebenarnya)", "Rani (tidak terlihat)",
    "Panen, Senin (24 Juli 2026)", "Hadiah panen (Rp 10 juta)", "Hadiah (US$ 10 juta)", "PT Kebun Sora (Persero)",
    "Panen kopi (ilustrasi)", "Panen kopi (File Photo)", "Wakil Menteri Luar Negeri (Wamenlu)",
    "Kata Menteri Perdagangan (Mendag)", "Kegiatan Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)",
    "Kartu Tanda Penduduk Elektronik (e-KTP)", "Panen kopi (No. 10)",
    "PT Sora Abadi Tbk (SRAB)", "Harga kopi (kilogram)", "Gempa di Sora (M)", "Rani di pasar (sedang memetik kopi)",
    "Harimau Sumatra (Panthera tigris sumatrae)", "Komodo (Varanus komodoensis)",
    "Logo Persatuan Sepak Bola Seluruh Indonesia (PSSI)", "PT Bank Kopi Sora (Persero) Tbk (BKS)",
]  # fmt: skip
# What only portals that always write so name in such a bracket.
BRACKETED = [
    ("Panen kopi (Koperasi Sora)", "Panen kopi", "Koperasi Sora"),
    ("Wakil warga desa (Rani Dewi)", "Wakil warga desa", "Rani Dewi"),
    ("Dana Desa Sora. (DDS)", "Dana Desa Sora.", "DDS"),
    ("Dua tim bertanding di Sora (soompi)", "Dua tim bertanding di Sora", "soompi"),
]


@pytest.mark.parametrize("form", [CREDIT_AT_END, BRACKET_CREDIT])
@pytest.mark.parametrize(("printed", "caption", "credit"), ALIKE)
def test_a_credit_in_whatever_form(
    printed: str, caption: str | None, credit: str | None, form: re.Pattern[str]
) -> None:
    assert split_credit(printed, form) == (caption, credit)


@pytest.mark.parametrize("form", [CREDIT_AT_END, BRACKET_CREDIT])
@pytest.mark.parametrize("printed", WHOLE)
def test_a_bracket_that_tells_of_the_picture(printed: str, form: re.Pattern[str]) -> None:
    assert split_credit(printed, form) == (printed, None)


@pytest.mark.parametrize(("printed", "caption", "credit"), BRACKETED)
def test_a_credit_where_the_last_bracket_always_is_one(printed: str, caption: str, credit: str) -> None:
    assert split_credit(printed, BRACKET_CREDIT) == (caption, credit)


@pytest.mark.parametrize(
    ("caption", "said", "credit"),
    [
        ("Sumber: Instagram/kopi.sora", None, "Instagram/kopi.sora"),
        ("Sumber: Instagram @kopi.sora", None, "Instagram @kopi.sora"),
        ("Panen kopi (dok Sora)", "Panen kopi", "dok Sora"),
        ("Panen kopi (Budi Jr - Biro Pers Sekretariat Sora)", "Panen kopi", "Budi Jr - Biro Pers Sekretariat Sora"),
        ("Panen kopi | Via: sora.blogspot.com", "Panen kopi", "sora.blogspot.com"),
        ("Panen kopi (Budi - pemilik kebun)", "Panen kopi (Budi - pemilik kebun)", None),
        ("Ratna memetik kopi--Budi via Antara", "Ratna memetik kopi", "Budi via Antara"),
        ("Macet di Tol Merak--Bakauheni", "Macet di Tol Merak--Bakauheni", None),
        ("Ratna Dewi--Ketua Koperasi Sora", "Ratna Dewi--Ketua Koperasi Sora", None),
        ("Presiden Soekarno--Bung Karno--di Blitar", "Presiden Soekarno--Bung Karno--di Blitar", None),
        ("Panen kopi (dok sedang memeriksa)", "Panen kopi (dok sedang memeriksa)", None),
    ],
)
def test_an_archive_and_a_press_office_in_a_bracket(caption: str, said: str | None, credit: str | None) -> None:
    assert split_credit(caption) == (said, credit)


@pytest.mark.parametrize(
    ("caption", "said", "credit"),
    [
        ("Panen kopi di Sora. Dok Pemkab Sora", "Panen kopi di Sora.", "Dok Pemkab Sora"),
        ("Ilustrasi kopi/dok. pribadi", "Ilustrasi kopi", "dok. pribadi"),
        ("Panen kopi. (Istimewa/dok. Sora)", "Panen kopi.", "Istimewa/dok. Sora"),
        ("Ilustrasi kopi/pexels.com", "Ilustrasi kopi", "pexels.com"),
        ("Jalan Sora/unsplash putih", "Jalan Sora/unsplash putih", None),
        ("Panen kopi. Foto/dok. pribadi", "Panen kopi.", "dok. pribadi"),
        ("Panen kopi. Foto/net", "Panen kopi.", "net"),
        ("Panen kopi. Foto/antara", "Panen kopi.", "antara"),
        ("Panen kopi. Foto/tangkapan layar", "Panen kopi.", "tangkapan layar"),
        ("Panen kopi. Foto/antara warga", "Panen kopi. Foto/antara warga", None),
        ("Panen kopi, Kredit foto: iStockphoto", "Panen kopi", "iStockphoto"),
        ("Panen kopi. Credits: Pexels.com/Budi", "Panen kopi.", "Pexels.com/Budi"),
        ("Credit foto: Pexels", None, "Pexels"),
        ("Panen kopi | Photo: Copyright Doc Sora.com", "Panen kopi", "Doc Sora.com"),
        ("Panen kopi | unsplash.com/Budi Santoso", "Panen kopi", "unsplash.com/Budi Santoso"),
        ("Panen kopi | Instagram/@sora", "Panen kopi", "Instagram/@sora"),
        ("Panen kopi | @sora", "Panen kopi", "@sora"),
        ("Sumber: Soraside.me", None, "Soraside.me"),
        ("Peta kebun kopi [Grafis: Sora].", "Peta kebun kopi", "Sora"),
        ("Harga kopi (Infografis: Budi)", "Harga kopi", "Budi"),
        ("Peta kebun kopi (grafis itu lama)", "Peta kebun kopi (grafis itu lama)", None),
    ],
)
def test_a_credit_of_a_store_an_archive_or_a_handle(caption: str, said: str | None, credit: str | None) -> None:
    assert split_credit(caption) == (said, credit)


@pytest.mark.parametrize(
    ("caption", "said", "credit"),
    [
        ("Potret Ratna. YouTube Keluarga Sora ©2021 Sora.com", "Potret Ratna.", "YouTube Keluarga Sora ©2021 Sora.com"),
        ("Instagram @sora ©2021 Sora.com", None, "Instagram @sora ©2021 Sora.com"),
        ("Panen. Lereng.com ©2020 Sora.com", "Panen.", "Lereng.com ©2020 Sora.com"),
        ("Ilustrasi Instagram. ©2020 Sora.com", "Ilustrasi Instagram.", "©2020 Sora.com"),
        ("Kantor Facebook di Sora. ©2020 Sora.com", "Kantor Facebook di Sora.", "©2020 Sora.com"),
    ],
)
def test_where_a_picture_was_shown_first_is_of_its_credit(caption: str, said: str | None, credit: str) -> None:
    form = re.compile(r"(?P<caption>.*?)\s*(?P<credit>©.+?)$")
    assert split_credit(caption, form) == (said, credit)


@pytest.mark.parametrize("sign", ["[rsd]", "(sora/rsd)", "[sora/rsd]"])
def test_a_signature_behind_the_caption_that_a_text_ends_with(sign: str) -> None:
    caption = f"<p><img src='{PICTURE}'></p><p><em>2026 KabarSora.com/Budi Santoso</em> {sign}</p>"
    article = read_unknown(f"<main><div itemprop='articleBody'>{PARAGRAPHS}{caption}</div>")
    assert (article.text.split("\n\n"), article.editors[-1:]) == ([FIRST_TOLD, f"{S3} {LAST}"], ["rsd"])


@pytest.mark.parametrize("line", ["Kebun kopi di Sora [rsd]", f"{S1} [sic]"])
def test_what_is_no_caption_keeps_its_bracket(line: str) -> None:
    below = f"<p><img src='{PICTURE}'></p><p>{line}</p><p>{S2}</p>"
    assert line in read_unknown(f"<main><div itemprop='articleBody'>{PARAGRAPHS}{below}</div>").text


def test_whose_a_picture_is_by_a_name_on_a_network() -> None:
    assert split_credit("Rani Dewi (@ranidewi/Instagram)") == ("Rani Dewi", "@ranidewi/Instagram")
    assert split_credit("Rani Dewi (kebun/Sora)") == ("Rani Dewi (kebun/Sora)", None)
