"""Tribunnews, https://www.tribunnews.com"""

import re

from newscrawl.portals import ArticleLoader, Listing, Portal, Sitemap

# Regional papers that have, or had, an address of their own beside {region}.tribunnews.com.
OWN_DOMAINS = tuple(
    "surya.co.id wartakotalive.com serambinews.com sripoku.com bangkapos.com posbelitung.co pos-kupang.com "
    "banjarmasinpost.co.id tribun-timur.com tribun-medan.com tribun-bali.com tribunjogja.com tribunjabar.id "
    "tribunjabar.co.id tribunjateng.com tribunjatim.com tribunsolo.com tribunjakarta.com tribunjambi.com "
    "tribunsumsel.com tribunlampung.co.id tribunpekanbaru.com tribunbatam.id tribunpontianak.co.id "
    "tribunkaltim.co tribunmanado.co.id tribunpalu.com".split()
)
OTHER_NAMES = "|".join(re.escape(name) for name in OWN_DOMAINS if not name.startswith("tribun"))
INDEX = "https://www.tribunnews.com/index-news"


class Tribunnews(Portal):
    domains = ("tribunnews.com", *OWN_DOMAINS)
    article_url = re.compile(
        r"(?!(?:cdn|asset|img|account|newsletter)[\w-]*\.)(?:[a-z0-9-]+\.tribunnews\.com"
        rf"|(?:www\.|m\.)?(?:{'|'.join(map(re.escape, OWN_DOMAINS))}))/"
        r"(?:(?P<form>view|images)/(?:[a-z0-9-]+/){0,2}"
        r"|(?:(?!(?:tag|topic|penulis|editor|search|index-news|amp)/)[a-z0-9-]*[a-z][a-z0-9-]*/){0,2})"
        r"(?P<id>\d{4}/\d\d?/\d\d?/[^/]+|\d{5,}(?=/))(?:/[^/]*)?"
    )
    kinds = {"view": "video", "images": "gallery"}
    example = "https://www.tribunnews.com/pendidikan/2020/05/04/jawaban-soal-apa-dampak-negatif"
    channel_names = (
        "nasional internasional metropolitan regional bisnis sport superskor seleb lifestyle kesehatan pendidikan "
        "sains techno otomotif"
    )
    listings = (  # behind its tenth page an index begins anew; what is beyond stands in the channels'
        Listing(INDEX + "?date={day:%Y-%-m-%-d}&page={number}", "ul.lsi h3 a", dates="ul.lsi time", pages=10),
        Listing(INDEX + "/{channel}?date={day:%Y-%-m-%-d}&page={number}", "ul.lsi h3 a", dates="ul.lsi time", pages=10),
        Sitemap("https://www.tribunnews.com/{channel}/sitemap-news.xml"),
    )
    all_pages = "{url}?page=all"
    evidence = ("real page (2020)", "structure of 2026")

    class Loader(ArticleLoader):  # templates: 2020-26 of the national and the regional sites.
        site_name = rf"tribun[\w.-]*|{OTHER_NAMES}"
        brands = r"tribun\w*|kompas"
        house = "Tribunnews.com"
        published_at_css = (".mt10 time", "#article time", "time")
        authors_css = "#penulis"
        editors_css = "#editor"
        credits_css = "#editor + div"  # "Sumber: ..."
        section_css = ("[itemprop=itemListElement] a", ".breadcrumb a")
        tags_css = ".tagcloud3 a"
        body_css = ".txt-article"
        body_drop = (".summary-article", ".baca", ".ads-placeholder", "[id^=div-Inside]")
        images_css = ("#artimg img.imgfull", ".imgfull_div img.imgfull")
        caption_css = "#artimg .arial"
        credit_css = "#artimg .fr.ar"
        pager_css = (".paging .total-page", ".paging a")
