"""Tempo, https://www.tempo.co"""

import re

from newscrawl.portals import ArticleLoader, Feed, Listing, Payload, Portal, Rendered, Row


class Tempo(Portal):
    article_url = re.compile(
        r"(?:(?=(?:www\.tempo\.co/)?(?P<form>foto|video)[./])|)(?:(?P<edition>en|majalah|koran|cekfakta)|(?!rss|search)[a-z]+)"
        r"\.tempo\.co/(?:(?<=cekfakta\.tempo\.co/)fakta/|read/(?:[a-z-]+/)?(?:\d{4}/\d\d/\d\d/(?:\d{3}(?=\d{6}))?)?"
        r"|(?!penulis/|tag/|topik/|indeks/)(?:[a-z-]+/)+[^/]+-(?=\d+$))(?P<id>\d+)(?:/[^/]*)?"
    )
    variants = ((r"(?<=tempo\.co)/amp(?=/\d)", "/read"), (r"(?<=\w)/full(?:&view=ok)?$", ""))
    example = "https://www.tempo.co/ekonomi/contoh-bank-sentral-9100001"
    channel_names = "politik hukum ekonomi lingkungan wawancara investigasi cekfakta tokoh"
    listings = (
        Payload("https://www.tempo.co/{channel}/_payload.json", 'data."rubric-content".latest.data', devalue=True,
                link="canonical_url", base="https://www.tempo.co/", dates="published_at"),
        Feed("https://rss.tempo.co/nasional"),  # the others are empty
        Feed("https://rss.tempo.co/bisnis"),
        Listing("https://www.tempo.co/indeks?page={number}&category=date&start_date={day:%Y-%m-%d}"
                "&end_date={day:%Y-%m-%d}", "main a, #__nuxt a"),  # any link: what its cards are is not known
        Rendered("https://www.tempo.co/indeks?page={number}&category=newsAccess&access=FREE", "main a"),  # nor here
    )  # fmt: skip
    numbered_page = "{url}?page_num={number}"
    evidence = ("real page (2015)", "structure of 2026")

    class Loader(ArticleLoader):  # templates: 2024-26, the magazine and 2021-24, 2017-21, 2015-16
        # Of 2024-26 the writers stand in boxes without names, and the date is named by its colour and size alone.
        site_name = r"tempo(?:\.co)?|majalah tempo|koran tempo"
        brands = r"(?-i:Tempo)"
        junk = (
            Row(r"punya kritik, sanggahan,? atau masukan(?: untuk disampaikan)?\?(?: anda (?:bisa|dapat)\b.{0,120})?",
                "Punya kritik, sanggahan, atau masukan untuk disampaikan?",
                "Punya kritik, sanggahan, atau masukan? Itu yang ditanyakan bupati."),
        )  # fmt: skip
        title_css = (".detail-title .main_title", "h1")
        published_at_css = ("h1 ~ p.text-neutral-900.text-sm", ".block-tanggal", ".detail-title .date",
                            "[itemprop=datePublished]", "#date", ".block-judul-artikel .tanggal")  # fmt: skip
        authors_css = (
            "[itemprop=author] [itemprop=name]",
            "[itemprop=author]",
            ".text-avatar:not(:contains(Editor)) h4 a, .text-avatar:contains(Reporter) .bold a",
        )
        editors_css = ".text-avatar:contains(Editor) .bold a"
        section_css = (".block-kanal-map a", ".breadcrumb a", ".breadcrumbs .sitemap a.selected[href*='//']")
        tags_css = ("a.rounded[href*='/tag/']", ".topik-terkait a", ".box-tag-detail a", ".tags a")
        body_css = ("#content-wrapper", ".detail-konten", ".detail-content", ".detail-in", "#isi",
                    "[itemprop=articleBody]", ".p-artikel", ".artikel")  # fmt: skip
        body_json = "article.articleBody"
        body_drop = (".block-kanal-map", ".artikel h1", ".block-tanggal", ".block-display", ".share-konten",
                     ".share-konten ~ *", ".bacajuga")  # fmt: skip
        images_css = ("article > figure img", ".block-display .single-img > img",
                      ".foto-detail img:not([src*='//images.unsplash.com/'])")  # but its maker's samples  # fmt: skip
        caption_css = ("article > figure figcaption", ".block-display .deskripsi", ".foto-detail figcaption")
        credit_form = re.compile(  # "... . TEMPO/Budi", "... di lereng. Humas Polda Sora"
            r"(?P<caption>.*?[.!?”\"](?=\s+(?:Do[ck]\b|(?:TEMPO|ANTARA|REUTERS|AFP|AP)\b))"
            r"|.*(?:[a-z]{4}|\d{4}|[A-Z][a-z]{2,8} \d{1,2}|[)”\"])"
            r"\.(?=\s+[A-Z0-9][\w&'’-]*(?: [A-Z][\w&'’-]*){0,4}$))\s+(?P<credit>.+)"
        )
        gallery_css = ".multipleimage"  # pictures to go through, of the magazine
        capitals_sign = True
        languages = {"//en.tempo.co/": "en"}
        page_in_address = re.compile(r"[?&]page(?:_num)?=(\d{1,2})\b")
