"""What programs of all trades keep, as other languages call it: `Rechnung`, `pedido`, `订单`."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from agents.builtin.reader.text.topics import SIMPLIFIED
from agents.builtin.reader.words.entity_words import COMMON
from agents.builtin.reader.words.nouns import singular

KEPT: Final = {
    "de": "Angebot Anfrage Antwort Artikel Aufgabe Auftrag Benachrichtigung Bericht Bestellung Bewerbung Bewertung Buchung Dokument Einladung Einsatz Ereignis Erinnerung Fahrt Fahrzeug Favorit Film Gerät Gericht Gruppe Gutschein Indikator Kalender Kategorie Kommentar Kontakt Konzert Kurs Lieferung Lied Mahlzeit Material Mitglied Nachricht Notiz Patient Produkt Profil Projekt Prüfung Rabatt Raum Rechnung Reise Reservierung Rezept Rolle Route Schicht Sitzung Spiel Strecke Station Tabelle Team Termin Ticket Transaktion Umfrage Veranstaltung Verein Vertrag Video Vorlage Wohnung Zahlung Zutat Zimmer",
    "nl": "Afspraak Antwoord Artikel Bericht Bestelling Betaling Boeking Categorie Contact Contract Cursus Document Evenement Factuur Favoriet Gerecht Groep Huis Ingrediënt Kamer Les Maaltijd Melding Notitie Offerte Opdracht Pand Product Profiel Project Reactie Recept Reservering Rit Rol Route Taak Team Toets Transactie Uitnodiging Vacature Voertuig Voorkeur Voorraad",
    "es": "Actividad Archivo Artículo Asistencia Calendario Calificación Cita Código Comentario Contenido Contrato Conversación Cuenta Curso Descuento Dispositivo Documento Equipo Encabezado Encuesta Evento Examen Factura Favorito Filtro Gasto Grupo Habitación Historial Horario Ingrediente Inventario Invitación Mapa Mesa Movimiento Nota Notificación Oferta Pago Partida Pedido Película Perfil Plantilla Plato Pregunta Presupuesto Producto Proyecto Publicación Receta Recordatorio Reporte Reserva Respuesta Rol Sala Solicitud Suscripción Tarea Tarjeta Ticket Transacción Turno Vehículo Venta Viaje Vídeo Vivienda",
    "pt": "Agendamento Agenda Arquivo Artigo Atividade Avaliação Aula Calendário Cartão Categoria Chamado Clínica Comentário Conta Contato Contrato Convite Cupom Curso Desconto Despesa Dispositivo Documento Empresa Equipamento Equipe Estoque Evento Exame Fatura Filme Grupo Horário Ingrediente Inventário Item Lembrete Log Mapa Matrícula Medicamento Mensagem Movimentação Nota Notificação Oferta Orçamento Pagamento Parte Pedido Perfil Plano Processo Produto Projeto Prontuário Receita Relatório Reserva Resposta Sala Serviço Tarefa Transação Tribunal Turma Veículo Venda Viagem Vídeo",
    "fr": "Abonnement Annonce Article Avis Calendrier Catégorie Chambre Commande Commentaire Compte Contrat Conversation Dépense Devis Dividende Document Dossier Équipe Événement Facture Favori Fichier Formulaire Frais Groupe Ingrédient Inventaire Invitation Livraison Message Note Notification Offre Panier Paiement Photo Plat Portefeuille Produit Profil Projet Publication Rapport Recette Rendez-vous Repas Réponse Réservation Rôle Salle Séance Stock Tâche Ticket Transaction Trajet Véhicule Vente Vidéo Voyage",
    "it": "Abbonamento Allegato Annuncio Appuntamento Articolo Attività Biglietto Calendario Camera Carrello Categoria Commento Conto Contratto Corso Documento Evento Fattura Gruppo Ingrediente Inventario Invito Lezione Magazzino Messaggio Nota Notifica Offerta Ordine Pagamento Pasto Piano Piatto Prenotazione Prodotto Profilo Progetto Recensione Ricetta Ruolo Sala Scadenza Sessione Spesa Squadra Turno Veicolo Vendita Viaggio Video",
    "pl": "Artykuł Dokument Faktura Grupa Kalendarz Karta Kategoria Komentarz Koszyk Kurs Lekcja Notatka Ocena Oferta Opłata Płatność Pojazd Powiadomienie Produkt Profil Projekt Przepis Raport Rezerwacja Rola Samochód Składnik Sprzedaż Transakcja Umowa Usługa Wiadomość Wizyta Wydarzenie Zadanie Zamówienie Zaproszenie Zdjęcie Zlecenie",
    "ru": "Аккаунт Билет Блюдо Бронирование Встреча Документ Задача Заказ Заметка Заявка Категория Комментарий Корзина Курс Метрика Напоминание Объявление Ответ Отзыв Отчёт Оплата Платёж План Подписка Проект Профиль Рецепт Роль Сессия Событие Сообщение Счёт Тег Товар Транзакция Уведомление Урок Услуга",
    "id": "Acara Akun Anggaran Artikel Barang Berita Catatan Dokumen Hadiah Jadwal Kategori Kelas Keranjang Komentar Kursus Laporan Lowongan Materi Notifikasi Paket Pekerjaan Pembayaran Percakapan Pengeluaran Pengumuman Pesanan Produk Profil Proyek Resep Riwayat Soal Stok Tagihan Tiket Transaksi Transkrip Tugas Ulasan Undangan",
    "zh": "优惠券 会议 会话 作业 作品 商品 奖杯 帖子 库存 待办事项 成绩 房间 报告 报表 提交记录 播放列表 收藏 教材 文件 文章 日志 日程 日记 标签 比赛 活动 消息 游戏 班级 相册 短信 票据 积分 笔记 章节 简历 菜品 视频 计划 订单 设备 评价 评论 试卷 话题 课程 账单 账号 账户 购物车 车辆 通知 邮件 里程碑 音频 项目 预约 食材 食谱 分组 合同 发票 支付 数据集 知识库 订阅 风险 配置文件",
    "ja": "アルバム イベント カテゴリ クーポン クレーム グループ コメント シフト タグ タスク チケット チャット ノート プラン プロジェクト プロフィール メッセージ メニュー メモ レシピ レポート ルーム 予約 動画 商品 在庫 報告書 契約 支払い 日報 注文 申請 物件 記事 評価 請求書 車両 通知 部屋 問い合わせ 案件 履歴 口座 投稿 献立 教材 試験 会議 名刺",
    "ko": "강의 강좌 거래 게시글 게시물 결제 경기 계약 계좌 공지 과제 그룹 노래 댓글 라운드 랭킹 레시피 리뷰 메뉴 메모 메시지 목표 문서 보고서 상품 알림 악보 앨범 영상 예약 운동 음식 이벤트 일기 일정 장바구니 재고 주문 차량 채팅 초대 카드 카테고리 캘린더 쿠폰 태그 토너먼트 티켓 팀 평가 포인트 프로젝트 프로필 할일 오디오",
}
# How a noun of these languages may go on: an ending, or a change of its last letters before it.
ENDINGS: Final = {
    "de": r"(?:en|er|es|e|n|s)?",
    "nl": r"(?:en|s)?",
    "es": r"(?:es|s)?",
    "pt": r"(?:es|s)?",
    "fr": r"(?:s|x)?",
    "it": r"[aeio]?",
    "pl": r"(?:ami|ów|om|ach|em|owi|y|i|a|u|e|ę|ą|ie)?",
    "ru": r"(?:ами|ями|ов|ев|ей|ам|ям|ах|ях|ом|ем|ой|ью|ы|и|а|я|у|ю|е|ь)?",
    "id": r"(?:nya)?",
}
SHORTENED: Final = {
    "it": r"[aeio]$",
    "pl": r"[aeoyć]$",
    "ru": r"[аяеоьй]$",
    "es": r"(?<=i)ón$|ón$",
    "pt": r"ão$|m$|l$",
}
LENGTHENED: Final = {"es": "(?:ón|on)", "pt": "(?:ão|õe|m|n|l|i)"}
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LATIN = re.compile(r"(?<![\w-])[A-Za-z][a-z]{2,20}(?![\w-])")
# English words of every such document, and not of one trade.
TECHNICAL: Final = frozenset(
    "app cache email feed game job label link list log menu password pipeline query queue schema scenario score story token upload video widget workflow account payment profile".split()  # noqa: SIM905  # a list of words reads best as one string
)
# A shorter word may be the end of another one by chance, as `Ort` is of `Wort`.
SHORTEST_JOINED: Final = 4
# What stands before it is a word, too: `Dienstreise` is a Reise, `Preise` are none.
JOINED: Final = r"(?:\w{3,})?"
OFTEN: Final = 2
SHORT: Final = 1000


def kept_abroad(demanded: str, body: str, *, language: str) -> Iterator[tuple[str, int]]:
    """The things of every trade of which something is demanded and that come back, each with how often.

    Documents in other languages call some things by their English names.
    """
    often = OFTEN if len(body) > SHORT else 1
    named = (
        _in_signs(demanded, body, language)
        if language not in ENDINGS
        else _in_words(demanded, body, language)
    )
    yield from ((name, count) for name, count in named if count >= often)
    english = Counter(singular(word.casefold()) for word in LATIN.findall(body))
    yield from (
        (word.capitalize(), count)
        for word, count in english.items()
        if count > OFTEN and word in COMMON and word not in TECHNICAL
    )


def _in_signs(demanded: str, body: str, language: str) -> Iterator[tuple[str, int]]:
    """The words of a language without spaces, written as the text writes them."""
    if language == "zh":
        demanded, plain = demanded.translate(SIMPLIFIED), body.translate(SIMPLIFIED)
    else:
        plain = body
    for word in KEPT.get(language, "").split():
        first = plain.find(word)
        if first >= 0 and (not demanded or word in demanded):
            yield body[first : first + len(word)], plain.count(word)


def _in_words(demanded: str, body: str, language: str) -> Iterator[tuple[str, int]]:
    """The words of a language that writes them apart, in their basic form, with the count of all their forms."""
    spoken = Counter(WORD.findall(body.casefold()))
    wanted = frozenset(WORD.findall(demanded.casefold()))
    for word, pattern in _patterns(language):
        forms = [form for form in spoken if pattern.fullmatch(form)]
        if forms and (not demanded or not wanted.isdisjoint(forms)):
            yield word, sum(spoken[form] for form in forms)


@lru_cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((word, _pattern(word, language)) for word in KEPT.get(language, "").split())


def _pattern(word: str, language: str) -> re.Pattern[str]:
    word = word.casefold()
    stem = re.sub(SHORTENED[language], "", word) if language in SHORTENED else word
    changed = LENGTHENED.get(language, "") if stem != word else ""
    joined = JOINED if language in {"de", "nl"} and len(word) > SHORTEST_JOINED else ""
    return re.compile(f"{joined}{re.escape(stem)}{changed}{ENDINGS[language]}")
