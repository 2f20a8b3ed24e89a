"""The outside services and platforms people name in PRDs, so that a name can be told from an ordinary word."""

import re

from agents.builtin.reader.words.occurring import by_first_letter
from agents.builtin.reader.words.services_of_trades import NAMES as NAMES_OF_TRADES

NAMES = (
    # money
    "Stripe|PayPal|Braintree|Adyen|Klarna|Razorpay|Mollie|Plaid|Wise|Venmo|Apple Pay|Google Pay|Alipay|WeChat Pay|Bitcoin Lightning Network|Lightning Network|Coinbase|MetaMask|WalletConnect|QuickBooks|Xero|DATEV|Paddle|Lemon Squeezy|LemonSqueezy|Chargebee|RevenueCat|StoreKit|GitHub Sponsors|Open Collective|Patreon|Buy Me a Coffee|Ko-fi|Square|Checkout\\.com|Authorize\\.net|Worldpay|M-Pesa|PayU|iyzico|Mercado ?Pago|MercadoPago|Paystack|Flutterwave|Midtrans|Xendit|VNPay|MoMo|GCash|Paytm|PhonePe|UPI|Pix|SEPA|SWIFT|Binance|Kraken|Alpaca|Interactive Brokers|Yahoo Finance|Alpha Vantage|CoinGecko|CoinMarketCap|TradingView|Bloomberg|Toss Payments|Sage|FreshBooks|Zoho|lexoffice|Bexio|OKX|Bybit|Bitfinex|KuCoin|Gemini Exchange|CryptoCompare|CoinAPI|Alternative\\.me|Finnhub|Polygon\\.io|Twelve Data|Tiingo|Finviz|Refinitiv|FactSet|Morningstar|Robinhood|Revolut|Monzo|N26|GoCardless|TrueLayer|Tink|Nordigen|Dwolla|Affirm|Afterpay|Swish|Vipps|MobilePay|Bizum|iDEAL|Bancontact|Giropay|Sofort|Boleto|PagSeguro|Cielo|Conekta|OXXO|Wave|Holded|Sevdesk|Lexware|Moneybird|Exact Online|Visma|Fortnox",
    # messages
    "iMessage|Twilio|SendGrid|Mailgun|Mailchimp|Amazon SES|AWS SES|Postmark|Resend|Brevo|SparkPost|MessageBird|Slack|Discord|Telegram|WhatsApp|Microsoft Teams|MS Teams|Zoom|Google Meet|Google Chat|Webex|Intercom|Zendesk|Freshdesk|Crisp|Pusher|Ably|OneSignal|Firebase Cloud Messaging|FCM|APNs|APNS|Expo Push|Expo Notifications|Vonage|Gmail|Outlook|Exchange|Matrix|Signal|Viber|LINE|WeChat|KakaoTalk|Kakao|Naver|Mattermost|Rocket\\.Chat|DingTalk|Feishu|Lark|Klaviyo|Customer\\.io|HubSpot|Agora|LiveKit|Daily\\.co|Jitsi|Facebook Messenger|iMessage|IMAP|SMTP",
    # identity
    "Auth0|Okta|Clerk|Keycloak|Sign in with Apple|Google [Ss]ign-?[Ii]n|Google OAuth|Google Login|Azure AD B2C|Azure AD|Azure Active Directory|Microsoft Entra ID|Entra ID|Active Directory|LDAP|Cognito|Firebase Auth(?:entication)?|OpenID Connect|Supabase Auth|Auth\\.js|WorkOS|Stytch|Descope|reCAPTCHA|hCaptcha|Turnstile|OneLogin|Shibboleth|eIDAS|itsme|BankID|DigiD",
    # files and documents
    "Google Drive|Google Docs|Google Sheets|Google Slides|Google Forms|Google Classroom|Google Workspace|Dropbox|OneDrive|SharePoint|iCloud|CloudKit|Box|Notion|Confluence|Airtable|Obsidian|Evernote|Amazon S3|AWS S3|S3|MinIO|Cloudinary|imgix|Uploadcare|UploadThing|Excel Online|Office 365|Microsoft 365|Microsoft Graph|Syncthing|IPFS|Arweave|Filecoin|Blossom|Nextcloud|WebDAV|Backblaze B2|Wasabi|Google Cloud Storage|Azure Blob Storage|DocuSign|Dropbox Sign|HelloSign|Zotero|Mendeley|Overleaf|Anki|Readwise|Pocket|Logseq|Roam Research|Todoist",
    # calendars, maps, weather, travel, health, home
    "Google Calendar|Apple Calendar|Outlook Calendar|Calendly|CalDAV|CardDAV|Google Maps|Google Places|Mapbox|MapLibre|Leaflet|OpenStreetMap|Nominatim|HERE Maps|Apple Maps|MapKit|Naver Maps?|Kakao Maps?|OpenWeatherMap|OpenWeather|Open-Meteo|WeatherAPI|Weather API|Foursquare|Yelp|Uber Eats|Uber|Lyft|DoorDash|Airbnb|Booking\\.com|Expedia|Skyscanner|Amadeus|Sabre|TripAdvisor|Apple Health|HealthKit|Google Fit|Health Connect|Samsung Health|Fitbit|Garmin|Strava|Oura|WHOOP|Withings|Epic|Cerner|HL7|FHIR|DICOM|Home Assistant|Philips Hue|MQTT|Zigbee|Z-Wave|OPC UA|Modbus|Alexa|Google Assistant|Siri|HomeKit|Google Home|SmartThings|Nutritionix|Edamam|Spoonacular|Open Food Facts|USDA FoodData Central",
    # code and work
    "GitHub Actions|GitHub Pages|GitHub Releases|GitHub|GitLab|Bitbucket|Jira|Linear|Asana|Trello|Monday\\.com|ClickUp|Azure DevOps|Jenkins|CircleCI|Travis CI|Sentry|Datadog|New Relic|PagerDuty|Opsgenie|Grafana Loki|Grafana|Loki|VictoriaMetrics|VictoriaLogs|Graylog|Logstash|Fluentd|Jaeger|Zipkin|Prometheus|Splunk|Elastic|Honeycomb|Better Stack|UptimeRobot|Statuspage|LogRocket|Kubernetes|OpenShift|Tekton Results|Tekton|Argo CD|ArgoCD|Docker Hub|OpenEBS Mayastor|Mayastor|HashiCorp Vault|Vault|Istio|Consul|Terraform Cloud|Figma|VS Code|Zapier|IFTTT|n8n|N8N|Make\\.com|npm registry|NPM|PyPI|crates\\.io|Maven Central|Homebrew|Chocolatey|CodeRabbit|Codecov|SonarQube|SonarCloud|Snyk|Dependabot|Claude Code|GitHub Copilot|Copilot|Windsurf|Replit|Devin|Cline|Aider|Model Context Protocol|A2A|GitHub Container Registry|GHCR|Quay\\.io|Harbor|Artifactory|Nexus Repository|RubyGems|NuGet|Packagist|Docker Registry|Portainer|Rancher|Coolify|Dokku|Ansible Tower|Puppet|SaltStack|Nagios|Zabbix|Icinga|VictorOps|Rollbar|Bugsnag|Airbrake|Raygun|Basecamp|Wrike|Smartsheet|YouTrack|Phabricator|Shortcut|Height|Coda|Slab|GitBook|ReadMe|Swagger Hub|Launchpad|SourceForge|AUR|Flathub|Snapcraft|Snap Store|winget|Scoop|OpenAI Codex|JetBrains(?! Mono)|Postman|Storybook|Chromatic|Toggl|Harvest|Miro|Gitea|Gerrit|LeetCode|Codeforces|HackerRank|Kaggle|Stack Overflow",
    # business and data
    "Salesforce|Pipedrive|SAP S/4HANA|SAP|Oracle ERP|NetSuite|Workday|BambooHR|Personio|ServiceNow|Snowflake|BigQuery|Redshift|Databricks|dbt Cloud|Fivetran|Airbyte|Segment|Mixpanel|Amplitude|Google Analytics|Google Tag Manager|Google Search Console|Google AdSense|Google Ads|AdSense|AdMob|Meta Ads|Facebook Ads|PostHog|Plausible|Matomo|Hotjar|Looker|Tableau|Power BI|Metabase|Algolia|Typesense|Meilisearch|Hive|Kafka|Crashlytics|Firebase Analytics|LaunchDarkly|Contentful|Sanity|Strapi|Odoo|Dynamics 365|Moodle|Canvas LMS|Blackboard|Greenhouse|Workable|Indeed|Glassdoor|Upwork|Typeform|SurveyMonkey",
    # models
    "Whisper|GPT-4o-mini|GPT-4o|GPT-4|GPT-5|Azure OpenAI|OpenAI|ChatGPT|Anthropic|Claude|Google Gemini|Gemini|Vertex AI|Hugging ?Face|Ollama|LM Studio|vLLM|LiteLLM|OpenRouter|Groq|Mistral AI|Cohere|Replicate|Together AI|Fireworks AI|Stability AI|DALL-E|DALL·E|Midjourney|Stable Diffusion|RunPod|Modal|DeepSeek|Qwen|Moonshot|ElevenLabs|Deepgram|AssemblyAI|Whisper API|Perplexity|Tavily|SerpAPI|Serper|Firecrawl|Exa|LangSmith|Lang[Ff]use|Helicone|Pinecone|Weaviate Cloud|Qdrant Cloud|DeepL|Google Translate|Google Cloud Vision|Google Vision|Cloud Vision|Brave Search|DuckDuckGo|Bing Search|Wikipedia|Wikidata|ArXiv|arXiv|PubMed|Semantic Scholar|CrossRef|Google Scholar|Roboflow|Weights & Biases|MLflow",
    # clouds and what runs in them
    "Amazon Bedrock AgentCore|Bedrock AgentCore|AWS Bedrock|Amazon Bedrock|Bedrock|(?:Amazon |AWS )?DynamoDB|Dynamo|(?:Amazon |AWS )?SQS|(?:Amazon |AWS )?SNS|SES|(?:Amazon |AWS )?EventBridge|(?:Amazon |AWS )?CloudWatch|(?:AWS )?Step Functions|(?:Amazon )?GuardDuty|(?:Amazon |AWS )?API Gateway|(?:Amazon |AWS )?CloudFront|(?:AWS )?Secrets Manager|AWS Systems Manager(?: Parameter Store)?|(?:Amazon |AWS )?Textract|(?:Amazon |AWS )?Rekognition|Amazon Transcribe|Amazon Polly|(?:Amazon |AWS )?SageMaker|(?:Amazon )?Athena|AWS Glue|AWS Amplify|AWS IoT Core|Route ?53|Amazon Connect|AWS|Azure Functions|Azure Key Vault|Azure Service Bus|Azure Cosmos DB|Cosmos DB|Application Insights|Azure|Google Cloud Platform|Google Cloud Run|Cloud Run|Google Cloud|GCP|Cloud Functions|Cloud Firestore|Firestore|Firebase Realtime Database|Firebase Storage|Firebase Hosting|Firebase|Supabase Realtime|Supabase Storage|Supabase|Appwrite|PocketBase|Convex|Neon|PlanetScale|Turso|Upstash|MongoDB Atlas|Vercel Blob|Vercel|Netlify|Heroku|Fly\\.io|Railway|Render\\.com|Render|Hetzner|DigitalOcean|Linode|Cloudflare (?:R2|D1|KV|Workers|Pages|Stream|Images)|Cloudflare|Akamai|Fastly|Let[’']?s ?Encrypt|Inngest|Trigger\\.dev|Temporal Cloud|Expo EAS|Hasura|Plesk|Hostinger|Streamlit Cloud",
    # media, social, shops
    "YouTube Music|YouTube Data API|YouTube|Spotify|Apple Music|SoundCloud|Deezer|Tidal|Bandcamp|Last\\.fm|MusicBrainz|Vimeo|Twitch|TikTok|Instagram|Facebook|Twitter|LinkedIn|Reddit|Mastodon|Bluesky|Nostr|Pinterest|Threads|Snapchat|Weibo|Hacker News|Product Hunt|Medium|Substack|Ghost|Steamworks|Steam|Epic Games|Xbox Live|PlayStation Network|Game Center|Google Play Games|PlayFab|Photon|Shopify|WooCommerce|Amazon|eBay|Etsy|Magento|BigCommerce|Wix|Webflow|WordPress|AliExpress|Alibaba|Taobao|Zalando|Unsplash|Pexels|Pixabay|Giphy|Tenor|TMDB|IMDb|OMDb|Goodreads|Google Books|Open Library|Scryfall|TCGplayer|Cardmarket|BoardGameGeek|IGDB|RAWG|Riot Games|Battle\\.net|Roblox|itch\\.io|GOG|Humble Bundle|HowLongToBeat|Speedrun\\.com|ESPN|Sportradar|Opta|OpenF1|Ergast|Trakt|Letterboxd|AniList|MyAnimeList|Kitsu|Genius|Musixmatch|Audible|Kobo|Kindle|Libby|ISBNdb|Wattpad|Tumblr|Quora|VK|Odnoklassniki|Douyin|Bilibili|Xiaohongshu|Zhihu|Lemmy|Matrix\\.org|VLC|OBS|Plex|Jellyfin|World of Warcraft|Mux|Bunny\\.net|App Store Connect|App Store|Google Play|Play Store|RSS",
    # shipping, chains
    "FedEx|UPS|DHL|USPS|Shippo|EasyPost|ShipStation|Sendcloud|AfterShip|Ethereum Attestation Service|EAS|Ethereum|Polygon|Solana|Arbitrum|Celo|Base|Sepolia|Optimism|Avalanche|Chainlink|Infura|Alchemy|The Graph|Etherscan|OpenSea|Uniswap|Phantom",
    # people and hiring
    "Rippling|BambooHR|ADP|Deel|Lever|Ashby|SmartRecruiters|Lattice|Culture Amp|Paychex|Gusto|Finch|Merge\\.dev|HiBob|Factorial|Zenefits|Ceridian|UKG|Checkr|Calendly|Cal\\.com|Nylas|Cronofy|Acuity Scheduling",
    # forms, mailings, measuring, ads
    "Formspree|JotForm|Tally\\.so|Netlify Forms|Google Business Profile|Google My Business|Google Search|Google Reviews|Vercel Analytics|Cloudflare Analytics|Microsoft Clarity|FullStory|Pendo|Fathom|Umami|AppsFlyer|Branch\\.io|Statsig|Optimizely|GrowthBook|Unleash|Flagsmith|ConvertKit|ActiveCampaign|Constant Contact|MailerLite|Mailjet|Sendinblue|Beehiiv|RudderStack|Hightouch|TikTok Ads|LinkedIn Ads|Microsoft Ads|Criteo|Taboola|Outbrain|Trustpilot|G2|Capterra|Microsoft Store|Amazon Appstore",
    # search, scraping, models
    "Google Custom Search|Google Search API|SerpApi|Apify|Bright Data|BrightData|ScrapingBee|ScraperAPI|Zyte|Oxylabs|Browserbase|Browserless|Jina AI|Voyage AI|Cerebras|SambaNova|DeepInfra|fal\\.ai|xAI|Grok|Suno|Runway|Leonardo AI|Ideogram|Mathpix|LlamaParse|Unstructured\\.io|Azure Document Intelligence|Azure Form Recognizer|Azure Speech|Azure Cognitive Services|Google Document AI|Document AI|Google Speech-to-Text|Google Text-to-Speech|Google TTS|Amazon Lex|Dialogflow|Botpress|Voiceflow|Vapi|Retell AI|Zhipu|GLM|Kimi|Doubao|ERNIE|Hunyuan|MiniMax|Baichuan|Cursor|MCP(?= (?:server|client|tools?|protocol)s?)",
    # weather, maps, registers and other public sources
    "NOAA|National Weather Service|NWS|Met Office|Meteostat|AccuWeather|Tomorrow\\.io|Weatherbit|Visual Crossing|OpenAQ|USGS|NASA|Copernicus|Sentinel Hub|Google Earth Engine|Google Earth|SEC EDGAR|EDGAR|FRED|World Bank|Eurostat|OFAC|OpenSanctions|OpenCorporates|Companies House|VIES|GLEIF|PACER|CourtListener|ViaCEP|Correios|PJe|IBGE|data\\.gov|FlightAware|ADS-B Exchange|OpenSky|AviationStack|Amadeus|Rome2Rio|Google Flights|Transitland|GTFS|OpenTripPlanner|What3Words|TomTom|HERE|Baidu Maps|Amap|Geoapify|OpenCage|IPinfo|MaxMind",
    # markets, money, sport
    "Polymarket|Kalshi|Betfair|Pinnacle|DraftKings|FanDuel|The Odds API|API-Football|SportsDataIO|TheSportsDB|Yodlee|Finicity|Salt Edge|Belvo|Payoneer|Zelle|Cash App|Interac|Sezzle|Splitwise|YNAB|MYOB|Clover|Lightspeed|SumUp|Zettle|Openpay|Wompi|dLocal|Rapyd|Redsys|Transbank|Webpay|Culqi|Izipay|Nequi|Daviplata|Yape|Plin|SPEI|Khalti|eSewa|bKash|JazzCash|PayMaya|OVO|DANA|GoPay|Cashfree|Instamojo|Tabby|Tamara|Fawry|2Checkout|Binance Smart Chain|BNB Chain|Starknet|zkSync|Aptos|Sui|XRPL|XRP Ledger|Stellar|Hedera|Cardano|Polkadot|Helius|QuickNode|Moralis|Thirdweb|Privy|Web3Auth|Farcaster|Pyth|Dune|DeFiLlama|Aave|Raydium|Jupiter|Baostock|Tushare|AkShare|yfinance",
    # shops, food, parcels
    "PrestaShop|Squarespace|Gumroad|Printful|Printify|Mercado Libre|MercadoLibre|Rakuten|Lazada|Shopee|Tokopedia|Walmart|Coupang|Mercari|Rappi|Glovo|Deliveroo|Grubhub|iFood|Zomato|Swiggy|Instacart|OpenTable|Resy|Toast POS|Royal Mail|Canada Post|Australia Post|DPD|GLS|Correos|La Poste|PostNL|Packlink|Easyship|Delhivery|Shiprocket",
    # things and calls
    "Tuya|Shelly|Zigbee2MQTT|ThingsBoard|ThingSpeak|Blynk|The Things Network|LoRaWAN|Sigfox|Azure IoT Hub|Node-RED|Plivo|Sinch|Telnyx|Infobip|Africa[’']s Talking|RingCentral|Aircall|Asterisk|Fast2SMS|MSG91|Exotel|Gupshup|Interakt|WATI|Meta Cloud API|Facebook Graph API|Instagram Graph API|Meta Graph API",
    # learning and care
    "Schoology|Brightspace|Clever|PowerSchool|Khan Academy|Coursera|Udemy|edX|Duolingo|Google Health|Dexcom|MyFitnessPal|Cronometer|Peloton|Zwift|Komoot|AllTrails|TrainingPeaks|Polar Flow|openFDA|RxNorm|DrugBank|MyChart|athenahealth|Practice Fusion",
    # running and guarding programs
    "Cloud KMS|Google Cloud KMS|AWS KMS|Google Secret Manager|Cloud Tasks|Cloud Scheduler|Cloud Pub/Sub|Axiom|Logtail|Papertrail|Loggly|Sumo Logic|Dynatrace|AppDynamics|Checkly|Pingdom|StatusCake|Cronitor|Healthchecks\\.io|Doppler|Infisical|1Password|Bitwarden|LastPass|KeePass|CyberArk|Jamf|Microsoft Intune|CrowdStrike|Tenable|Qualys|VirusTotal|Shodan|Have I Been Pwned|HaveIBeenPwned|AbuseIPDB|MISP|Wazuh|Cisco Meraki|Ubiquiti|Tailscale|WireGuard|ngrok|Firebase App Check|Firebase Remote Config|Firebase Crashlytics|Power Automate|Power Apps|Qlik|Apache Superset|Redash|Teradata|Palantir|Gitpod|GitHub Codespaces|Raycast",
    # names in other scripts
    "公众号|微信公众号|微信支付|微信|支付宝|钉钉|飞书|企业微信|高德地图|百度地图|腾讯云|阿里云|通义千问|카카오톡|카카오|네이버|토스",
)
_ALL = sorted(
    (name for row in (*NAMES, *NAMES_OF_TRADES) for name in re.split(r"\|(?![^(]*\))", row)),
    key=len,
    reverse=True,
)
KNOWN = re.compile(
    r"(?<![A-Za-z0-9_/@.-])(?:"
    + by_first_letter(_ALL)
    + (
        r")(?:(?![A-Za-z0-9_@])|(?<=[^\x00-\x7f]))"
        r"(?!-[a-z]"
        r"|\s(?:rates?|files?|formats?|sheets?|documents?|spreadsheets?|repos?(?:itory|itories)?)\b)"
    )
)
# What a product runs on, and does not talk to.
HOST = re.compile(
    r"Vercel|Netlify|Heroku|Fly\.io|Railway|Render(?:\.com)?|Hetzner|DigitalOcean|Linode|Hostinger"
    r"|Plesk|Akamai|Fastly|AWS|Azure|GCP|Google Cloud(?: Platform| Run)?|Cloud Run|GitHub Pages"
    r"|Streamlit Cloud|Firebase Hosting"
)
# What products are built on, watched by and installed with: outside systems where a document speaks of them again and again.
INFRASTRUCTURE = re.compile(
    r"Kubernetes|Prometheus|Grafana|Kafka|MapLibre|Leaflet|Elastic|Storybook|Homebrew|Chocolatey|Scoop|winget|AUR|Flathub|Snap Store"
)
# `Brave Search API`, `Astral API`: capitalised words before API, but not general ones.
INTERFACE = re.compile(
    r"\b((?:[a-z]?[A-Z][\w.&-]{0,40}(?<!\.)\s+){1,4}(?:v\d[\d.]*\s+)?)"
    r"(?:(?:REST|HTTP|Web|JSON|GraphQL|unified|public|official|free|external|partner|data|pricing|search"
    r"|streaming|weather|payments?)\s+)?"
    r"(?:APIs?|SDK|webhooks?)\b(?!: (?:GET|POST|PUT|PATCH|DELETE)\b)"
)
GENERAL = re.compile(
    r"^(?:the|an?|our|this|these|their|public|private|internal|external|rest(?:ful)?|https?|web|json"
    r"|graphql|open|core|native|standard|third-party|3rd-party|all|each|every|new|uses?|using|via|with"
    r"|by|no|for|and|or|ogc|browser|admin|backend|frontend|product|developer|typescript|python"
    r"|javascript|java|node\.js|file|fetch|notification|unified|single|simple|main|system|mock|sdk"
    r"|apis?|get|post|put|delete|provide|support|call|integrate|connect|query|to|from|in|on|key"
    r"|service|websocket|gateway|client|server|microservices?|endpoints?|express(?:\.js)?|flask"
    r"|fastapi|django|react(?:\.js)?|next\.js|rust|go|kotlin|swift|canvas|dom|streams?|history|storage"
    r"|context|composition|options|runtime|platform|management|data|user|users|auth|authentication"
    r"|payment|search|chat|messages?|orders?|products?|ai|llm|ml|speech|web speech|geolocation"
    r"|incoming|outgoing|inbound|outbound|log-?in|log-?out|sign-?up|register|registration|password"
    r"|notifications?|intersection|resize|mutation|observer|file system|local|cli|ui|pty|version|v\d+"
    r"|basic|advanced|phase|step|task|design|create|implement|build|add|rate|batch|crud|soap|rpc|grpc"
    r"|any|existing|global|official|full|latest|standard|stable|central|custom|mobile|android|ios"
    r"|chrome|firefox|windows|linux|macos|hris|hr|crm|erp|pos|cms|lms|ehr|emr|sso|idp|cdn|sms|e-?mail"
    r"|calendar|social|media|social media|tasks?|payments|iot|bi|etl|seo|oauth\d?|saml|jwt|map|maps"
    r"|weather|bank|banking|card|inventory|accounting|analytics|hardware|device|sensor|bot|app|backup"
    r"|cloud|vector|third|party|une?|una|uma?|unos|unas|el|las|los|le|les|des|der|die|das|den|dem"
    r"|eine[rnms]?|il|lo|gli|het|een|pour|para|mit|avec|com|con|per|webhooks?|checkout|keys?|tokens?"
    r"|os|min|max|ssr|ssg|rls|rbac|cors|pwa|ocr|nlp|passwords?|passkeys?|usernames?|biometrics?|finance|sales|marketing|legal|procurement|operations|logistics|compliance"
    r"|subsequent|stateless|comprehensive|minimal|premium|animated|animation|metadata|mediarecorder|webrtc|webgl|clipboard|gamepad|page visibility)$",
    re.IGNORECASE,
)
_CAPITALS = r"((?:[A-Z][\w.&-]*|\d)(?:\s+(?:[A-Z][\w.&-]*|\d+))*)"
WITH = re.compile(
    (
        r"\b(?:[Ss]chnittstellen? (?:zu|zum|zur|an)|[Ii]ntegrat(?:e|es|ed|ion|ions|ing) (?:with|to|of|into)"
        r"|[Cc]onnect(?:s|ed|ion)? (?:to|with)|[Ss]ync(?:s|ed|hroni[sz]\w*)? (?:with|to)"
        r"|[Ii]mport(?:s|ed)? from|[Ee]xport(?:s|ed)? to|[Hh]osted (?:on|by)|[Pp]owered by"
        r"|[Ll]og(?:ged)?[ -]?in (?:with|via)|[Ss]ign(?:s|ed)?[ -]in (?:with|via)|[Dd]eployed (?:on|to)"
        r"|[Cc]ompatible with|[Pp]ayments? (?:via|through|with)|[Ii]nteroperab\w+ with"
        r"|[Pp]ublish(?:es|ed)? to|[Ww]ebhooks? from|[Cc]onnectors? (?:for|to)"
        r"|[Ii]ntégrations? (?:avec|de|à)|[Ii]ntegraci[óo]n(?:es)? con|[Ii]ntegraç(?:ão|ões) com"
        r"|[Ii]ntegrazion[ei] con|[Aa]nbindung an)\s+"
        r"(?:the |an? |existing |your |their |his |her )?"
    )
    + _CAPITALS
)
# `integrates with the school information system`: which kind of system, where it has no name.
OF_A_KIND = re.compile(
    r"\b[Ii]ntegrat(?:e|es|ed|ion|ions|ing) (?:with|to|into) "
    r"(?:the |an? |our |their |existing |external |current |third-party )*"
    r"((?:[a-z]+(?:-[a-z]+)? ){1,3}?"
    r"(?:systems?|media|networks?|calendars?|platforms?|gateways?|providers?|registr(?:y|ies)|register"
    r"|exchange|marketplace|warehouse|ledger))\b"
)
# `Payment provider integration`: the same in fewer words.
KIND_JOINED = re.compile(
    r"\b((?:payment|shipping|sms|e-?mail|identity|delivery|tax) (?:provider|gateway|carrier|service)) integrations?\b",
    re.IGNORECASE,
)
# `via the A4A protocol`.
SPOKEN = re.compile(r"\b(?:via|over|through|using) (?:the )?([A-Z][\w+-]{1,20}) [Pp]rotocol\b")
# `OAuth (Google, Apple)`, `social login (Google / Facebook)`: who says who somebody is.
SIGNED_IN = re.compile(
    r"\b(?:[Oo][Aa]uth\S{0,4}|[Ss]ocial|[Ss]ign[- ]?[Ii]n|[Ll]og[- ]?[Ii]n|SSO|[Aa]uthentication)\b[^().:;]{0,25}"
    r"\(([A-Z][\w.]*(?:(?:, (?:and |or )?| and | or |/| / | & )[A-Z][\w.]*)+)\)"
)
# `our existing Directus instance`, `the payroll system (Loga)`.
EXISTING = re.compile(
    r"\b(?:existing|current|own|company|our) "
    r"((?!SQL|Windows|Web|API|Docker|Linux)[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?) "
    r"(?:instance|server|installation|account|tenant|workspace|deployment|setup|site|shop|intranet)\b"
)
KIND_BY_NAME = re.compile(
    r"\b(?:payroll|PMS|WMS|TMS|MES|PLM|SIS|HIS|LIMS|accounting|ticketing|booking|billing|inventory"
    r"|warehouse|time ?sheet|scheduling|document management|ERP|CRM|CMS|LMS|EHR|EMR|DMS|HR|POS|PIM)"
    r"(?: (?:system|software|tool|program|provider))? \(([A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?)\)"
)
# `Dentrix has no webhooks`, `live tiles from our GeoServer`.
REACHED = re.compile(
    r"\b((?!It|They|We|This|That|There|Which|The|And|But)[A-Z][a-z]\w+) "
    r"(?:has|offers|provides|exposes) (?:no |an? |the )?(?:webhooks?\b|(?:REST |public )?APIs?\b)"
    r"|\b(?:from|to|with|via|by|in) our ([A-Z][a-z]+[A-Z]\w+)\b"
    r"|\b(?:from|to|into|via) ((?!RFC|ISO|WCAG)[A-Z]{3,} \d{3,})\b"
)
# `their maintenance system HELIOS`, `maps from mapy.cz`.
KIND_THEN_NAME = re.compile(
    r"\b(?:their|our|the) [a-z]+(?: [a-z]+)? (?:system|software|register|registry|database) "
    r"((?!API|SQL|REST|PDF|CSV)[A-Z](?:[A-Za-z]{2,}|[A-Za-z]-[A-Za-z])[\w.-]*)"
)
DOMAIN = re.compile(
    r"\b(?:from|via|by|through|with|using) (?:the )?"
    r"([a-z0-9-]{2,30}\."
    r"(?:com|org|net|io|eu|de|at|ch|fr|it|es|nl|be|pl|cz|sk|dk|se|no|fi|uk|ai|dev|app))"
    r"(?![\w/@-]|\.\w)"
)
# `the club software (Campai)`, `in der Vereinssoftware (Campai)`.
NAMED_SOFTWARE = re.compile(
    r"\b[\w-]{0,40}(?:software|[Ss]ystem|verwaltung|[Pp]rogramm?|[Pp]ortal) \(([A-Z][a-z][\w.&-]*(?: [A-Z][\w.&-]*)?)\)"
)
# `Connect Asana workspace via OAuth`: what a permission is asked of.
GRANTED = re.compile(
    r"\b(?:[Cc]onnect|[Ll]ink|[Aa]uthori[sz]e|[Aa]uthenticate|[Aa]dd)(?:s|ed|ing)? (?:to |with )?(?:the |their |an? |your )?"
    + _CAPITALS
    + (
        r"(?: (?:workspace|account|calendar|profile|store|tenant)s?)? (?:via|through|using|with) (?:the )?"
        r"(?:OAuth|API key|personal access token|access token)"
    )
)
# Verbs that bring data from somewhere or send it there: a name behind them is an outside system where it is no word of the text.
MOVED = re.compile(
    r"\b(?:(?:[Ff]etch|[Pp]ull|[Ll]oad|[Rr]ead|[Rr]etriev|[Rr]eceiv|[Cc]ollect|[Ss]crap|[Ii]mport|[Ss]ync|[Cc]om)\w* (?:[a-z-]+ ){0,4}?from"
    r"|(?:[Ss]ends?|[Ss]ent|[Pp]ush(?:es|ed)?|[Pp]ost(?:s|ed)?|[Uu]ploads?|[Ff]orwards?|[Ee]xports?|[Ss]hips?|[Rr]elays?|[Ss]treams?|[Dd]elivers?) (?:[a-z-]+ ){0,4}?to"
    r"|[Tt]alks? to|(?:[Hh]andled|[Ss]upplied|[Pp]rocessed|[Dd]elivered) by"
    r"|(?:messages?|texts?|sms|SMS|e?-?mails?|payments?|[Ss]ign[- ]in|[Ll]og[- ]?in|auth\w*) "
    r"(?:via|through))\s+"
    r"(?:the |our |my |their )?" + _CAPITALS + r"(?:\s+and\s+(?:from |to |the )?" + _CAPITALS + r")?"
)
# `ROS 2 Integration`: the heading names what is joined to.
TITLED = re.compile(
    rf"^(?:[\d.]+\s*)?{_CAPITALS}\s+(?:[Ii]ntegration|[Cc]onnector|[Cc]onnection|[Ss]ync|[Ww]ebhooks?)$"
)
# The provider's own name says nothing more once several of these are named.
OF_AWS = re.compile(
    r"(?:AWS|Amazon) (?!Pay$).+|S3|SES|SQS|SNS|Cognito|DynamoDB|Dynamo|EventBridge|CloudWatch"
    r"|CloudFront|Step Functions|GuardDuty|API Gateway|Bedrock|Textract|Redshift|SageMaker"
)
# A name that is also an ordinary word counts only next to words that show what is meant.
ORDINARY = frozenset(
    "Base Harbor Wave Genius Quay Height Shortcut Tink Signal Box Wise Linear Epic Vault Segment Exchange Matrix Claude Steam LINE Notion Make Plex Elastic Alchemy Optimism UPS Hive Consul Neon Render Railway Square Resend Clerk Crisp Modal Exa Pocket Sage Pix Convex Threads Medium Ghost Phantom Polygon Photon Tidal Indeed Harvest Greenhouse Amplitude Plausible Paddle Tableau Sanity Temporal Honeycomb Leaflet Avalanche Dynamo MoMo SWIFT Canvas Agora Alpaca Kraken Intercom Looker Pusher Replicate Signal RSS Bedrock Ably Lever Finch Gusto Unleash Fathom Runway Suno Cursor Lattice Factorial Clever Stellar Jupiter Clover Doppler Axiom Dune Pyth Privy Zoom Raycast Shelly HERE Pinnacle DANA OVO Aider Windsurf".split()  # noqa: SIM905  # a list of words reads best as one string
)
