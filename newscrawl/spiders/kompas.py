"""Kompas, https://www.kompas.com"""

import re

from newscrawl.portals import ArticleLoader, Listing, Portal, Row

CARDS = ".articleItem a.article-link, a.article__link"  # the index of 2024-26 and the one before it


class Kompas(Portal):
    domains = ("kompas.com",)
    article_url = re.compile(
        r"(?!(?:assets?|indeks|search|amp|account|video)\.)[a-z0-9-]+\.kompas\.com/"
        r"(?:(?P<form>image|photo|video)(?:/read)?|(?:(?!photo/|video/|image/)[a-z0-9-]+/)?read(?:/xml)?)"
        r"/(?P<id>\d{4}/\d\d?/\d\d?/\d{6,10}[\da-f]{0,4}(?=/|$)|\d\d[A-L]\d{8,12}(?=/|$))(?:(?<=\w)/\d{1,2}(?=/))?(?:/[^/]*)?"
    )
    kinds = {"image": "gallery", "photo": "gallery", "video": "video"}
    variants = ((r"^amp\.kompas\.com/([a-z0-9-]+)(?=/read)", r"\1.kompas.com"),)
    example = "https://money.kompas.com/read/2023/11/02/213419026/menhub-bocorkan-penyebab-harga-tiket-pesawat"
    channel_names = "news nasional regional megapolitan global money tekno otomotif bola lifestyle tren"
    listings = (
        Listing("https://indeks.kompas.com/?site=all&date={day:%Y-%m-%d}&page={number}", CARDS),
        Listing("https://indeks.kompas.com/?site={channel}&date={day:%Y-%m-%d}&page={number}", CARDS),
    )
    all_pages = "{url}?page=all"
    evidence = ("real page (2015)", "real page (2023)")

    class Loader(ArticleLoader):
        # Templates: 2017-26, then 2012-16 of the news, of travel and of cars; there the first h1 is the channel.
        site_name = "kompas"
        brands = r"kompas|tribun\w*"
        junk = (
            Row(r"(?:selalu update info terkini\. )?(?:simak|dapatkan update) (?:breaking news dan berita pilihan"
                r"|berita pilihan dan breaking news) .{3,330}",
                "Simak breaking news dan berita pilihan kami di ponselmu", "Simak berita pilihan itu."),
            Row(r"(?:(?:dalam|di tengah) segala situasi, )?kompas\.com berkomitmen (?:untuk )?(?:selalu )?memberikan "
                r"fakta jernih .{3,300}",
                "Di tengah segala situasi, KOMPAS.com berkomitmen untuk selalu memberikan fakta jernih dari lapangan",
                "Kompas.com memberikan fakta."),
            Row(r"kirimkan komentar anda\b.{0,100}|dapatkan segera buku\b.{3,160}\bmelalui gramedia\.com\W*",
                "Kirimkan komentar Anda melalui kolom di bawah.", "Kirimkan komentar itu ke redaksi."),
            Row(r"artikel ini merupakan bagian dari lestari kg media\b.{0,200}",
                "Artikel ini merupakan bagian dari Lestari KG Media, sebuah inisiatif.", "Artikel ini dari kamus."),
            Row(r"baca berita tanpa iklan\. gabung kompas\.com\+.{0,40}", "Baca berita tanpa iklan. Gabung Kompas.com+",
                "Baca berita tanpa iklan."),
            Row(r"segera lengkapi data dirimu.{0,120}|periksa kembali dan lengkapi data dirimu\W*",
                "Periksa kembali dan lengkapi data dirimu.", "Periksa kembali data dirimu."),
            Row(r"(?:tulis|dapatkan)\b[^.]{0,80}#jernihberkomentar\b.{0,120}|terangi negeri dengan literasi,.{0,300}",
                "Tulis komentarmu dengan tagar #JernihBerkomentar dan menang!", "Tulis komentarmu, kata Ratna."),
        )  # fmt: skip
        title_css = (".read__title", ".kcm-read-top h2", ".kcm-read-content-top h2", ".baca-content h1")
        published_at_css = (".read__time", ".kcm-read .msmall", ".kcm-date", ".baca-content .grey")
        published_at_meta = ("content_publisheddate", "article:published_time")
        authors_css = (".credit-author:contains(Penulis) .credit-author-name", "#penulis",
                       ".read__credit__item:contains(Penulis)", ".opinion__author")  # fmt: skip
        authors_json = ()  # the editor
        authors_meta = "content_author"
        editors_css = (".credit-author:contains(Editor) .credit-author-name", "#editor",
                       ".read__credit__item:contains(Editor)")  # fmt: skip
        editors_meta = "content_editor"
        credits_css = ".kcm-read-copy tr, .penulis-editor tr, .penulis-editor:not(:has(tr))"
        section_css = (".breadcrumb__link", ".kcm-breadcrumb a", "h4.breadcrump a")
        section_meta = ("content_category", "content_subcategory")
        tags_css = (".tag__article__item", ".tag__article__link")
        body_css = (".read__content", ".kcm-read-text", "span.kcmread1114", ".div-read", ".kcm-read-content-text")
        body_drop = (".kcm-read-copy, .kcm-read-bottom-topic, .penulis-editor, .ads-on-body, .inner__sidebar",
                     "[class*=inject-baca-juga], [class*=kompasidRec]")  # fmt: skip
        images_css = (".cover-photo .photo__wrap img",
                      ".photo__wrap img, .kcm-read-top .photo img, .baca-content .photo img",
                      ".kcm-read .photo img")  # fmt: skip
        caption_css = (".cover-photo .photo__caption", ".photo__caption", ".kcm-read-top .photo",
                       ".kcm-read .photo, .baca-content .photo")  # fmt: skip
        credit_css = (".photo__author", ".kcm-read-top .photo .author",
                      ".kcm-read .photo .author, .baca-content .photo .author")  # fmt: skip
        figure_css = ".read__content .photo, .kcm-read-text .photo, .kcmread1114 .photo, .div-read .photo"
        pager_css = ("meta[name=content_total_pages]::attr(content)", ".read__paging a")
        advertorial_css = "link[rel=canonical][href*='//biz.kompas.com/'], h5.ads:contains(Advertorial)"
        paywall_css = "meta[name=subscription][content=True]"
