"""The things requirements act upon in languages whose grammar shows nouns: German capitals, Romance articles, Japanese katakana."""

import re
from collections import Counter
from collections.abc import Iterator

# German writes nouns with capitals; after one of these a capital is no beginning of a sentence.
GERMAN = re.compile(
    r"(?:\b(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|jede[rsn]?|alle|allen|pro|beliebige[nrs]?|neue[nrs]?|mit|für|von|zur|zum|im|am|aller|oder|und|als|auf|nach) |[,(] )([A-ZÄÖÜ][a-zäöüß]{2,24})\b(?!-)"
)
GERMAN_GENERAL = re.compile(
    r"(?:ung|ungen|keit|heit|tion|tionen|tät|schaft)$|^(?:System|Systems|Benutzer|Nutzer|Anwender|Möglichkeit|Daten|Zugang|Zugriff|Anzahl|Liste|Seite|Seiten|Software|Server|App|Anwendung|Funktion|Funktionen|Zeit|Tag|Tage|Tagen|Jahr|Monat|Woche|Minute|Minuten|Sekunde|Sekunden|Stunde|Stunden|Ende|Beginn|Fall|Beispiel|Basis|Form|Art|Teil|Ziel|Ziele|Internet|Browser|Gerät|Geräte|Handy|Smartphone|Windows|Linux|Firefox|Chrome|Safari|Android|Ergebnis|Information|Informationen|Deutsch|Englisch|Euro|Person|Personen|Rahmen|Bereich|Wert|Zahl|Sprache|Schnittstelle|Oberfläche|Login|Passwort|Mai|Juni|Juli|Betrieb|Netz|Kanal|Level|Version|Datum|Name|Namen)$"
)
ROMANCE = re.compile(
    r"\b(?:el|la|los|las|un|una|unos|cada|todos los|todas las|del|le|les|des|une|du|chaque|l['’]|o|os|as|um|uma|il|lo|gli|ogni|da|do|dos|das) ?([a-záéíóúñçàèêëîïôûœãõ]{4,20})\b"
)
ROMANCE_GENERAL = re.compile(
    r"(?:ción|ciones|tion|tions|ção|ções|zione|zioni|dad|dades|dade|té|ment|mente|miento)$|^(?:sistema|système|usuario|usuarios|utilisateurs?|utente|utenti|usuário|usuários|cliente|clientes|datos|données|dados|dati|aplicac\w+|aplicativo|application|producto|produit|produto|forma|formas|parte|partes|tiempo|temps|tempo|hora|horas|heures?|minutos?|minutes?|segundos?|días?|jours?|dias?|semana|semaine|meses|année|lista|liste|página|page|pantalla|écran|tela|botón|bouton|menú|menu|nombre|nome|nom|número|numéro|fecha|date|data|tipo|type|estado|statut|mismo|misma|même|mesmo|otro|otra|autre|outro|outra|primer\w*|premi\w*|última?|nuevo|nueva|nouveau|nouvelle|novo|nova|todo|toda|tous|toutes|también|como|comme|para|pour|plus|moins|siguiente|suivant|seguinte|teléfono|correo|navegador|navigateur|servidor|serveur|proyecto|projet|projeto|equipo|équipe|mercado|marché|documento|document|versión|version|aplicaci\w+|plataforma|plateforme|manera|manière|caso|cas|punto|point|ponto)$"
)
KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{3,12}")
KATAKANA_GENERAL = frozenset(
    "アプリ ユーザ ユーザー ログイン ログアウト システム データ ファイル サーバ サーバー ページ ボタン メニュー サービス リスト クリック エラー エラーハンドリング メール メールアドレス パスワード アカウント セッション アップロード ダウンロード インストール プロジェクト コード リリース バージョン テスト デザイン レスポンシブ ブラウザ スマホ クラウド セキュリティ パフォーマンス コレクション サブコレクション ドキュメント モード ハンバーガーメニュー ルートコレクション スキーマ デフォルト スタイル リアルタイム インターフェース フロントエンド バックエンド データベース トップレベル ハイライト リセット フォルダ プラットフォーム スコープ".split()  # noqa: SIM905  # a list of words reads best as one string
)
MOST = 8
# A German plural may change its vowel: Beitrag, Beiträge.
PLAIN = str.maketrans("äöü", "aou")
ENDINGS = {"de": r"(?<=[a-zäöüß]{4})(?:en|es|er|e|n|(?<![is])s)$", "": r"(?<=[a-zà-ÿ]{3})(?:es|s)$"}


def things_abroad(text: str, *, language: str) -> Iterator[str]:
    """The nouns that come back in what is demanded, the most frequent first, in the spelling of their first use."""
    if language == "de":
        found = [noun for noun in GERMAN.findall(text) if not GERMAN_GENERAL.search(noun)]
    elif language in {"es", "fr", "pt", "it"}:
        found = [noun for noun in ROMANCE.findall(text.casefold()) if not ROMANCE_GENERAL.search(noun)]
    elif language == "ja":
        found = [noun for noun in KATAKANA.findall(text) if noun not in KATAKANA_GENERAL]
    else:
        return
    first: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for noun in found:
        key = re.sub(ENDINGS["de" if language == "de" else ""], "", noun.casefold()).translate(PLAIN)
        counted[key] += 1
        kept = first.setdefault(key, noun)
        if len(noun) < len(kept):
            first[key] = noun
    ranked = sorted(counted, key=lambda key: (-counted[key], key))
    yield from (first[key] for key in ranked[:MOST] if counted[key] >= 2)
