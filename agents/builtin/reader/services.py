"""The outside services and platforms people name in PRDs, so that a name can be told from an ordinary word."""

import re

NAMES = (
    # money
    "Stripe|PayPal|Braintree|Adyen|Klarna|Razorpay|Mollie|Plaid|Wise|Venmo|Apple Pay|Google Pay|Alipay|WeChat Pay|Bitcoin Lightning Network|Lightning Network|Coinbase|MetaMask|QuickBooks|Xero|DATEV|Paddle|Lemon Squeezy|Chargebee|GitHub Sponsors|Open Collective|Patreon",
    # messages
    "Twilio|SendGrid|Mailgun|Mailchimp|Amazon SES|AWS SES|Postmark|Resend|Slack|Discord|Telegram|WhatsApp|Microsoft Teams|MS Teams|Zoom|Google Meet|Webex|Intercom|Zendesk|Pusher|OneSignal|Firebase Cloud Messaging|FCM|APNs|APNS|Vonage|Gmail|Outlook|Exchange|Matrix|Signal|Viber|LINE",
    # identity
    "Auth0|Okta|Clerk|Keycloak|Sign in with Apple|Google Sign-In|Google OAuth|Google Login|Azure AD|Entra ID|Active Directory|LDAP|Cognito|Firebase Auth(?:entication)?|OpenID Connect",
    # files and documents
    "Google Drive|Google Docs|Google Sheets|Google Workspace|Dropbox|OneDrive|SharePoint|iCloud|Box|Notion|Confluence|Airtable|Obsidian|Evernote|Amazon S3|AWS S3|S3|MinIO|Cloudinary|Microsoft Excel|Excel|Microsoft Word|Office 365|Microsoft 365|Syncthing|IPFS|Blossom",
    # calendars, maps, weather, travel, health, home
    "Google Calendar|Apple Calendar|Outlook Calendar|Calendly|Google Maps|Mapbox|OpenStreetMap|HERE Maps|Apple Maps|OpenWeatherMap|OpenWeather|Weather API|Foursquare|Yelp|Uber|Airbnb|Booking\\.com|Skyscanner|Apple Health|HealthKit|Google Fit|Health Connect|Fitbit|Garmin|Strava|Oura|Epic|HL7|FHIR|Home Assistant|Philips Hue|MQTT|Alexa|Google Assistant|Siri|HomeKit",
    # code and work
    "GitHub Actions|GitHub|GitLab|Bitbucket|Jira|Linear|Asana|Trello|Monday\\.com|ClickUp|Azure DevOps|Jenkins|CircleCI|Sentry|Datadog|New Relic|PagerDuty|Opsgenie|Grafana|Prometheus|Splunk|Elastic|Kubernetes|OpenShift|Tekton Results|Tekton|Argo CD|ArgoCD|Docker Hub|OpenEBS Mayastor|Mayastor|Vault|HashiCorp Vault|Istio|Consul|Terraform Cloud|Figma|VS Code|Zapier|IFTTT|n8n|Make\\.com|npm registry|PyPI",
    # data, search, models
    "Salesforce|HubSpot|Pipedrive|SAP|Oracle ERP|NetSuite|Workday|BambooHR|ServiceNow|Snowflake|BigQuery|Redshift|Databricks|Segment|Mixpanel|Amplitude|Google Analytics|Google AdSense|AdSense|AdMob|PostHog|Plausible|Algolia|Hive|Kafka|OpenAI|ChatGPT|Anthropic|Claude|Google Gemini|Gemini|Azure OpenAI|Hugging Face|Ollama|ElevenLabs|Deepgram|AssemblyAI|Whisper API|Perplexity|DeepL|Google Translate|Brave Search|DuckDuckGo|Bing Search|Wikipedia|ArXiv|arXiv|PubMed|Supabase Realtime|Supabase|Firebase Storage|Firebase Hosting|Firebase|Cloud Functions|Cloud Firestore|Firestore|Render\\.com",
    # media, social, shops
    "YouTube Music|YouTube|Spotify|Apple Music|SoundCloud|Last\\.fm|MusicBrainz|Vimeo|Twitch|TikTok|Instagram|Facebook|Twitter|LinkedIn|Reddit|Mastodon|Bluesky|Nostr|Pinterest|Steam|Epic Games|Xbox Live|PlayStation Network|Shopify|WooCommerce|Amazon|eBay|Etsy|Magento|WordPress|Unsplash|TMDB|IMDb|Goodreads|VLC|OBS|Plex|Jellyfin|World of Warcraft",
    # shipping, chains
    "FedEx|UPS|DHL|USPS|Shippo|EasyPost|DocuSign|Ethereum Attestation Service|EAS|Ethereum|Polygon|Solana|Arbitrum|Celo|Base|Sepolia|Optimism|Chainlink|Infura|Alchemy|The Graph|Etherscan|OpenSea",
)
KNOWN = re.compile(r"(?<![A-Za-z0-9_/@.-])(?:" + "|".join(NAMES) + r")(?![A-Za-z0-9_@])")
# `Brave Search API`, `Astral API`: capitalised words before API, but not general ones.
INTERFACE = re.compile(
    r"\b((?:[A-Z][\w.&-]*\s+){1,4}(?:v\d[\d.]*\s+)?)(?:(?:REST|HTTP|Web|JSON|GraphQL)\s+)?(?:APIs?|SDK|webhooks?)\b"
)
GENERAL = re.compile(
    r"^(?:the|an?|our|this|these|their|public|private|internal|external|rest(?:ful)?|http|web|json|graphql|open|core|native|standard|third-party|all|each|every|new|uses?|using|via|with|by|no|for|and|or|ogc|standard|browser|admin|backend|frontend|product|developer|typescript|python|javascript|java|node\.js|file|fetch|notification|unified|single|simple|main|system|mock|sdk|api|get|post|put|delete|provide|support|call|integrate|connect|query|to|from|in|on|key|service)$",
    re.IGNORECASE,
)
WITH = re.compile(
    r"\b(?:integrat(?:e|es|ed|ion|ions|ing) (?:with|to|of)|connect(?:s|ed|ion)? (?:to|with)|sync(?:s|ed|hroni[sz]\w*)? (?:with|to)|import(?:s|ed)? from|export(?:s|ed)? to|hosted on|provided by)\s+(?:the |an? |existing |your |their |his |her )?((?:[A-Z][\w.&-]*)(?:\s+(?:[A-Z][\w.&-]*))*)"
)
# A name that is also an ordinary word counts only next to words that show what is meant.
ORDINARY = frozenset(
    {
        "Base",
        "Signal",
        "Box",
        "Wise",
        "Linear",
        "Epic",
        "Vault",
        "Segment",
        "Exchange",
        "Matrix",
        "Claude",
        "Steam",
        "LINE",
        "Notion",
        "Make",
        "Plex",
        "Elastic",
        "Alchemy",
        "Optimism",
        "S3",
        "UPS",
        "Hive",
        "Consul",
    }
)
