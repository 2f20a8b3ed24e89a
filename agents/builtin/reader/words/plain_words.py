"""How people ask for a quality without its name: `one bad file may not stop the rest`, `my mother can apply without calling me`.

These words are looked for only in texts of a few lines. In a long document the same words stand in many sentences that tell what
the product does, and there the qualities have a part of their own.
"""

from agents.schemas.requirements import Category

_MUST = r"(?:must|shall|should|has to|have to|needs? to|may|can|could|cannot|can['’]t|mustn['’]t|shouldn['’]t|is to|are to|will|is|are|does|do)"
_BINDS = r"(?:must|shall|should|has to|have to|needs? to)"
_NOT = r"(?:not|never|no longer|cannot|(?:ca|must|is|are|do|does|should|wo|may)n['’]t)"
_MANY = r"(?:\d[\d.,]*\s?[km]?|ten|twenty|thirty|forty|fifty|(?:an? |two |three )?(?:hundreds?|thousands?|million))"
_LONG = r"(?:\d[\d.,]* ?|an? |one |two |three |five |ten |half an? |a few )(?:ms|s|secs?|seconds?|min|mins|minutes?|h|hours?|days?|evening|morning)\b"
_SOON = r"(?:\d[\d.,]* ?|an? |one |two |three |five |ten |half an? |a few )(?:ms|s|secs?|seconds?|min|mins|minutes?)\b"
_TONGUE = (
    r"(?-i:German|French|Dutch|Greek|Arabic|Czech|Thai|Hindi|Hebrew|Welsh|Slovak|Icelandic|Basque|Urdu|Bengali|Mandarin"
    r"|[A-Z][a-z]+(?:ish|ese|ian))"
)
_PERSONAL = (
    r"(?:names?|(?:home |mail |e-?mail )?addresses|(?:phone|account) numbers?|birth(?:days?|dates?)|faces"
    r"|personal (?:data|details)|salaries|grades|diagnos[ei]s|titles of \w+(?: \w+)?"
    r"|(?:health|bank|patient|customer|member|medical|private) (?:data|details))"
)
_KEYS = r"(?:tokens?|passwords?|secrets?|(?:api|private|access) keys?|credentials?|pins?|card numbers?)"
_GETS_OUT = (
    r"(?:leave|appear|printed?|shown?|public|visible|publish(?:ed)?|shared?|sent|passed on|uploaded|logged|stored|committed"
    r"|in (?:the |a )?(?:repo(?:sitory)?|git|code|logs?|plain|clear|texts?|mails?)|end up|show up|go (?:to|out))\b"
)
_DEVICE = r"(?:phones?|smartphones?|tablets?|ipads?|laptops?|computers?|pcs?|desktops?)"
_BROKEN = r"(?:bad|broken|wrong|corrupt\w*|damaged|faulty|fail(?:ed|ing)|missing|defective|dead|invalid|malformed|slow)"
# The first row that matches names the category.
PLAIN: tuple[tuple[Category, str], ...] = (
    (
        "extensibility",
        (
            r"\b(?:add(?:ed|ing)?|extend(?:ed|ing)?|new)\b.{2,60}\bwithout "
            r"(?:asking|calling|touching|changing|programming|(?:re)?writing|(?:re)?building|an? (?:developer|programmer)|new code|code|me\b|us\b|help)"
        ),
    ),
    (
        "maintainability",
        (
            r"\b(?:understandable|readable|clear|simple enough|documented) (?:for|to|by) (?:the |my |an? |our )?(?:next|new|other|future|successors?|whoever)\b"
            r"|\beasy to (?:hand over|take over|pass on)\b"
            rf"|\b(?:the|an?|my) (?:next|new|other) [\w-]+(?: [\w-]+)? {_MUST} (?:be able to )?(?:understand|take over|take it over|maintain|run it|fix|change it)\b"
            rf"|\b(?:somebody|someone|anybody|anyone|others|a stranger|a volunteer|a colleague)(?: else)? (?:to|{_MUST}) (?:be able to )?"
            r"(?:fix|repair|maintain|change|understand|take (?:it |this )?over)\b"
            r"|\b(?:understood|maintained|run|repaired) by (?:my|the|our|an?) (?:successors?|next|new|other)\b"
            r"|\bcode\b[^.;]{0,20}\b(?:readable|documented|commented|small|simple|understandable|clean)\b"
        ),
    ),
    (
        "testability",
        (
            r"\bproperty[- ]based tests?\b|\btests?,? please\b|^(?:please |some |good |with |real )?(?:unit )?tests? (?:for|of) (?:every|each|all|the)\b"
            rf"|\b{_BINDS} (?:have|come with|be covered by) (?:some |good |real )?(?:unit )?tests\b"
            r"|^(?:everything|all of it) (?:has to|must|should|shall|is to) be (?:automatically |well |fully )?tested\b"
            r"|\b(?:can|could|be able to) (?:be )?test(?:ed)? (?:it |them |that |this )?without\b"
        ),
    ),
    (
        "localization",
        (
            rf"\b(?:speaks?|talks?|understands?|works? in|comes? in|exists? in|be in|is in|are in|available in|everything in|texts? in) (?:both |either |plain |simple |easy )?{_TONGUE}\b"
            rf"|^(?:in )?{_TONGUE}(?:, {_TONGUE})*(?:,? (?:and|or|&|plus) )(?:easy |plain |simple )?{_TONGUE}(?=\W*$|[,;.(]| (?:from|on|at|as|too|both|only|for|please|interface|texts?))"
            rf"|^(?:all )?(?:texts?|stories|everything|menus?|pages?|signs|labels|messages|mails|instructions|questions|it)(?: (?:is|are|must be|should be))? in {_TONGUE}(?:, {_TONGUE})*,? (?:and|or|plus) {_TONGUE}\W*$"
            rf"|\b(?:also|too|and) in (?:easy |plain |simple )?{_TONGUE}\b|^in {_TONGUE}\W*$"
            r"|\b(?:the |its )?languages? (?:must|should|has to|have to|shall|is|are|will)(?: be)? (?-i:[A-Z])[a-z]+\b"
            r"|\b(?:in|speaks?) (?:both|two|three|four|five|all|several|\d) (?:\w+ )?languages\b"
            r"|\b(?:ok|okay|fine|copes?|works?) with (?:umlauts?|accents|special characters|cyrillic|emojis?)\b"
            rf"|\b(?:umlauts?|accents|special characters|cyrillic|emojis?)\b.{{0,30}}\b(?:{_BINDS}|not|never|right|correct|survives?|works?)\b"
        ),
    ),
    (
        "accessibility",
        (
            r"\b(?:with|using|in|by) (?:only )?(?:one|a single|the left|either) hand\b|\b(?:one|single)[- ]hand(?:ed(?:ly)?)?\b"
            r"|\bkeyboard (?:only|alone)\b|\b(?:accessible|usable|reachable|operable) (?:by|with|from|via) (?:the )?keyboard\b|\bwithout (?:an? |the )?mouse\b|\bscreen ?readers?\b"
            r"|\bvoice ?over\b|\btalkback\b|\blarge[- ]text\b|\bred[- ](?:and[- ])?green\b|\bcolou?r[- ]?blind"
            r"|\b(?:text|font|letters|type|print)\b.{0,30}\b(?:smaller|larger|bigger) than\b"
            r"|\b(?:without|with no|no) (?:glasses|sound|hearing|seeing)\b|\b(?:deaf|blind|wheelchair|dyslexi\w+|hard of hearing)\b"
            rf"|(?:^(?:with |please )?|\b{_BINDS}\b[^.;]{{0,30}} )(?:big|large|huge) (?:buttons|letters|type|print|text|fonts?)\b"
        ),
    ),
    (
        "security",
        (
            rf"\b{_KEYS}\b.{{0,40}}\b{_NOT}\b.{{0,30}}\b{_GETS_OUT}"
            r"|\b(?:locks|logs (?:me|us|them|people|users?|itself|everybody)|signs (?:me|us|them|people|itself)) (?:itself|out|off)\b|\bautomatic(?:ally)? (?:lock|log|sign)(?:s|ged|ed)?[- ](?:out|off)?\b"
            r"|^(?:and )?never\b.{0,40}\b(?:printed|logged|committed|hard[- ]?coded|in plain text|in the clear|from a flag)\b"
            r"|\bencrypted\b(?=.{0,20}\b(?:before|when|while|on|at rest|in transit|so that)\b)|^(?:everything |all )?(?:is |are )?encrypted\b"
            rf"|\b{_MUST}(?: not|not)? (?:be able to )?(?:delete|overwrite|change|touch|alter) .{{0,30}}\b(?:backups|logs|the (?:log|history|archive)|copies)\b.{{0,30}}\b(?:from|even|after)\b"
            r"|\bonly (?:the )?(?:[\w-]+ )?(?:members|parents|teachers|staff|employees|people|guests|neighbou?rs|players|volunteers|residents|tenants|colleagues|we) "
            r"(?:can |may |should |must )?(?:get in|log ?in|come in|enter|have access|get access)\b"
            r"|\b(?:nobody|no ?one|no outsider|strangers?|outsiders?|the public)\b.{0,30}\b(?:get in|break in|tamper|manipulate|cheat|guess (?:it|the)|log ?in)\b"
            r"|\b(?:behind|protected (?:by|with)) (?:an? |one |the )?(?:login|password|pin)\b|\b(?:ransomware|hackers?|hacked|phishing)\b"
        ),
    ),
    (
        "privacy",
        (
            rf"\b(?:nobody|no ?one) (?:who|that) [\w'’ ]{{2,40}}? {_MUST}(?: ever)?(?: be able to)? (?:see|read|open|look|know|find)\b|\bonly (?!if\b|when\b|after\b|once\b|then\b)[^.;:]{{2,60}}? (?:may|can|should|must|(?:is|are) allowed to|gets? to)(?: be able to)? (?:see|read|look at|know|access) (?:it|them|this|that|these|those|the)\b"
            rf"|\b(?:nobody|no ?one)\b(?: else| (?:other than|except|but|outside) [\w ]{{2,30}}?)? {_MUST}(?: ever)?(?: be able to| allowed to)? (?:see|read|find out|know|recogni[sz]e|look at|access)\b"
            r"|\b(?:nobody|no ?one) (?:else|(?:other than|except|but|outside) [\w ]{2,30}?) (?:ever )?(?:sees?|reads?|knows?|finds out)\b"
            rf"|\b{_PERSONAL}\b[^.;]{{0,40}}\b{_NOT}\b[^.;]{{0,30}}\b{_GETS_OUT}(?! (?:the )?(?:EU|country|Germany|Switzerland|UK|US)\b)"
            r"|\bnot be (?:seen|visible|read|found|opened) (?:by|from|for|to) (?:everybody|everyone|others|anybody|anyone|strangers|all|the public|outsiders)\b"
            r"|\bnever (?:sends?|shares?|uploads?|publish(?:es)?|gives?) (?:anything|data|them|it|any \w+) (?:anywhere|to anybody|to anyone|away|out)\b"
            r"|^no (?:secrets|passwords|tokens) (?:in|on)\b"
            r"|\b(?:must|may|should|can|shall) ?(?:not|n['’]t) (?:be able to )?(?:see|read|find out|know|recogni[sz]e)\b(?![^.;]*\b(?:until|before|unless)\b)"
            r"|\b(?:are|is|must|may|should) (?:not|never) (?:be )?(?:shared|published|uploaded|public|made public|passed on|sent by e?-?mail)\b(?![^.;]*\b(?:until|before|unless)\b)"
            r"|\b(?:no|nothing|none)\b[^.;]{0,40}\bleaves? (?:the|our|this) (?:house|building|company|network|school|club|computer|machine|server|device|phone|room|office|family)\b"
            r"|\bstays? (?:in|inside|within) (?:the|our|this) (?:house|building|school|club|room|office|family|classroom)\b"
            rf"|^no {_PERSONAL} (?:in|on|anywhere|visible|shown)\b"
            rf"|\b(?:must|may|should) {_NOT} (?:ever )?(?:send|show|mail|write|text|call|contact)\b[^.;]{{0,40}}\b(?:deceased|dead|died|wrong (?:person|patient|reader|customer|parent|child))\b"
            r"|\b(?:is|are|stays?|remains?) (?:strictly |very )?(?:private|sensitive|sensible|confidential|secret|anonymous)\b"
            r"|\b(?:nobody['’]s|no one['’]s|not (?:\w+ )?anybody['’]s) business\b"
        ),
    ),
    (
        "data-integrity",
        (
            r"\b(?:runs?|running|start(?:ed|ing|s)?|import(?:ed|ing|s)?|submit(?:ted|ting|s)?|click(?:ed|ing|s)?|press(?:ed|ing|es)?|upload(?:ed|ing|s)?|execut(?:ed|ing|es)|call(?:ed|ing|s)?|send(?:ing|s)?) "
            r"(?:it |this |that |the (?:same )?[\w-]+ )?(?:twice|two times|again|a second time|several times)\b[^.;]{0,50}\b(?:not|never|no|nothing|same|once|harm\w*|safe|fine)\b"
            rf"|\b(?:raw|original|source) (?:[\w-]+ )?(?:files?|data|records?|photos?|images?|recordings?|values|documents?|scans)\b[^.;]{{0,30}}\b(?:{_NOT}|untouched|unchanged|read[- ]only)\b"
            rf"|\boriginals\b[^.;]{{0,30}}\b(?:{_NOT}|untouched|unchanged|kept)\b"
            rf"|\b(?:nothing|none of (?:it|them)|no (?:data|entry|entries|orders?|messages?|readings?|bookings?|photos?|work|answers?|hours?|notes?|changes?)) (?:{_MUST} )?(?:ever )?(?:be |get |gets |is |are |go )?(?:lost|lose|vanish\w*|disappear\w*)\b"
            r"|\b(?:may|must|can|could|should) (?:cost|lose)(?: us| me)? (?:at most |no more than |max\.? |up to )?(?:\d[\d.,]*|an?|one|two)\b[^.;]{0,30}\bof (?:data|work|readings|entries)\b"
            r"|\blose (?:at most|no more than|max|not more than|more than)\b"
            rf"|\b(?:numbers|amounts|totals?|sums?|balances?|figures|results|times|weights)\b[^.;]{{0,20}}\b{_BINDS} (?:always |exactly )?(?:be (?:right|correct|exact)|add up)\b"
            r"|\bwrong by (?:an?|one) |\bno duplicates (?:even|if|when|after)\b"
            rf"|\b(?:{_BINDS}|may|can) (?:not|never) (?:corrupt|damage|destroy|scramble|mix up|lose)\b|\b(?:never|not) (?:want to |wants to )?lose (?:an?|any|the|our|my|data|anything)\b"
            r"|\bto the (?:cent|penny|gram|millimet\w+|second|euro|minute|last digit)\b"
            r"|^(?:it )?(?:must |should |has to )?(?:be |stays? )?(?:right|correct) (?:across|over|through|during|on|with|in|even)\b"
        ),
    ),
    (
        "compliance",
        (rf"\btrace (?:every|each|any|all)\b|\b{_BINDS} be (?:traceable|auditable|provable)\b"),
    ),
    (
        "reliability",
        (
            r"\bsame [\w-]+ in, same\b|\bdeterministic\b|\b(?:pulls? (?:out )?the (?:plug|cable)|trips over|(?:the|a) [\w-]+ (?:falls|is dropped)|the lights go out)\b[^.;]{0,40}\b(?:has to|must|should|nothing|again|still)\b"
            r"|\b(?:same|identical) (?:input|inputs|data|files?|seed|source|numbers|settings|photos?)\b[^.;]{0,50}\b(?:same|identical) (?:output|outputs|results?|answers?|numbers?|files?|pictures?|maps?|plans?|tables?)\b"
            rf"|\b(?:one|an?|any|single|some) (?:single )?{_BROKEN} [\w-]+(?: [\w-]+)?\b[^.;]{{0,20}}\b{_NOT}\b[^.;]{{0,20}}\b(?:stop|block|break|bring|kill|abort|ruin|spoil|hold|crash|affect|take down|drag|kill)"
            r"|\b(?:not|never|instead of) (?:simply |just )?(?:vanish(?:ing)?|disappear(?:ing)?|getting lost|get lost|losing)\b"
            rf"|\b{_MUST} {_NOT} (?:ever )?(?:crash|hang|freeze|die|go (?:down|off|out)|get stuck|stop working|break)\b|\b(?:never|not) (?:crash|hang|freeze)e?s?\b"
            r"|\b(?:don['’]t|do not|not|never) (?:break|crash|choke|die|stop)s? (?:if|when|on|because|just)\b"
            r"|\b(?:heals?|restarts?|recovers?|repairs?|reconnects?) (?:itself|by itself|on its own|alone)\b"
            r"|\b(?:if|when) (?:one|any|some) [\w-]+ (?:is|goes|fails|breaks|hangs|dies|drops)\b[^.;]{0,25}\b(?:others?|rest|everything)\b"
            r"|\b(?:everything|it|the rest|all|the others?|work|we|they|the [\w-]+)(?: (?:must|should|has to|have to|still|just|simply|can))* "
            r"(?:continues?|carr(?:y|ies) on|goes? on|keeps? (?:on )?(?:going|working|running|playing|measuring|recording|counting)|works?)\b[^.;]{0,30}\b(?:if|when|while|without|even)\b"
            r"[^.;]{0,40}\b(?:internet|wifi|wi-fi|network|connection|signal|reception|server|power|current|line|one|sensor|cloud)\b"
            r"|\b(?:if|when|while|even if|even when|without)\b[^.;]{0,40}\b(?:internet|wifi|wi-fi|network|connection|signal|reception|server|power|current|line|one|sensor|cloud)\b[^.;]{0,30}"
            r"\b(?:everything|it|the rest|all|the others?|work|we|they|the [\w-]+)(?: (?:must|should|has to|have to|still|just|simply|can))* "
            r"(?:continues?|carr(?:y|ies) on|goes? on|keeps? (?:on )?(?:going|working|running|playing|measuring|recording|counting)|works?|runs?)\b"
            r"|\bafter (?:the |an? )?(?:current|power|electricity|mains)(?: cut| failure| outage| loss)?\b[^.;]{0,40}\b(?:alone|(?:by|on) (?:it|them)sel(?:f|ves)|on its own|again|back|restart\w*|starts?|continues?|knows?|remembers?)\b"
            rf"|\bif (?:the |it|he |she )(?:box|controller|system|app|server|device|machine|computer|service|bot|program|software|script|power|current|motor|pump|electronics)?(?: itself| ever)? ?"
            rf"(?:dies?|crash(?:es)?|fails?|breaks?|hangs?|goes(?: down| out| off| away)?|is (?:dead|gone|off|out|away|down)|has no power|falls out)\b,? [^.;]{{0,40}}\b(?:{_BINDS}|stays?|goes?|go)\b"
            rf"|\b(?:something|anything|it) (?:doesn['’]t|does not|goes|is|went|fails?|breaks?)(?: not)? ?(?:function|work|wrong|broken)?\b,? [^.;]{{0,30}}\b{_BINDS} know\b"
            rf"|\b(?:rebuilt|restored?|back up|recovered?|running again|up again|replaced)\b[^.;]{{0,40}}\b(?:in|within|under|less than|after|at most)\b[^.;]{{0,14}}?{_LONG}"
            r"|\bsurvives? (?:an? |the |any )?(?:[\w-]+ )?(?:reboots?|restarts?|power cuts?|crash(?:es)?|blackouts?|updates?|outages?)\b"
            r"|\b(?:resists?|withstands?|survives?|stands?|bears?|endures?|tolerates?|copes? with)\b[^.;]{0,50}\b(?:degrees?|rain|water|dust|heat|cold|frost|humid\w*|salt|sun|mud|dropp\w+|falls?|vibrations?|children|wind|snow|steam)\b"
            r"|\d ?°|\b(?:water|splash|weather|rain|dust|shock|child)[- ]?proof\b|\bip ?6[4-9]\b"
            rf"|\b(?:{_BINDS}|works?|usable|readable)\b[^.;]{{0,40}}\bin (?:the |full |bright |direct |heavy )*(?:rain|cold|dust|heat|sun(?:light|shine)?|dark|freezer|cold store|frost|snow)\b"
        ),
    ),
    (
        "availability",
        (
            r"\b(?:works?|usable|runs?|be used|readable|available)\b(?! out)[^.;]{0,30}\b(?:without (?:the |an? |any )?(?:internet|network|wifi|wi-fi|connection|reception|signal|mobile data)"
            r"|in (?:the |an? )?(?:cellars?|basements?|forest|woods|tunnels?|fields?|dead zones?|mountains|tent)\b|underground|where there is no)"
            r"|\b(?:must|should|has to|have to|needs? to|works?|runs?)\b[^.;]{0,20}\b(?:when|while|if|where) (?:the |our |there['’]s |there is )?(?:no )?(?:wi-?fi|wlan|internet|network|net|connection|signal|line)(?: (?:is|goes|has gone|gets|drops?|fails?|breaks?|dies)\b(?: (?:away|gone|down|off|out|bad|weak|slow|lost|dead))?)?"
            rf"|\b{_BINDS} (?:run|work|be (?:up|there|reachable|available))\b[^.;]{{0,20}}\b(?:day and night|all night|at (?:the )?weekends?|on weekends|always|all the time|at any (?:time|hour))\b"
            rf"|\b{_BINDS} be (?:up|reachable|online) (?:during|all|every|at (?:night|weekends)|on (?:[a-z]+ )?(?:days?|[a-z]+days?))\b"
        ),
    ),
    (
        "scalability",
        (
            r"\b(?:not|never|without) (?:fall(?:ing)?|fold(?:ing)?|break(?:ing)?|collaps(?:e|ing)|buckl(?:e|ing)|chok(?:e|ing)|giv(?:e|ing)(?= (?:in|up|way|out)\b))\b(?: (?:over|up|down|in|apart|under))?"
            rf"|\b{_MUST} (?:be able to )?(?:cope with|bear|stand|take|survive|carry|hold up with|hold) (?:up to |about |around |at least |some )?\d"
            rf"|\b{_MANY}\b[^.;]{{2,50}}\b{_BINDS} be (?:no problem|fine|possible)\b"
            rf"|\b(?:{_MANY}|everybody|everyone|all of them|the whole [\w-]+)\b[^.;]{{0,30}}\b(?:at once|at the same time|in parallel|simultaneously)\b"
        ),
    ),
    (
        "performance",
        (
            rf"\b(?:go(?:es)? through|gets? through|finish\w*|completed?|be done|is done|processed)\b[^.;]{{0,25}}\b(?:overnight|in (?:a|one) (?:single )?night|over (?:a|the) (?:weekend|lunch break))\b"
            rf"|\b{_BINDS} be (?:indexed|imported|converted|calculated|computed|scanned|transcribed|through|rendered)\b[^.;]{{0,25}}\b(?:overnight|in (?:a|one) (?:single )?night|in (?:under|less than))\b"
            rf"|\b(?:opens?|loads?|starts?|finish(?:es)?|reacts?|boots?|appears?|renders?|refresh(?:es)?|be (?:there|ready|done|open))\b[^.;]{{0,25}}\b(?:in|within|under) (?:less than |under |at most )?{_SOON}"
            r"|\b(?:runs?|lasts?|works?|lives?) (?:for )?(?:an?|one|two|three|\d+|half an?|several) (?:whole |full )?(?:hours?|days?|weeks?|months?|years?|seasons?) (?:on|without) "
            rf"|\b{_BINDS} (?:stay|be|remain|run|scroll) (?:\w+ )?smooth(?:ly)?\b|\bdelay\b[^.;]{{0,40}}\b(?:at most|under|below|less than|max|(?:no|not) more than)\b"
            r"|\b(?:not|no|never) (?:take |use |need )?more than \d[\d.,]* ?[kmg]i?b (?:of )?(?:ram|memory)\b"
            rf"|\b{_MANY}\b(?: of)? (?:[\w()]+ ){{0,3}}?(?:calls|requests|events|messages|rows|records|lines|frames|readings|points|images|files|orders|pages|samples|entries|lookups|checks|tiles|queries|points) (?:per|an?|each|every|/) ?(?:second|minute|hour)\b"
            r"|\b(?:no|not|never|n['’]t) (?:take |need )?(?:longer|more) than (?:\d[\d.,]* ?|an? |one |two |three |half an? |a few |five |ten )(?:ms|s|secs?|seconds?|min|mins|minutes?)\b"
            rf"|\b{_BINDS} be (?:ready|there|done|finished|complete|in (?:the )?inboxe?s?) (?:by|before|at|until) (?:\d{{1,2}}[:.]\d{{2}}|\d{{1,2}} ?(?:am|pm|h\b|o['’]clock)|(?:the )?(?:breakfast|morning|noon|midnight|shift|opening))"
            r"|\b(?:without|no) (?:any )?(?:stutter\w*|lag\w*|jerk\w*|(?:noticeable |long )?(?:delays?|waiting)|buffering|hiccups|gaps)\b"
            rf"|\b{_BINDS} be (?:very |really |reasonably )?(?:quick|fast|snappy|responsive)\b(?=\W*$|[,;.]| (?:and|enough|even|on|when))"
            r"|\b(?:can['’]t|cannot|must not|should not|never|not) need (?:new|fresh) batteries\b"
            r"|\bbatter(?:y|ies)\b[^.;]{0,30}\b(?:lasts?|lasting|through (?:an?|the)(?: whole)?)\b"
            r"|\b(?:not|never|no) (?:be |feel |get |become )?(?:slow|sluggish|slower)\b"
            rf"|\b{_BINDS} (?:open|load|start|react|respond|appear|be (?:there|open|visible)) (?:instantly|immediately|at once|right away|straight away)\b"
            r"|\b(?:under|below|less than|smaller than|max\.?|at most|(?:no|not) (?:more|bigger|larger) than) \d[\d.,]* ?[kmg]i?b\b(?= (?:gzipped|minified|compressed|zipped|installed|of (?:ram|memory)|in total|on disk))"
            r"|\b(?:binary|bundle|package|app|page|library|firmware|game|image|download)\b[^.;]{0,20}\b(?:under|below|less than|smaller than|at most|(?:no|not) (?:more|bigger|larger) than) \d[\d.,]* ?[kmg]i?b\b"
        ),
    ),
    (
        "compatibility",
        (
            rf"\bon (?:his|her|their|my|our|the|an?|old|any) (?:[\w-]+ ){{0,3}}{_DEVICE}\b[^.;]{{0,60}}\bon (?:his|her|their|my|our|the|an?|old|any) (?:[\w-]+ ){{0,3}}{_DEVICE}\b"
            rf"|\bon (?:an? |my |our |their )?(?:[\w-]+ )?{_DEVICE} from (?:19|20)\d\d\b(?! on\b)"
            rf"|\b(?:works?|runs?|usable|used|open\w*|manage it)\b[^.;]{{0,20}}\bon (?:my |his |her |our |the |an? |their |really |very |any )*(?:old|cheap|slow|ancient|(?:\w+[- ]){{1,2}}years?[- ]old) (?:[\w-]+ )?{_DEVICE}\b"
        ),
    ),
    (
        "usability",
        (
            r"\bwithout (?:calling|asking|phoning|ringing|bothering|explaining|help|my help|our help|an? (?:manual|course|explanation)|instructions|training|reading (?:an?|the)|scrolling|thinking)\b"
            r"|^(?:please )?(?:keep|leave|make) (?:it|this|that|things|everything|the (?:app|design|look|page|site|ui|whole thing)) (?:(?:all|as|nice and|really|so|very) )?"
            r"(?:clean|easy|lean|light|minimal|plain|short|simple|small|tidy)(?:,? (?:and|but) \w+)?(?: as possible| please)?\W*$"
            r"|\bif (?:i|you|we|they|he|she|somebody|someone|people|anyone) (?:needs?|has to read|have to read|must read) (?:an? |the |any )?(?:manual|training|course|explanation|instructions|help)\b"
            r"|\b(?:it['’]?s|it is|is|then) too complicated\b|\b(?:as|so) (?:simple|easy) (?:to use )?(?:as|that)\b"
            r"|\bno (?:manual|training|instructions|explanation|course)(?: (?:needed|required|necessary)|\W*$)"
            rf"|\bunderstandable (?:for|to|by)\b|\b{_BINDS} (?:be able to )?(?:understand|operate|manage|cope with|use) (?:it|this)\b"
            rf"|\beven (?:my|our|the|an?) [\w-]+(?: [\w-]+)? {_MUST}\b"
            r"|^(?:a )?(?:clear|understandable|readable|helpful|plain|friendly|human) (?:errors?|error messages?|messages?)\b"
            r"|^no (?:stack ?traces?|error codes|jargon|technical (?:terms|words))\b"
            r"|\b(?:readable|legible|visible|audible) (?:from|at|in|by|without)\b|\bexplains? (?:itself|themselves)\b"
            r"|\bnobody (?:should |must |may )?needs? (?:an? )?(?:account|login|app|password|e-?mail address|training|manual)\b"
            r"|\b(?:explain|show|teach) it to [^.;]{2,40} in (?:a|an|one|two|three|five|ten|\d+) (?:minutes?|hours?|evening)\b"
            r"|\b(?:nobody (?:should|must|may) )?needs? (?:no|any|an) (?:explanation|manual|training|instructions)\b"
            rf"|\b{_BINDS} be (?:very |really |completely |dead |absolutely |so )?"
            r"(?:quiet|silent|inaudible|robust|sturdy|discreet|calm|fun|friendly|pretty|simple|easy|foolproof|self-explanatory|idiot-proof|predictable|unobtrusive|obvious)\b"
            r"(?=\W*$|[,;.]| (?:and|or|enough|for|when|in|on|at|even|to (?:use|learn|understand|operate|read|run)))"
            r"|\bat a glance\b|\b(?:in|with|within|more than) (?:at most |max\.? |no more than |not more than )?(?:one|two|three|four|five|\d) (?:clicks?|taps|steps|key ?presses)\b|^(?:one|two|three|\d) (?:clicks?|taps) (?:to|and)\b"
            rf"|\b{_BINDS} {_NOT} (?:annoy|nag|get in the way|distract|scare|overwhelm|feel|look)\b|\b{_BINDS} (?:feel|look) (?!up\b|for\b|at\b|after\b|in\b)\w"
            r"|\bwith (?:gloves|wet (?:hands|fingers)|dirty (?:hands|fingers)|cold (?:hands|fingers)|thick fingers)\b"
            r"|\bnot (?:a |an )?(?:computer|technical|tech|it) (?:person|people|nerd|expert)\b.{0,40}\bso\b"
        ),
    ),
    ("observability", r"^(?:good |useful |readable )?logs? (?:that|which|so that|i can)\b"),
    ("cost", r"\bcheap to (?:run|operate|host|keep)\b"),
)
