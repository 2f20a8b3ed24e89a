"""Documents with one line that raises a question, and with lines that look alike and are answered, put off or of something else."""

WEB = """# Club desk

A web application for our club, written in Python, for 200 people.

## Requirements

- A member can see the programme of the month.
- A member can see who comes on Tuesday.
- A member can print the programme as a page.
- A member can choose a font.
- {}
"""
PHONE = WEB.replace("A web application for our club", "A mobile app for Android and iOS for our club")
TOOL = """# Tidy

A command-line tool, written in Go, installed with Homebrew on Linux.

## Requirements

- The command `tidy list` lists what is there.
- The command `tidy show` shows one thing.
- The command `tidy help` says what there is.
- {}
"""
GAME = """# Hopper

A game for the browser, written in TypeScript.

## Requirements

- The player jumps from stone to stone.
- The player loses a life in the water.
- A wind pushes the player aside.
- {}
"""
PIPELINE = """# Nightly numbers

A nightly data pipeline in Python, run by Airflow, with up to 80,000 rows a run. A failed run is retried once, and the team is told in Slack.

## Requirements

- It writes one table for each day to BigQuery.
- It joins both sources by the number of the order.
- It is finished by 6 in the morning.
- {}
"""
EXTENSION = """# Marker

A browser extension, written in TypeScript.

## Requirements

- It counts the words of a text that is marked.
- It shows the number beside the text.
- It forgets the number afterwards.
- {}
"""
LIBRARY = """# Shelfmark

A library in Python 3.11 and newer, published on PyPI under the MIT licence.

## Requirements

- It compares two shelf marks.
- It sorts shelf marks as people would.
- It prints a shelf mark in the long form.
- {}
"""
BOX = """# Plant waterer

A small box with an ESP32 board for my balcony, written with Arduino.

## Requirements

- It measures the soil moisture in each of four pots every hour.
- It waters a pot for ten seconds when the soil is dry.
- A red light shows when the tank is empty.
- {}
"""
BOT = """# Rota

A Discord bot, written in Python, for everybody in the channel #rota.

## Requirements

- The command /rota shows who is on duty.
- The command /swap offers a shift to the others.
- The command /take takes a shift that is offered.
- {}
"""
LAB = """# Small cluster

Infrastructure as code in Terraform for a Kubernetes cluster at Hetzner.

## Requirements

- Three nodes run in one network.
- A database runs beside the cluster.
- Certificates are renewed by themselves.
- {}
"""
SERVICE = WEB.replace("A web application for our club", "An HTTP API for our partners")
# The document, what it says last, and how the question begins.
RAISED: tuple[tuple[str, str, str], ...] = (
    (WEB, "Members sign in with a password.", "How does somebody get an account?"),
    (WEB, "Admins can change the programme.", "Who is the first administrator"),
    (WEB, "Members can write comments on the programme.", "Who takes down what must not stand there?"),
    (WEB, "A member is notified when the programme changes.", "How are people told"),
    (WEB, "The pages are available in several languages.", "In which languages does it speak"),
    (WEB, "It replaces our old spreadsheet on the club's computer.", "Is what people keep elsewhere today"),
    (WEB, "The secretary can delete an event.", "When something is deleted"),
    (WEB, "The secretary records the payments of the members.", "How much may be lost"),
    (WEB, "The treasurer enters the expenses of the club.", "In which currency"),
    (WEB, "Members can upload photos of an event.", "Which files may be uploaded"),
    (WEB, "Several people can edit the programme together.", "What happens when two people change"),
    (WEB, "An AI assistant writes a summary of the month.", "Which model does it ask"),
    (WEB, "Invoices are exported to our accounting system.", "Which system is “our accounting system”"),
    (PHONE, "Members sign in with a password and can record who came.", "Must it work where there is no connection?"),
    (WEB, "Members who ask for it get an SMS on the day before.", "Through which service are text messages"),
    (WEB, "Members can change the address in their profile.", "Where shall it run"),
    (WEB, "The secretary can send an e-mail to all members.", "Through which service does it send mail?"),
    (WEB, "The pages load fast.", "How fast is fast enough?"),
    (WEB, "Members see live updates of the results.", "How soon must others see a change?"),
    (WEB, "It is available 24/7.", "For how long may it be out of order?"),
    (WEB, "Members pay for tickets by card with Stripe and can cancel a ticket.", "What happens to the money"),
    (GAME, "New levels are unlocked by a high score.", "Is what a player has reached"),
    (TOOL, "`tidy clean` deletes files that are older than a year.", "Does it ask before it deletes"),
    (TOOL.replace(" on Linux", "").replace("Homebrew", "go install"), "It ends with an exit code.", "On which systems must it run?"),
    (TOOL, "It signs in to the server with an API key.", "Where do keys and passwords come from"),
    (PIPELINE, "It reads the file that each shop sends.", "What happens to a row or file that is wrong?"),
    (EXTENSION, "It marks each word on a web page.", "In which browsers must it work?"),
    (SERVICE, "Third-party developers can ask for the programme.", "What happens when one caller asks too often?"),
    (WEB, "It will be published as an open source project.", "Under which licence"),
    (WEB, "There is role-based access to the programme.", "Which roles are there"),
    (WEB, "Members can open the programme in a calendar.", "Is it used on phones too"),
    (WEB, "It shall reduce the paperwork of the secretary.", "By what will you see"),
    (WEB, "It must support different file formats", "Which are meant by “different file formats”?"),
    (WEB, "Each change is written to an audit log.", "For how long is what it records kept?"),
    (WEB, "The programme is checked for mistakes regularly.", "How often is that"),
    (WEB, "The secretary can generate reports", "Which reports, and for whom?"),
    (WEB, "The secretary can export the list of members.", "In which form is it taken out?"),
    (WEB, "A member can look up rooms, times, prices etc.", "What else belongs to “"),
    (WEB, "It must comply with all applicable regulations.", "Which standards or rules are meant by “all applicable regulations”?"),
    (WEB, "It shows the issues that are open in Jira.", "With whose account does it read from Jira?"),
    (WEB, "Places are shown on a map from Mapbox.", "What happens when Mapbox cannot be reached?"),
    (WEB, "Colours, fonts and the name of the site remain pending.", "What shall it be where the PRD says that it is pending"),
    (TOOL, "It converts all files in a folder.", "What does it do when one of several things goes wrong?"),
    (TOOL.replace("lists what is there", "finds what is there").replace("tidy list", "tidy find").replace("tidy show` shows", "tidy open` opens"), "It runs each check once.", "What does it show when it is done?"),
    (LIBRARY, "It parses shelf marks from a text.", "What does it do with input that is wrong?"),
    (GAME, "Stones sink when the player waits.", "With what is it played"),
    (EXTENSION, "It finds all words of a list on the page.", "May it send what it reads to anybody?"),
    (LAB, "A node that is lost is made anew.", "Who is told when something of it breaks"),
    (BOX, "It measures the light, too.", "What does the device do when the power"),
    (BOT, "It reminds whoever is on duty.", "Where does it run day and night?"),
    (WEB, "A summary of the month is generated by AI, asked through OpenAI.", "Does a person look at what the model made"),
    (WEB, "An event is published after approval.", "Who approves"),
    (WEB, "Members are added by CSV import.", "What happens to a row of an import"),
    (SERVICE, "The API has rate limiting.", "How many requests may one caller make"),
    (WEB, "An event is archived after a configurable period.", "“configurable period”: with which value"),
    (LAB, "Copies move when they reach the load thresholds.", "“load thresholds”: with which value"),
    (WEB, "It shows text from right to left (if needed).", "Is this needed in the first version: “It shows text from right to left”?"),
    (WEB, "It supports data retention policies.", "For how long is something kept under “data retention policies”?"),
    (WEB, "There is a question bank for the quiz of the month.", "Where does what stands in it come from"),
    (LAB, "An operator puts each node in order.", "How is a new version of it put in place?"),
    (WEB, "Words are looked up through a third-party provider.", "Which one is meant by “a third-party provider”?"),
    (WEB, "It keeps a large collection of photos.", "How much is “large collection of photos”?"),
    (WEB, "A member is notified when the programme changes. Members have a name and an e-mail address.", "How are people told"),
    (WEB, "Members can upload receipts. The programme is printed as PDF.", "Which files may be uploaded"),
    (WEB, "The secretary can export the list. Members come from a CSV file.", "In which form is it taken out?"),
    (WEB, "Each change is written to an audit log. A link is valid for 30 days.", "For how long is what it records kept?"),
    (WEB, "The secretary can delete an event. There is no account recovery.", "When something is deleted"),
    (WEB, "The list is imported from several sources.", "Which are meant by “several sources”?"),
)  # fmt: skip
# What looks alike and is answered, put off, ruled out or of something else.
SPARED: tuple[tuple[str, str, str], ...] = (
    (WEB, "Members register with their mail address and sign in with a password.", "How does somebody"),
    (WEB, "Members sign in with their Google account.", "How does somebody"),
    (WEB, "Nobody needs an account to log in at the door.", "How does somebody"),
    (WEB, "Admins can change the programme; the first admin is named in the settings.", "Who is the first"),
    (WEB, "Members can write comments on the programme, and an editor approves comments.", "Who takes down"),
    (WEB, "Pull requests get code reviews before they are merged.", "Who takes down"),
    (WEB, "A member is notified by e-mail when the programme changes.", "How are people told"),
    (WEB, "The pages are available in English and German.", "In which languages"),
    (WEB, "It supports several programming languages in code blocks.", "In which languages"),
    (WEB, "It replaces our old spreadsheet, which is imported once.", "Is what people keep"),
    (WEB, "The treasurer exports the list to a spreadsheet.", "Is what people keep"),
    (WEB, "The secretary can delete an event and restore it from the trash.", "When something is deleted"),
    (WEB, "The secretary records the payments; there is a backup every night.", "How much may be lost"),
    (WEB, "The treasurer enters the expenses of the club in euros.", "In which currency"),
    (WEB, "Each page keeps to its performance budget.", "In which currency"),
    (WEB, "Members can upload photos (JPEG, at most 5 MB) of an event.", "Which files"),
    (WEB, "Several people can edit the programme together; conflicts are shown.", "What happens when two"),
    (WEB, "An AI assistant, asked through OpenAI, writes a summary of the month.", "Which model"),
    (WEB, "There is no AI in it.", "Which model"),
    (WEB, "Invoices are exported to our accounting system, DATEV.", "Which system"),
    (PHONE, "Members sign in with a password and can record who came, also offline.", "Must it work where"),
    (PHONE, "A member can record who came.", "Must it work where"),
    (WEB, "Members get an SMS through Twilio on the day before.", "Through which service are text"),
    (WEB, "Members can change the address in their profile. It is hosted at Hetzner.", "Where shall it run"),
    (WEB, "Mails are sent through our SMTP server.", "Through which service does it send"),
    (WEB, "The pages load fast, within 2 seconds.", "How fast"),
    (WEB, "The layout is responsive on small screens.", "How fast"),
    (WEB, "Members see live updates of the results over a WebSocket.", "How soon"),
    (WEB, "It is available 99.5% of the time, 24/7.", "For how long"),
    (WEB, "A member can cancel a running search.", "What happens to the money"),
    (GAME, "New levels are unlocked by a high score, which is saved.", "Is what a player"),
    (TOOL, "`tidy clean` deletes old files after it was confirmed.", "Does it ask"),
    (TOOL, "It ends with an exit code.", "On which systems"),
    (TOOL, "It reads the API key from an environment variable.", "Where do keys"),
    (PIPELINE, "It reads the file that each shop sends; bad rows are put aside.", "What happens to a row"),
    (EXTENSION, "It marks each word on a web page in Chrome.", "In which browsers"),
    (SERVICE, "Third-party developers can ask for the programme 60 times a minute, per minute and key.", "What happens when one"),
    (WEB, "It will be published as an open source project under the MIT licence.", "Under which licence"),
    (WEB, "It uses an open source library for dates.", "Under which licence"),
    (WEB, "Later, members can upload photos of an event.", "Which files"),
    (WEB, "There is role-based access: only the secretary may change the programme.", "Which roles are there"),
    (WEB, "Members can open the programme in a calendar on the phone.", "Is it used on phones too"),
    (WEB, "It shall reduce the paperwork of the secretary by 50 %.", "By what will you see"),
    (WEB, "It must support different file formats: ODT and DOCX.", "Which are meant"),
    (WEB, "Each change is written to an audit log, which is kept for a year.", "For how long is what it records"),
    (WEB, "The programme is checked for mistakes regularly, every Monday at 8:00.", "How often is that"),
    (WEB, "The secretary can generate reports on who paid in a year.", "Which reports"),
    (WEB, "The secretary can export the list of members as CSV.", "In which form"),
    (WEB, "A member can look up a room (hall, kitchen, etc.).", "What else belongs"),
    (WEB, "It must comply with all applicable regulations, which are the GDPR.", "Which standards or rules"),
    (WEB, "It shows the issues that are open in Jira, with a token of each member.", "With whose account"),
    (WEB, "Places are shown on a map from Mapbox; when it is down the address is shown.", "What happens when Mapbox"),
    (WEB, "We talk about it in the WhatsApp group.", "What happens when WhatsApp"),
    (TOOL, "It converts all files in a folder and skips those that fail.", "What does it do when one"),
    (TOOL, "It runs each check once and prints the result.", "What does it show"),
    (LIBRARY, "It parses shelf marks from a text and raises an error that names the place.", "What does it do with input"),
    (GAME, "Stones sink when the player waits. It is played with the arrow keys.", "With what is it played"),
    (EXTENSION, "It finds all words of a list on the page; nothing leaves the browser.", "May it send"),
    (LAB, "A node that is lost is made anew, and Prometheus alerts us.", "Who is told when something"),
    (BOX, "It measures the light, too, and goes on after a power cut.", "What does the device do"),
    (BOX, "It measures the light, too.", "How many of these devices"),
    (BOX.replace("A small box", "Not more than one box"), "It measures the light, too.", "How many of these devices"),
    (WEB, "A summary is generated by AI, and a member confirms it before it counts.", "Does a person look"),
    (WEB, "An event is published after approval by the secretary.", "Who approves"),
    (WEB, "Members are added by CSV import, which skips rows that are wrong.", "What happens to a row of"),
    (SERVICE, "The API has rate limiting: 100 requests per minute.", "How many requests may one"),
    (SERVICE, "It waits when the API of GitHub answers with its rate limit.", "How many requests may one"),
    (WEB, "An event is archived after a configurable period of 30 days.", "“configurable period”"),
    (WEB, "It alerts the secretary above this threshold.", "“this threshold”"),
    (WEB, "It shows text from right to left.", "Is this needed"),
    (WEB, "Words are looked up through our own API.", "Which one is meant"),
    (WEB, "It keeps a large collection of 40,000 photos.", "How much is"),
    (WEB, "The secretary can send an e-mail that reminds members.", "How are people told"),
    (LAB, "Cleaner environments without the noise of old resources.", "Does it ask before"),
    (WEB, "Tenant isolation: no data of customers leaks.", "Where shall it run"),
    (LAB, "The controller prunes old volumes automatically.", "Does it ask before"),
    (WEB, "It supports data retention policies: letters are kept for two years.", "For how long is something kept"),
    (WEB, "There is a question bank, to which editors add questions; an editor adds them on a page.", "Where does what stands"),
    (LAB, "An operator puts each node in order, and upgrades roll on.", "How is a new version"),
    (BOT, "It reminds whoever is on duty, and runs on our Raspberry Pi.", "Where does it run day"),
)  # fmt: skip
