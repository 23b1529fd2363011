"""What a house prints below every text of a kind: where rumours are checked, that an intern wrote it, its offers."""

from __future__ import annotations

from newscrawl.reading.phrases.house.appeals import UNSAID
from newscrawl.reading.phrases.house.notices import A_MAIL, A_NUMBER
from newscrawl.reading.phrases.page.labels import WAY
from newscrawl.reading.phrases.words import HOUSE, OF_US
from newscrawl.reading.rows import Row

# One of the imperatives of a campaign of 2020: "Jaga Jarak"
OF_HEALTH = (
    r"(?:(?:Selalu|Tetap|Wajib|Jangan Lupa) )?(?:Pakai Masker|Cuci Tangan(?: (?:Pakai|Dengan|dengan"
    r"|pakai) Sabun)?|Jaga (?:Jarak"
    r"|Kesehatan|Keluarga(?: Kita)?|Diri|Imun\w*)|(?:Hindari|Jauhi) Kerumunan|Jangan Sampai Tertular|Kurangi Mobilitas)"
)
CLOSINGS = (
    Row(
        r"untuk mengetahui (?:kebenaran|fakta)\b[^.“”\"]{0,60},? (?:silakan|silahkan|kirim|ketik|hubungi)\b[^.]{0,40}"
        r"\b(?:whatsapp|wa|nomor|chatbot|cek fakta)\b[^“”\"]{0,160}",
        "Untuk mengetahui kebenaran informasi yang beredar, silakan WhatsApp ke nomor ini.",
        "Untuk mengetahui kebenaran kabar itu, polisi menghubungi Ratna lewat WhatsApp.",
    ),
    Row(
        rf"(?=jika|bila|apabila|kalau|punya){UNSAID}(?=.*\b(?:hoa(?:ks|x)|telusuri|verifikasi|cek fakta|redaksi)\b)"
        r"(?:(?:jika|bila|apabila|kalau) )?(?:(?:anda|kamu|kalian) )?(?:memiliki|punya|mempunyai|menemukan|menerima"
        r"|mendapat\w*|ragu)\b.{5,200}\b(?:\w*kirim\w*|\w*sampai\w*|\w*hubungi|\w*lapor\w*|e-?mail|surel|whatsapp)\b"
        rf".{{0,60}}(?:{A_MAIL}|{A_NUMBER}).{{0,40}}",
        "Jika Anda memiliki informasi seputar hoaks yang ingin kami telusuri, kirimkan ke email cek@sora.com.",
        "Jika Anda memiliki informasi tentang pencuri kopi itu, hubungi polisi di 0812-0000-0000.",
    ),
    Row(
        r"\W*(?:yuk,? )?(?:ikuti|cek) (?:hasil )?(?:hitung cepat|quick count|real count|perhitungan"
        r" suara)\b[^.“”\"]{3,140} di ?(?:(?:tautan|link) )?(?:ini|berikut|sini)\W*|(?:laporkan|kirim(?:kan)?)"
        rf" (?:hoa(?:ks|x)|info\w* hoa(?:ks|x))\b[^.“”\"]{{0,30}} ke (?:e-?mail |surel )?{A_MAIL}\W*",
        "* Ikuti Hitung Cepat atau Quick Count Hasil Pilkada 2020 di 9 Provinsi di Tautan Ini.",
        "Ikuti hitung cepat itu di balai desa.",
    ),
    Row(
        r"(?:(?:ingin|mau) (?:lebih )?cepat (?:men)?dapat(?:kan)? jawaban\? )(?:hubungi|tanya|gunakan|klik)\b"
        r"[^“”\"]{3,160}\W*",
        "Ingin lebih cepat mendapat jawaban? Hubungi chatbot kami dengan klik tautan ini.",
        "Ingin lebih cepat mendapat jawaban? Ratna menunggu di balai desa.",
    ),
    Row(
        rf"(?=melawan|sejak|kami|cek fakta|kanal){UNSAID}(?=.*\b(?:ifcn|fact.checking network|cekfakta\.com|kanal cek"
        r" fakta)\b)(?=.*\b(?:kami|bergabung|media)\b)(?:melawan|sejak|kami|cek fakta|kanal)\b.{30,370}"
        r"|kami,? bekerja ?sama dengan \d+ media\b[^.“”\"]{0,60}\bmemverifikasi\b[^“”\"]{0,200}",
        "Kami, bekerja sama dengan 21 media, memverifikasi informasi hoaks yang tersebar.",
        "Kami memverifikasi kabar itu kepada Ratna, Senin.",
    ),
    Row(
        r"(?:(?:ingin|mau) (?:tahu|membaca|melihat)\b[^?.!“”\"]{0,80}\?|(?:yuk|ayo|mari),? (?:ber)?gabung\b"
        r"[^.!?“”\"]{3,80}[!.])\s*(?:yuk,? |silakan )?klik (?:di ?)?(?:sini|link|tautan|laman)\b[^.,“”\"]{0,40}\W*",
        "Ingin tahu lebih banyak tentang kopi? Klik di sini.",
        "Ingin tahu lebih banyak tentang kopi? Klik itu bunyi mesin giling.",
    ),
    Row(
        r"(?:ikuti|simak|lihat|baca) (?:cerita|kisah|foto|galeri|liputan)\b[^.,:“”\"]{0,40}:?\s*https?://\S+",
        "Ikuti cerita dalam foto ini https://sora.com/x",
        "Lihat foto itu di laman desa.",
    ),
    Row(
        rf"[*() ]*(?:naskah|{OF_US}) ini (?:di(?:tulis|susun|buat|kerjakan|produksi|kirim)(?: oleh)?"
        r"|(?:merupakan|adalah) (?:karya|hasil\w*|tulisan))\b[^.“”\"]{0,60}\b(?:magang(?:hub)?|internship|mbkm"
        r"|(?<=oleh )kontributor|(?<=karya )kontributor|program beasiswa|citizen reporter)\b"
        r"(?:(?! (?:yang|lalu|sebelum|setelah|sudah|telah|pada|dari|dan (?:me|di|ber|ter|su)\w+)\b)[^.“”\"]){0,80}"
        r"(?:\.(?:com|co\.id|id))?\W*",
        "(*) Artikel ini ditulis oleh peserta program magang Sora.com.",
        "Konten ini dibuat oleh kontributor lepas dan sudah ditonton jutaan kali.",
    ),
    Row(
        r"[*() ]*penulis (?:adalah|merupakan) (?:\w+ ){0,3}magang\w*\b[^.,“”\"]{0,60}(?:\.(?:com|co\.id|id))?\W*",
        "Penulis adalah peserta magang di Sora.com",
        "Penulis adalah guru magang, kata Ratna.",
    ),
    Row(
        r"dukung(?:lah)?\b[^.,“”\"]{0,20} jurnalisme\b[^.,“”\"]{0,60} (?:dengan|lewat|melalui) (?:ber)?"
        r"(?:donasi|langganan|gabung)\b[^.,“”\"]{0,40}\W*",
        "Dukung jurnalisme independen dengan berdonasi di sini.",
        "Dukung jurnalisme warga dengan berdonasi, kata Ratna.",
    ),
    Row(
        r"#?ingat ?#?pesan ?ibu\b\W*(?:(?:wajib|pakai|jaga|cuci|selalu)\b.{5,200})?|(?:mari|ayo|yuk|jaga|jangan lupa)\b"
        r"[^.!?“”\"]{0,140}[.!]? ?#(?:ingatpesanibu|satgascovid19|pakaimasker|jagajarak|cucitangan"
        r"|(?:sudah)?dirumahaja)\w*(?:[\s,]*#\w+)*\W*",
        "Ingat pesan ibu: wajib pakai masker, wajib jaga jarak, wajib cuci tangan.",
        "Ingat pesan ibu itu ketika panen tiba.",
    ),
    Row(  # a campaign's lines are capitalised, advice of an article is not
        rf"(?-i:(?:{OF_HEALTH})(?:(?:, (?:dan )?| dan |[.!] ){OF_HEALTH}){{2,6}})\W*",
        "Selalu Pakai Masker, Cuci Tangan Pakai Sabun, Jaga Jarak dan Hindari Kerumunan.",
        "Pakai masker, cuci tangan, jaga jarak, dan hindari kerumunan.",
    ),
    Row(
        r"(?:tulisan|artikel|opini|isi)(?: ini)? (?:merupakan|adalah|menjadi) tanggung jawab(?: \w+)? penulis\w*\."
        r"\s*\((?:terima kasih|redaksi|red)\b[^()]{0,40}\)",
        "Tulisan ini merupakan tanggung jawab penulis. (Terima kasih - Redaksi)",
        "Tulisan ini merupakan tanggung jawab penulis. (Ia setuju)",
    ),
    # What is asked of readers in a few words, without a link that says so
    Row(
        r"(?:yuk|ayo|mari)[,!]? (?:ikut(?:i|an)?|isi|jawab)(?: (?:juga|dulu))? (?:kuis|survei|polling|jajak pendapat)"
        r"(?:nya)?\b[^.,!?“”\"]{0,60} (?:di bawah|berikut) ini\W*",
        "Yuk, ikuti jajak pendapat di bawah ini.",
        "Yuk, ikuti jajak pendapat di bawah pohon.",
    ),
    Row(
        r"(?:yuk,? |ayo,? )?(?:saksikan|tonton) (?:live )?streaming program\w*\b[^.,“”\"]{0,60} (?:klik )?di ?sini\W*",
        "Saksikan live streaming program-program Festival Sora di sini",
        "Saksikan siaran langsung pertandingan di sini",
    ),
    Row(
        r"(?:mau|ingin) (?:baca )?(?:konten|berita|artikel)(?: (?:menarik|terbaru|lain(?:nya)?)){1,2}\?",
        "Mau konten menarik lainnya?",
        "Mau konten desa?",
    ),
    Row(
        r"this (?:article|content|story) (?:is |was )?(?:supported|sponsored|presented|brought to you) by .{2,40}",
        "This article supported by Sora",
        "This article is about Sora.",
    ),
    Row(
        r"backsound\s*:\s*[^:.]{2,60} [-–] [^:.]{2,60}",
        "Backsound: Kopi Pagi - Darmo Trio",
        "Musik: Darmo Trio - Panggung Utama",
    ),
    Row(
        r"(?:video editor|editor video|kameramen|kamerawan|videografer|naskah|produser|penata gambar)"
        r" ?\| ?(?-i:[A-Z])[^.|]{2,40}",
        "Video Editor | Budi Santoso",
        "Kameramen itu menunggu.",
    ),
)
CLOSINGS_OF_HOUSE = (
    Row(  # readers are asked for what they know or write
        rf"(?=[^@]*+@)(?=.*\b(?:anda|kamu|pembaca|\w*mu|be a part)\b){UNSAID}[^“”\"]{{0,200}}"
        r"\b(?:\w*[kg]irim\w*|tulis|berbagi|e-?mail)\b[^“”\"]{0,120}"
        r"\b(?:(?:redaksi|newsroom|editor|opini|kolom|suratpembaca)\w*@[\w-]+(?:\.[a-z]+)+"
        rf"|[\w.+-]+@{HOUSE}(?:\.[a-z]+)+)[^“”\"]{{0,80}}",
        "Anda juga bisa mengirimkan artikel dan foto ke warga@sorapos.com.",
        "Anda juga bisa mengirimkan berkas ke panitia@dinas.go.id.",
    ),
    Row(
        rf"(?=cek|{HOUSE}){UNSAID}(?:cek fakta )?{HOUSE}\S*(?: cek fakta)? (?:juga )?(?:merupakan|adalah)"
        r" (?:media|mitra|anggota|bagian)"
        r"(?=.*\b(?:fact[ -]checking|periksa fakta|cekfakta\.com|hoa(?:ks|x))\b)[^“”\"]{20,300}",
        "Sorapos.com merupakan media terverifikasi Jaringan Periksa Fakta Internasional bersama media lain.",
        "Sorapos.com merupakan mitra sekolah melawan hoaks, kata Ratna.",
    ),
    Row(
        rf"rekomendasi {HOUSE}\S*|(?:{WAY} {HOUSE}\S*\s*){{2,12}}(?:{HOUSE}\S*)?"
        rf"|{HOUSE}\S* (?:whats ?app|telegram)",
        "Facebook Sorapos.com Twitter Sorapos.com",
        "Rekomendasi desa",
    ),
    Row(
        rf"(?:artikel|tulisan) ini (?:pertama kali )?(?:ditulis|terbit|tayang|dimuat)\b[^.“”\"]{{0,60}} di {HOUSE}\b"
        r"[^.“”\"]{0,30} (?:dengan|berjudul|dalam) judul\b.{3,160}",
        "Artikel ini pertama kali ditulis oleh Budi di Sorapos Community dengan judul Harga Kopi",
        "Artikel ini pertama kali ditulis oleh Budi di papan desa dengan judul Harga Kopi",
    ),
    Row(
        rf"(?=\S+\.[a-z]+$){HOUSE}(?:\.(?:com|co(?:\.id)?|id|tv))?|[(\[]\s*sumber\s*:\s*{HOUSE}\w*\s*[)\]]\.?",
        "(Sumber: Soraposjateng)",
        "Sumber: kebun Sorapos",
    ),
    Row(
        r"baca (?:berita |artikel |laporan )?selengkapnya di (?:majalah|koran|tabloid|harian|aplikasi) "
        rf"{HOUSE}(?:\s*:\s*[^“”\"]{{3,120}})?\W*",
        "Baca selengkapnya di Majalah Sorapos: Kopi Sora",
        "Baca selengkapnya di majalah dinding: Kopi Sora",
    ),
    Row(
        rf"(?:(?-i:[A-Z])\w+ ){{0,2}}{HOUSE}\S*(?: (?-i:[A-Z])\w+){{0,2}} (?:menyajikan|menghadirkan|menyuguhkan)"
        r" (?:berita|informasi|kabar)\b[^“”\"!?]{3,200}[.!] (?:dukung|ikuti|simak|pantau|dapatkan|tetap|jangan)\b"
        r"(?=.*\b(?:kami|jurnalisme|setiap hari)\b)[^“”\"?]{10,200}",
        "Bola Sorapos menyajikan berita bola terkini. Dukung jurnalisme dengan mengikuti kami setiap hari.",
        "Sorapos menyajikan berita panen sejak 2010. Dukungan warga membesarkannya setiap hari.",
    ),
    Row(
        rf"{HOUSE}\S* (?:mengajak|mengundang) (?:anda|pembaca|kamu|kalian|sahabat)\b[^“”\"]{{10,200}}",
        "Sorapos mengajak Anda menyebarkan kebaikan dengan berdonasi.",
        "Desa itu mengajak Anda berkunjung.",
    ),
    Row(
        r"(?:untuk )?(?:informasi|berita|info|artikel)(?: (?:lebih|yang|lengkap(?:nya)?|selengkapnya|lanjut"
        rf"|lain(?:nya)?|ter(?:baru|kini|update)|menarik|dan)){{1,4}},? (?:silakan )?(?:kunjungi|buka|akses|cek)"
        r"(?: (?:laman|situs|website))?"
        rf" (?:www\.)?{HOUSE}[^\s,]*\W*",
        "Untuk informasi selengkapnya, kunjungi Sorapos.com.",
        "Untuk informasi selengkapnya, kunjungi balai desa.",
    ),
    Row(rf"what[’']?s (?:on|new on|up) {HOUSE}\S*", "What's On Sorapos", "What's on the moon"),
    Row(
        r"(?:(?:banner )?infografi[sk]|ilustrasi)\b(?! (?:itu|ini|tersebut)\b)[^.!?“”\"]{3,140}\.?\s*"
        rf"\({HOUSE}[^()/]{{0,12}}/[^()]{{2,40}}\)\W*",
        "Infografis Panen Kopi di Desa. (Sorapos.com/Budi)",
        "Infografis itu dibuat Ratna. (Sorapos.com/Budi)",
    ),
)
