"""Okezone, https://www.okezone.com"""

import re

from newscrawl.portals import ArticleLoader, Listing, Portal, Rendered, Row

INDEX = "https://index.okezone.com/bydate"
TAG_CARDS, SEARCH_CARDS = ".tag-wrapper a, .list-berita a, .box-text a, .content-hardnews a", ".listnews a, .box-text a"
INDEX_CARDS = ".content-hardnews a, li.idx-list a, .list-berita a"  # of 2018-26; the list in two spellings


class Okezone(Portal):
    domains = ("okezone.com",)
    article_url = re.compile(
        r"(?!(?:img|cdn|a|id|client|redaksi|management|search|sindikasi|tv|index|mncnow|services|mpi)\.)"
        r"[a-z0-9-]+\.okezone\.com/(?P<form>read|view|play)/\d{4}/\d\d?/\d\d?/\d+/(?P<id>\d+)(?:/[^/]*)?"
    )
    kinds = {"view": "gallery", "play": "video"}
    variants = (
        (r"(?<=okezone\.com)/amp(?=/\d)", "/read"),
        (r"^([a-z]+)20\d\d(?=\.okezone)", r"\1"),  # hosts of the developers: bola2020
    )
    example = "https://news.okezone.com/read/2021/03/24/18/2383040/korea-utara-dan-china"
    channels = {"news": "1", "sports": "2", "economy": "11", "women": "12", "celebrity": "13", "bola": "14",
                "muslim": "613", "edukasi": "623", "ototekno": "630"}  # fmt: skip
    listings = (
        Listing(INDEX + "/index/{day:%Y/%m/%d}/{offset}/", INDEX_CARDS, step=15,
                first=INDEX + "/index/{day:%Y/%m/%d}/"),
        Listing(INDEX + "/channel/{day:%Y/%m/%d}/{channel_id}/{offset}/", INDEX_CARDS, step=15,
                first=INDEX + "/channel/{day:%Y/%m/%d}/{channel_id}/"),
        Listing("https://{channel}.okezone.com/indeks/{day:%Y/%m/%d}/{offset}",
                ".group-brt-terkini .desc-text, .content-hardnews a", step=10,
                first="https://{channel}.okezone.com/indeks/{day:%Y/%m/%d}/"),
    )  # fmt: skip
    tags = (
        Listing("https://www.okezone.com/tag/{tag}/{number}", TAG_CARDS, first="https://www.okezone.com/tag/{tag}"),
        Rendered("https://www.okezone.com/tag/{tag}", TAG_CARDS, scroll=True),
    )
    searches = (
        Listing("https://search.okezone.com/loaddata/article/{words}/{number}", SEARCH_CARDS),
        Rendered("https://search.okezone.com/search?q={words}", SEARCH_CARDS, scroll=True),
    )
    all_pages = "{url}?page=all"
    evidence = (*(f"real page ({year})" for year in (2015, 2017, 2020, 2023, 2025)), "structure of 2026")

    class Loader(ArticleLoader):
        # Templates: 2024-26, mobile 2018-23 and desktop 2017-23, celebrity 2016-17, 2015-16, photos of 2016-17.
        site_name = "okezone"
        brands = r"okezone\w*|okz|sindo\w*|i-?news"
        junk = (
            Row(r"golden scene|a a a|s & k|lihat(?: kode)?|voucher special okezone", "Lihat Kode", "Lihat kode."),
            Row(r"kode\w{0,12}\s?berakhir sebelum\b[^.!?\d]{0,20}\d[^.!?]{0,20}"
                r"|(?P<day>\d{1,2})\.(?P=day)(?: (?-i:[A-Z][A-Z-]+)){1,5}!?",
                "5.5 BAGI-BAGI KOPI", "5.5 juta warga"),
            Row(r"diskon hingga \d+%.{0,120}\|.{0,200}", "Diskon hingga 70% | Obral", "Diskon hingga 70% di desa."),
            Row(r"©? ?\d{4}(?: ?- ?\d{4})? okezone\.com.{0,40}", "© 2007 - 2026 Okezone.com", "2026 okezone membaik."),
            Row(r"nantikan kejutan menarik lainnya\W*", "Nantikan kejutan menarik lainnya!", "Nantikan kejutan itu."),
            Row(r"dapatkan (?:berita up to date|update berita)\b.{0,200}(?:okezone|kejutan menarik lainnya)\W*",
                "Dapatkan berita up to date hanya di Okezone", "Dapatkan update berita desa."),
            Row(r"(?:baca|lihat|simak)(?: juga)? (?:berita|artikel) (?:lainnya|selengkapnya|terkait) okezone di ?sini",
                "Baca berita lainnya Okezone disini", "Baca berita okezone itu di sini."),
            Row(r"follow (?:berita|whatsapp channel|akun|kami)\b[^,]{0,80}okezone(?:\.com)?(?: untuk .{0,60})?\W*",
                "Follow Berita Okezone.com", "Follow akun itu."),
            Row(r"ikuti (?:berita|kami|saluran|whatsapp channel|akun|update)\b[^,]{0,120}okezone(?:\.com)?(?: channel)?"
                r"(?:,? klik (?:di )?sini| untuk .{0,60})?\W*", "Ikuti berita Okezone.com", "Ikuti akun itu."),
        )  # fmt: skip
        published_at_css = (".journalist span", ".namerep > b", ".namerep", ".title-detail > span", "time.tgl",
                            ".news-fl")  # fmt: skip
        authors_css = (".journalist a[title]::attr(title)", ".journalist", ".namerep", ".title-detail > span > b",
                       ".nmreporter > div")  # fmt: skip
        authors_meta = "dable:author"
        section_json = ("breadcrumb.itemListElement[].[item.name, name][] | [?@]", "article.articleSection")
        editors_css = "#contentx + strong"
        tags_css = ("#tag .box-tag a", ".detail-tag a", ".tag a[href*='/tag/']")
        body_css = (".c-detail.read", "#contentx", ".description.read", ".ctn-desc", "[itemprop=articleBody]",
                    "div.read", ".detail-isi")  # fmt: skip
        body_drop = (".detads", "#metube_div", ".rctiplus", "#rctiplus", ".box-gnews", ".tbkomentar", ".vicon",
                     ".newtag")  # fmt: skip
        images_css = (".img-article img", "#imgCheck", "img.imgpath", ".ctn-images img", "#imageCheckWidth img",
                      ".aphotos img")  # fmt: skip
        caption_css = (".desc-foto", ".detfoto > span", ".detailcaption", ".caption-img-ab", "article > .caption")
        pager_css = ("#paging .nomor", ".pagingxm .ofvalue", ".second-paging a", ".paging a")
