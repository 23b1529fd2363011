"""Provinces, islands and cities of Indonesia, as bylines name where somebody works: "Budi Santoso, Semarang".

What is a person's name, too, is left out: Bima, Solo, Batu, Surya.
"""

from __future__ import annotations

import re

from newscrawl.reading.rows import late

NAMES = (
    r"aceh|banda aceh|lhokseumawe|langsa|sumatera (?:utara|barat|selatan)|sumut|sumbar|sumsel|medan|pematangsiantar"
    r"|padang|bukittinggi|riau|pekanbaru|dumai|kepulauan riau|kepri|batam|tanjungpinang|jambi|palembang|bengkulu"
    r"|lampung|bandar ?lampung|bangka belitung|babel|pangkalpinang|banten|serang|cilegon|tangerang(?: selatan)?|tangsel"
    r"|(?:dki )?jakarta(?: (?:pusat|barat|utara|timur|selatan))?|jabodetabek|bogor|depok|bekasi|karawang|purwakarta"
    r"|subang|jawa (?:barat|tengah|timur)|jabar|jateng|jatim|bandung(?: barat)?|cimahi|cianjur|sukabumi|garut"
    r"|tasikmalaya|ciamis|cirebon|indramayu|majalengka|kuningan|sumedang|semarang|ungaran|salatiga|surakarta|boyolali"
    r"|klaten|sukoharjo|wonogiri|karanganyar|sragen|magelang|temanggung|purworejo|kebumen|banyumas|purwokerto|cilacap"
    r"|purbalingga|banjarnegara|wonosobo|tegal|brebes|pemalang|pekalongan|kendal|demak|kudus|jepara|pati|rembang|blora"
    r"|grobogan|(?:di )?yogyakarta|diy|jogja|sleman|bantul|gunung ?kidul|kulon ?progo|surabaya|sidoarjo|gresik"
    r"|mojokerto|jombang|lamongan|tuban|bojonegoro|ngawi|madiun|magetan|ponorogo|pacitan|kediri|blitar|tulungagung"
    r"|trenggalek|nganjuk|malang|pasuruan|probolinggo|lumajang|jember|banyuwangi|bondowoso|situbondo|madura|bangkalan"
    r"|sampang|pamekasan|sumenep|bali|denpasar|badung|gianyar|buleleng|singaraja|tabanan|ntb|ntt|lombok|mataram|kupang"
    r"|labuan bajo|flores|ende|maumere|kalimantan (?:barat|tengah|selatan|timur|utara)|kal(?:bar|teng|sel|tim|tara)"
    r"|pontianak|singkawang|palangka ?raya|banjarmasin|banjarbaru|samarinda|balikpapan|bontang|tarakan|nunukan"
    r"|sulawesi (?:utara|tengah|selatan|tenggara|barat)|sul(?:ut|teng|sel|tra|bar)|makassar|parepare|bone|palu|poso"
    r"|kendari|baubau|gorontalo|manado|bitung|mamuju|maluku(?: utara)?|ambon|ternate|papua(?: (?:barat|tengah))?"
    r"|jayapura|sorong|manokwari|merauke|timika"
)
PLACE = late(NAMES, re.I)
