"""The names of outside services as people type them in haste, and the ways in which messages reach people."""

import re
from typing import Final

from agents.builtin.reader.words.occurring import by_first_letter

# In small letters these are no other words.
_SURE = (
    "Adyen|Airbnb|Airtable|Algolia|Alipay|Appwrite|Artifactory|Asana|Auth0|BigQuery|Bitbucket|Bitwarden|Bluesky|Calendly|ChatGPT|Cloudflare|Codeberg|Confluence|Crashlytics|Databricks|Datadog|DeepL|DigitalOcean|Discord|Discourse|DHL|DocuSign|DPD|Doodle|Dropbox|eBay|Etsy|Eventbrite|Evernote|Facebook|FedEx|Figma|Firebase|Fitbit|Garmin|Gitea|GitHub|GitLab|Gmail|Grafana|Heroku|Hetzner|HubSpot|Instagram|IONOS|Jenkins|Jira|Jitsi|Kaggle|Keycloak|Klarna|LinkedIn|Mailchimp|Mailgun|Mailman|Mapbox|Mastodon|Mattermost|Metabase|MinIO|Mollie|Moodle|Netlify|Nextcloud|npm|NuGet|Odoo|Okta|Ollama|OneDrive|OpenAI|OpenStreetMap|Overleaf|PagerDuty|Patreon|PayPal|Pinterest|Plaid|PostHog|pretix|PyPI|QuickBooks|Reddit|Revolut|Salesforce|SendGrid|SharePoint|Shopify|Shopware|Skype|SonarQube|SoundCloud|Spotify|Squarespace|Strava|Supabase|SurveyMonkey|Tailscale|Telegram|TestFlight|TikTok|Todoist|Trello|Twilio|Twitch|Typeform|Vercel|Viber|Vimeo|Webex|WhatsApp|Wikidata|Wikipedia|WooCommerce|WordPress|Xero|YouTube|Zapier|Zendesk|Zotero|Zulip"
    "|Google Analytics|Google Calendar|Google Docs|Google Drive|Google Forms|Google Maps|Google Sheets|Google Workspace|Google Photos|Microsoft Teams|MS Teams|Active Directory|App Store|Play Store|Apple Pay|Google Pay|Apple Health|Home Assistant|VS Code|Hacker News|Stack Overflow|GitHub Actions|GitHub Pages|Amazon S3|Power BI"
)
# These are: they are meant where something goes to them or is done in them.
_ALSO_WORDS = "Element|Linear|Matrix|Notion|Outlook|Sentry|Signal|Slack|Square|Steam|Stripe|Teams|Zoom"
# One of them is kept in a system that is called by many.
_ONE_OF: Final = {"google sheet": "Google Sheets", "google doc": "Google Docs", "google form": "Google Forms"}
MEANT: Final = {
    **{name.casefold(): name for name in (*_SURE.split("|"), *_ALSO_WORDS.split("|"))},
    **_ONE_OF,
}
IN_HASTE: Final = re.compile(
    r"(?<![\w./@-])(?:"
    + by_first_letter(re.escape(name.casefold()) for name in (*_SURE.split("|"), *_ONE_OF))
    + r"|(?:(?<= on )|(?<= in )|(?<= to )|(?<= via )|(?<= with )|(?<= by )|(?<= use )|(?<= our )|(?<= \+ ))(?:"
    + _ALSO_WORDS.casefold()
    + r")(?= (?:and|or|when|if|channel|group|room|account|message|bot|webhook|api|instead|for)\b|[,.;:)!?]|$)"
    + r")(?![\w/@-]|\.\w)"
)
_SENDS = r"(?:sends?|sent|gets?|got|receives?|tells?|told|notif\w+|alerts?|reminds?|reminders?|mails?|warns?|contacts?|weekly|daily)"
# `mail address`, `text field`: no message.
_NO_MAIL = r"(?! (?:address(?:es)?|accounts?|servers?|programs?|clients?|apps?|fields?|templates?)\b)"
_NO_MESSAGE = r"(?! (?:files?|fields?|box(?:es)?|editors?|size|area|format)\b)"
# Who carries mails is named instead of them.
CARRIES_MAIL: Final = re.compile(
    r"(?:Amazon |AWS )?SES|SendGrid|Mailgun|Mailchimp|Postmark|Resend|Brevo|SparkPost|Mailjet|SMTP|Gmail|Outlook|Exchange"
)
# How a message reaches somebody: by a service that carries it.
CHANNELS: Final = {
    "Email": re.compile(
        rf"\b(?:(?<!sign in )(?<!log in )(?<!login )(?<!register )(?<!sign up )(?:by|via|with)|per|through|an?|one|reminder|friendly|confirmation|short) e?-?mails?\b{_NO_MAIL}"
        rf"|\b{_SENDS}\b[^.;]{{0,40}}\be?-?mails?\b{_NO_MAIL}",
        re.IGNORECASE,
    ),
    "SMS": re.compile(
        rf"\bSMS\b|\btext messages?\b|\b(?:by|via|per|(?:gets?|sends?|sent|receives?) an?) text\b{_NO_MESSAGE}"
    ),
    "Push notifications": re.compile(
        r"\bpush (?:notifications?|messages?|alerts?)\b|\b(?:gets?|sends?|receives?) an? push\b",
        re.IGNORECASE,
    ),
    "CI": re.compile(r"\bCI\b(?!/)"),
    "Webhook": re.compile(r"\b(?<!no )(?<!incoming )webhooks?\b", re.IGNORECASE),
}
