"""General words of other languages: those that part Chinese sentences, those that name no thing, and Korean particles."""

import re
from functools import cache
from typing import Final

# Between these, Chinese sentences leave their nouns.
APART_HAN: Final = frozenset(
    "使用者 搜寻 登入 登出 注册 系统 资料 储存 一个 上传 下载 不 不同 与 且 为 主要 之前 之后 也 了 仅 从 从而 以 以便 以及 优化 位于 位置 作为 使 使用 依赖 便于 保存 保证 信息 修改 停止 允许 入口 全局 公共 关联 关键 关闭 其 其他 内容 内部 再 减少 分享 分析 分配 切换 列出 列表 则 创建 初始化 删除 到 前端 功能 加载 勾选 包含 包括 即 又 及 发布 发送 取消 只 可以 可视化 可选 各 各个 同步 名称 后端 后续 向 启动 启用 和 图表 在 场景 基于 基本 基础 填写 增删改查 增加 处理 备份 复制 外部 多个 失败 如果 存储 安全 安装 完成 完整 定义 实时 实现 审批 审核 客户端 对 导入 导出 封装 将 就 展示 工具 已 已有 布局 希望 常用 平台 并 库 应 应用 应该 建立 开发 开启 开始 异步 引入 弹窗 当前 形式 必须 快速 性能 恢复 情况 成功 我 或 或者 所有 手动 才 打开 执行 扩展 批量 技术 把 拒绝 拖拽 指定 按 按照 按钮 排序 接口 接收 推送 描述 提交 提供 提升 搜索 操作 支持 收藏 改进 数据 数据库 数量 文本 新增 新建 新的 方便 方式 方案 无 日期 时候 时间 是 显示 更新 有 服务 服务器 未 本地 机制 权限 来自 架构 查看 查询 标记 标题 校验 核心 根据 格式 框架 检查 检测 检索 模块 此 每 每个 注册 流程 测试 浏览 涉及 添加 清单 清晰 渲染 满足 点击 版本 状态 独立 环境 现有 生成 用 用于 用户 由 界面 登录 的 监听 监控 目标 相关 着 确保 确认 示例 禁用 私有 移除 程序 窗口 符合 等 策略 筛选 简单 管理 管理员 类型 粘贴 系统 组件 终端 绑定 结束 结果 给 统一 统计 维护 缓存 编译 编辑 能够 自动 自定义 若 菜单 表单 被 规则 角色 触发 计算 让 设定 设置 设计 该 详情 详细 说明 读取 调用 跨平台 跳转 软件 输入 输入框 输出 过 过滤 过程 过程中 运行 返回 这 进行 远程 退出 适用 选择 通过 逻辑 遵循 避免 那 部署 都 配置 采用 重要 针对 问题 阶段 降低 隐藏 集成 需 需求 需要 非 页面 项目中 首页 验证 高级 默认".split()  # noqa: SIM905  # a list of words reads best as one string
)
GENERAL_HAN: Final = frozenset(
    "一般 指派 负责 设计 后台 员后台 要求 人员 会员系统 管理员后台 节点 多事件 工程师 分析师 设计师 效率 语句 文档 历史 预览 模式 优先级 年龄段 水平 频率 范围 标准 价值 级别 目录 命令 一致性 正确性 指南 模糊 编写 变更 视图 端点 推断 修复 截止 提醒 微信 进度 概览 滚动 划分 决策 初期 顶层 交互 键盘 定制 预期 体验 依据 原则 概述 背景 术语 附录 引言 章节 产品 手机 电脑 网络 浏览器 网页 小程序 移动端 电脑端 语言 代码 源码 系列 主题 颜色 样式 图标 光标 鼠标 快捷键 秒内 分钟 小时 时长 次数 百分比 以上 以下 以内 左右 响应 延迟 并发 吞吐 兼容性 可用性 稳定性 可靠性 安全性 准确性 易用性 异常 错误 警告 重试 超时".split()  # noqa: SIM905  # see above
)
PARTICLES: Final = "을|를|이|가|은|는|의|에서|에게|에|으로|로|와|과|도|만|까지|부터|마다|별로|별|이나|나|들을|들이|들은|들의|들|란|이란|이며|이고|입니다|이다|하여|한다|하는|하고|할|됨|된|되는|하며|합니다|되어"
_ROMANCE = (
    r"(?:dad|dades|dade|mente|miento|mento|ment|idad)$"
    r"|^(?:programa|ruta|tablas?|resultados?|ejecuci[oó]n|escritura|columnas?|editor|ejecutar|mensajes?"
    r"|mensagens?|salidas?|entradas?|cada|compartir|credencial(?:es)?|permitir|mostrar|interfaz"
    r"|interface|interfaces|restful|middleware|login|autenticação|autenticación|autenticazione"
    r"|performance|performances|outros?|outras?|otros?|filas?|campos?|clic|click|flujo|fluxo|flux"
    r"|aplicación|información|validación|gestión|configuración|descripción|función|funciones|opción"
    r"|opciones|application|information|gestion|fonction|configuration|aplicação|informação|gestão"
    r"|função|applicazione|informazione|funzione|gestione|crear|editar|eliminar|agregar|poder|quiere"
    r"|desde|sobre|entre|donde|cuando|todos|todas|estos|esta|este|hogar|valor|valores|línea|líneas"
    r"|proporción|mínima|máxima|mínimo|máximo|detalle|completo|manual|manualmente|automáticamente"
    r"|existente|rápidamente|sesión|email|contraseña|error|errores|sistema|système|usuario|usuarios"
    r"|utilisateurs?|utente|utenti|usuário|usuários|cliente|clientes|datos|données|dados|dati"
    r"|aplicac\w+|aplicativo|application|producto|produit|produto|forma|formas|parte|partes|tiempo"
    r"|temps|tempo|hora|horas|heures?|minutos?|minutes?|segundos?|días?|jours?|dias?|semana|semaine"
    r"|meses|année|lista|liste|página|page|pantalla|écran|tela|botón|bouton|menú|menu|nombre|nome|nom"
    r"|número|numéro|fecha|date|data|tipo|type|estado|statut|mismo|misma|même|mesmo|otro|otra|autre"
    r"|outro|outra|primer\w*|premi\w*|última?|nuevo|nueva|nouveau|nouvelle|novo|nova|todo|toda|tous"
    r"|toutes|también|como|comme|para|pour|plus|moins|siguiente|suivant|seguinte|teléfono|correo"
    r"|navegador|navigateur|servidor|serveur|proyecto|projet|projeto|equipo|équipe|mercado|marché"
    r"|documento|document|versión|version|aplicaci\w+|plataforma|plateforme|manera|manière|caso|cas"
    r"|punto|point|ponto)$"
)
_KATAKANA = "アカウント アップロード アプリ インストール インターフェース エラー エラーハンドリング クラウド クリック コレクション コード サブコレクション サーバ サーバー サービス システム スキーマ スコープ スタイル スマホ セキュリティ セッション ダウンロード テスト デザイン デフォルト データ データベース トップレベル ドキュメント ハイライト ハンバーガーメニュー バックエンド バージョン パスワード パフォーマンス ファイル フォルダ フロントエンド ブラウザ プラットフォーム プロジェクト ページ ボタン メニュー メール メールアドレス モード ユーザ ユーザー リアルタイム リスト リセット リリース ルートコレクション レスポンシブ ログアウト ログイン"
_GENERAL: Final = {
    "de": (
        r"(?:ierung|ierungen|verwaltung|keit|heit|tät|täten|schaft|nahme|losigkeit)$"
        r"|^(?:D(?:as|ie|er|en|em|ies\w*)|Eine?[nrms]?|Es|Er|Sie|Wir|Ist|Wenn|Als|Bei|Mit|Für|Alle?"
        r"|Jede[rsn]?|Nach|Vor|Im|In|Zur?|Zum|Auf|Aus|Durch|Keine?|Nur|Neue[rsn]?|Dann|Um|Und|Oder|Kein"
        r"|Pro|Dabei|Diese[rsn]?|System|Systems|Benutzer|Nutzer\w*|Anwender|Möglichkeit\w*|Daten|Zugang"
        r"|Zugriff|Anzahl|Liste|Seiten?|Software|Server|Apps?|Anwendung\w*|Applikation|Webanwendung"
        r"|Website|Plattform|Funktion\w*|Zeit|Zeiten|Tage?n?|Jahre?|Monate?|Woche|Minuten?|Sekunden?"
        r"|Stunden?|Ende|Beginn|Start|Fall|Beispiel|Basis|Form|Art|Teil|Ziele?|Internet|Browser|Geräte?"
        r"|Handy|Smartphone|Desktop|Windows|Linux|Firefox|Chrome|Safari|Android|Ergebnis\w*|Information\w*"
        r"|Deutsch|Englisch|Euro|Person|Personen|Rahmen|Bereich|Werte?|Zahl|Sprache|Schnittstelle\w*"
        r"|Oberfläche|Benutzeroberfläche|Login|Passwort|Mai|Juni|Juli|Betrieb|Netz|Kanal|Level|Version"
        r"|Datum|Uhrzeit|Name|Namen|Backend|Frontend|Datenbank|Tabellen?|Code|Quellcode|Repository"
        r"|Projekt\w*|Entwicklung|Umsetzung|Beschreibung|Begründung|Anforderung\w*|Bedienung|Gestaltung"
        r"|Nutzung|Verwendung|Speicherung|Verarbeitung|Erstellung|Bearbeitung|Berechnung|Einführung"
        r"|Übersicht|Dokumentation|Kommunikation|Vermittlung|Lösung\w*|Praxis|Hintergrund|Unternehmen"
        r"|Situation|Konzept|Problem\w*|Kosten|Risiken|Risiko|Phase|Scope|Pipeline|Akzeptanzkriteri\w+"
        r"|Ausgaben?|Eingaben?|Nutzen|Terminal|Modus|Mode|Charts?|Dashboards?|Header|Footer|Layouts?"
        r"|Eintrag|Einträge|Einträgen|Speichern|Bestehende\w*|E?-?mail|Vorbedingung\w*|Nachbedingung\w*"
        r"|Priorität\w*|Verhalten|Auslöser|Fehlerfall|Fehler|Hinweis\w*|Formular\w*|Felde?r?n?|Spalten?"
        r"|Zeilen?|Buttons?|Schaltfläche\w*|Ansicht\w*|Bildschirm\w*|Menüs?|Design|Farben?|Symbole?|Icons?"
        r"|Klick|Status|Typ|Format|Inhalte?|Schritte?|Kriteri\w+|Erstellen|Löschen|Bearbeiten|Anlegen"
        r"|Ändern|Hinzufügen|Anzeigen|Suchen|Filtern|Abbrechen|Versenden|Beitreten|Eingabe|Ausgabe|Auswahl"
        r"|Anzeige|Ansicht|Suche|Filter|Radius|Typ|Status|Inhalt|Titel|Text|Option\w*|Einstellung\w*|Menü"
        r"|Button|Klick|Formular|Feld|Felder|Zeile|Spalte|Zeitpunkt|Zeitraum|Reihenfolge|Größe|Farbe"
        r"|Sicherheit|Stabilität|Performance|Fehler\w*|Meldung|Hinweis|Prüfung|Schritte?|Ablauf|Prozess"
        r"|Verfügung|Verbindung|Unterstützung|Grundlagen?|Definition|Analyse|Planung|Test\w*|Endpoints?"
        r"|Schema|Mitigation|Vorschlag|Frequenz)$"
    ),
    "nl": (
        r"heid$|ing(?:en)?$(?<!melding)(?<!meldingen)(?<!bestelling)(?<!bestellingen)(?<!rekening)"
        r"(?<!reservering)(?<!reserveringen)(?<!boeking)(?<!vergadering)"
        r"|^(?:de|het|een|en|of|te|die|dat|deze|dit|zijn|haar|hun|mijn|ook|niet|wel|meer|alle|hun|snel"
        r"|nieuwe|bestaande|juiste|meest|best|beste|andere|eigen|eerste|laatste|verschillende|systeem"
        r"|applicatie|webapplicatie|platform|website|app|gebruikers?|beheerders?|lijst|overzicht"
        r"|informatie|gegevens|data|database|functie|pagina|scherm|knop|basis|wensen|tijd|dag|week|maand"
        r"|jaar|moment|manier|aantal|geval|voorbeeld|probleem|oplossing|doel|proces|locatie|prijs|naam"
        r"|datum|status|type|worden|kunnen|moeten|hebben|vinden|zien|later|gemakkelijk|automatisch"
        r"|oogopslag)$"
    ),
    "ja": rf"^(?:{'|'.join(_KATAKANA.split())})$",
    "ko": (
        r"^(?:.|난이|사용자|시스템|기능|데이터|경우|화면|버튼|페이지|정보|시간|처리|관리|설정|사용|제공|지원|필요|가능|확인|선택|입력|출력|저장|조회|등록|수정|삭제|추가"
        r"|생성|표시|요청|응답|서버|클라이언트|결과|방식|방법|상태|위치|이후|이전|현재|전체|각각|하나|모든|다음|실시간|자동|최대|최소|최종적|기본|개발|운영|서비스|플랫폼|웹"
        r"|앱|모드|진행|시작|종료|완료|여부|조건|기준|구조|로직|상대|상대방|동시|게임|최후|랜덤|중간|아래쪽|형식|과정|제한|단계|목록|개수|존재|발생|이동|변경|포함|적용"
        r"|구현|설계|검증|판정|통과|반복|보장|비공개|공개|확률적|실제|다른|서로|해당|자신|누구|무엇|그것|이것|우리|때|수|것|등|및|또는|그리고|하지만|따라|통해|대한|위한"
        r"|위해|같은|있는|없는)$"
    ),
    **dict.fromkeys(("es", "fr", "pt", "it"), _ROMANCE),
}


@cache
def general(language: str) -> re.Pattern[str]:
    """Words that name no thing in this language; made for a text in it, and most are in English."""
    return re.compile(_GENERAL[language])
