"""The words people are called by in languages other than English; the inflected forms of one word are one role."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

# What the user is called comes first; the general words weigh less than the others.
USERS: Final = {
    "de": "Benutzer Nutzer Anwender",
    "nl": "Gebruiker",
    "fr": "Utilisateur",
    "es": "Usuario",
    "pt": "Usuário",
    "it": "Utente",
    "pl": "Użytkownik Uzytkownik",
    "tr": "Kullanıcı",
    "id": "Pengguna",
    "ru": "Пользователь",
    "zh": "用户 使用者",
    "ja": "ユーザー ユーザ 利用者",
    "ko": "사용자 유저 이용자",
}
ROLES: Final = {
    "de": "Administrator Admin Kunde Kundin Mitarbeiter Mitglied Trainer Lehrer Lehrkraft Schüler Student Studierende Teilnehmer Betreuer Leiter Patient Arzt Ärztin Verkäufer Käufer Fahrer Besitzer Betreiber Verwalter Moderator Redakteur Entwickler Spieler Eltern Pilot Passagier Vorgesetzte Sachbearbeiter Kassierer Vorstand Dozent Vermieter Mieter Lieferant Händler Bewerber Gutachter Disponent Techniker Einkäufer Analyst Designer Forscher Wissenschaftler Investor Anleger Gast Besucher Bürger Fahrgast Pfleger Pflegekraft Therapeut Apotheker Handwerker Bauleiter Ingenieur Architekt Buchhalter Steuerberater Vereinsmitglied Ehrenamtliche Spender Züchter Landwirt Jäger Lagerist Kommissionierer Produktmanager Projektleiter Teamleiter Prüfer Auditor Dienstleister",
    "nl": "Beheerder Klant Medewerker Docent Leerling Student Patiënt Arts Verkoper Koper Chauffeur Bezoeker Ontwikkelaar Speler Ouder Eigenaar Adviseur Bedrijven Leden Begeleider Coach Trainer Deelnemer Bewoner Huurder Verhuurder Leverancier Onderzoeker Analist Redacteur Moderator Vrijwilliger Verpleegkundige Zorgverlener Boekhouder Planner Monteur Bezorger Burger Reiziger Lid Investeerder",
    "fr": "Administrateur Client Membre Étudiant Élève Enseignant Professeur Patient Médecin Vendeur Acheteur Chauffeur Visiteur Développeur Joueur Parent Gestionnaire Modérateur Organisateur Employé Propriétaire Locataire Bénévole Livreur Fournisseur Investisseur Analyste Citoyen Agriculteur Comptable Infirmier Soignant Formateur Animateur Administré Donateur Recruteur Candidat Technicien Opérateur Responsable Directeur Éducateur Participant Adhérent Artisan Commerçant Voyageur Passager Hôte Invité Rédacteur Abonné Consommateur",
    "es": "Administrador Admin Cliente Miembro Alumno Estudiante Profesor Docente Médico Paciente Empleado Encargado Gerente Supervisor Conductor Repartidor Vendedor Comprador Proveedor Invitado Desarrollador Operador Jugador Técnico Recepcionista Cajero Coordinador Director Inversor Inversionista Analista Visitante Ciudadano Agricultor Contador Enfermero Instructor Entrenador Organizador Participante Candidato Reclutador Huésped Anfitrión Pasajero Socio Dueño Propietario Inquilino Mesero Cocinero Bibliotecario Investigador Moderador Suscriptor Voluntario Tutor Padre Administrativo",
    "pt": "Administrador Admin Cliente Membro Aluno Estudante Professor Médico Paciente Funcionário Gerente Supervisor Motorista Entregador Vendedor Comprador Fornecedor Convidado Desenvolvedor Operador Jogador Técnico Recepcionista Gestor Atendente Investidor Analista Visitante Cidadão Agricultor Contador Enfermeiro Instrutor Treinador Organizador Participante Candidato Recrutador Hóspede Anfitrião Passageiro Sócio Dono Proprietário Inquilino Garçom Cozinheiro Bibliotecário Pesquisador Moderador Assinante Voluntário Tutor Advogado Servidor",
    "it": "Amministratore Cliente Membro Studente Insegnante Docente Medico Paziente Dipendente Gestore Venditore Acquirente Fornitore Ospite Sviluppatore Operatore Giocatore Tecnico Responsabile Investitore Analista Visitatore Cittadino Agricoltore Contabile Infermiere Istruttore Allenatore Organizzatore Partecipante Candidato Recruiter Passeggero Socio Proprietario Inquilino Cameriere Cuoco Bibliotecario Ricercatore Moderatore Abbonato Volontario Genitore Avvocato Commercialista",
    "pl": "Administrator Klient Pracownik Właściciel Kierownik Student Uczeń Nauczyciel Pacjent Lekarz Sprzedawca Kierowca Gracz Moderator",
    "tr": "Yönetici Müşteri Öğrenci Öğretmen Admin",
    "id": "Administrator Admin Pelanggan Pembeli Penjual Karyawan Siswa Mahasiswa Guru Dosen Pasien Dokter Kurir Pengemudi Anggota Operator Kasir Pengembang",
    "ru": "Администратор Клиент Менеджер Модератор Оператор Студент Преподаватель Учитель Пациент Врач Водитель Продавец Покупатель Сотрудник Разработчик Игрок Гость",
    "zh": "管理员 工程师 分析师 设计师 架构师 开发者 开发人员 运营人员 运维人员 测试人员 工作人员 客服 客户 会员 学生 老师 教师 家长 医生 患者 商家 卖家 买家 玩家 员工 经理 审核员 操作员 爱好者 读者 游客 访客 团队 教练 司机 骑手 投资者 管理員 主播 志愿者 业主 租户 房东 店员 收银员 服务员 厨师 护士 病人 求职者 招聘者 讲师 教授 学员 创作者 消费者 供应商 采购员 仓管员",
    "ja": "管理者 会員 担当者 顧客 運営者 開発者 教師 生徒 学生 医師 患者 店舗 オーナー プレイヤー 部長 社長 上司 社員 従業員 スタッフ 講師 受講者 保護者 看護師 利用客 購入者 出品者 投稿者 編集者 承認者 申請者 オペレーター",
    "ko": "플레이어 관리자 회원 고객 개발자 학생 교사 선생님 판매자 구매자 운영자 직원 점주 참가자 방장 게스트 호스트 팀원 의사 환자 학부모 담당자 투자자 작성자 편집자 구독자 보호자 간호사 강사 수강생 학부모 신청자 승인자 배달원 기사 매니저 상담원 입주민 임차인 임대인 작가 독자",
}
# The endings of nouns, and how the end of the word itself changes before them.
ENDINGS: Final = {
    "de": "innen|in|en|ern|es|er|e|n|s",
    "nl": "en|s",
    "fr": "es|s|e",
    "es": "[oae]s?",
    "pt": "[oae]s?",
    "it": "[oaei]",
    "pl": "ami|owi|ów|ow|em|om|ach|iem|ce|cy|y|a|i|u",
    "tr": "ler|lar|ın|in",
    "ru": "ами|ями|ов|ев|ей|ам|ям|ом|ем|ы|и|а|я|у|ю",
}
CHANGES: Final = {
    "es": ("[oae]$", ""),
    "pt": ("[oae]$", ""),
    "it": ("[oae]$", ""),
    "ru": ("[ья]$", ""),
    "pl": ("k$", "[kc]"),
}
VOWELS: Final = frozenset({"es", "pt", "it"})
# In German and Dutch a longer word may end in the role.
JOINED: Final = frozenset({"de", "nl"})
NO_ROLES: Final = frozenset({"sekunde", "técnica", "técnicas", "tecnica", "tecniche"})
# In Chinese, what stands before a role is part of its name, as in `系统管理员`, unless it is one of these.
APART = "的和与及或给为供由让使向对于在是有被把将从到以即如若当则且并等个各每某该此其这那所可能会要须应需无不未非了着过用做按同校支持允许帮助满足提供面向包括处理直接删除导入选择发布添加增加调整提交查看编辑审核了解目标"


def named_abroad(text: str, language: str) -> Iterator[tuple[str, int, bool]]:
    """The roles the text names in its own language: each with how often it does, and whether it is the general user."""
    users = USERS.get(language, "").split()
    small = text.casefold()
    for word in (*ROLES.get(language, "").split(), *users):
        # Most of these words stand nowhere in a text, and to look for their forms costs far more than this.
        if (word[:-1] if language in CHANGES else word).casefold() not in small:
            continue
        found = Counter(
            each.casefold()
            for each in _pattern(word, language).findall(text)
            if each.casefold() not in NO_ROLES
        )
        if found:
            name, count = found.most_common(1)[0]
            longer = language in {"zh", "ja", *JOINED} and count * 2 > found.total()
            yield (name if longer else word), found.total(), word in users


@lru_cache(maxsize=1024)
def _pattern(word: str, language: str) -> re.Pattern[str]:
    """A pattern whose only group is the role without its ending."""
    return re.compile(_forms(word, language), re.IGNORECASE | re.MULTILINE)


def _forms(word: str, language: str) -> str:
    if language == "zh":
        return (
            rf"(?:(?<=[^\u4e00-\u9fff])|(?<=[{APART}])|^)((?:个人)?[^\W\d_A-Za-z{APART}]{{0,4}}{word})(?!端)"
        )
    if language == "ja":
        return rf"([\u4e00-\u9fff]{{0,3}}{word})"
    if language not in ENDINGS:
        return rf"({word})"
    stem = re.sub(*CHANGES[language], word) if language in CHANGES else word
    before = r"\w*" if language in JOINED else ""
    # A word that has lost its vowel needs an ending: `client` is no `cliente`.
    needed = "" if language in VOWELS and stem != word else "?"
    return rf"(?<!\w)({before}{stem})(?:{ENDINGS[language]}){needed}(?!\w)"
