"""Made-up lines that news pages carry: most hold no name, datelines hold a place and an agency."""

from .corpora import Sentence, tokenize
from .names import Names

LINES = """Read more|Read More :|Also read :|Related stories|Related Articles|More from this section|Share this article|Share
Subscribe to our newsletter|Sign up for our free newsletter|Get in touch with us via email|Log in|Sign In|Register now
Advertisement|- Advertisement -|ADVERTISEMENT|Continue reading below|Continue reading the main story|Most read|Most Popular
Trending now|Latest News|Home|Home News World Business Sport Opinion|Menu|Search|Skip to content|Skip to main content|Back to top
All rights reserved .|Copyright 2019 . All rights reserved .|Terms of Use|Privacy Policy|Cookie settings|Contact us|About us
Leave a comment|Comments are closed|Print this page|Email this article|Click here to read the full story|Watch the video|Listen now
Photo : File photo|File photo|Image : supplied|Picture for illustration only|Photo gallery|Caption|Source : supplied|By Staff Reporter
Updated 3 hours ago|Last updated : 10:45 am|Published 12 May 2018|5 min read|Previous article|Next article|Tags :|Follow us|Follow us on social media
Download our app|Support our journalism|Become a member today|Donate now|Thank you for reading|This story has been updated|Editor 's picks""".replace("\n", "|").split("|")
AGENCIES = "Reuters|AP|AFP|Xinhua|ANI|PTI|UPI|EFE|Kyodo|TASS|dpa|IANS|Bernama".split("|")
MONTHS = "Jan Feb March April May June July Aug Sept Oct Nov Dec".split()


def furniture(chance, sentences, count=400):
    """Short documents of lines without names between sentences whose names are known, and datelines."""
    places = [
        s.words[a : b + 1] for s in sentences for a, b, kind in s.names.spans if kind == "LOC" and b - a < 3
    ]
    bodies = [s for s in sentences if 6 < len(s.words) < 40]
    documents = []
    for _ in range(count):
        document = [line(chance.choice(LINES)) for _ in range(chance.randint(1, 3))]
        body = chance.choice(bodies)
        document.append(dateline(chance, chance.choice(places), body) if chance.random() < 0.6 else body)
        document += [line(chance.choice(LINES)) for _ in range(chance.randint(0, 3))]
        documents.append(document)
    return documents


def line(text):
    return Sentence([w for w, _, _ in tokenize(text)], names=Names("wiki"))


def dateline(chance, place, body):
    """LIMA , Oct 9 ( Reuters ) – and the sentence."""
    words, spans = [w.upper() if chance.random() < 0.8 else w for w in place], []
    spans.append((0, len(words) - 1, "LOC"))
    if chance.random() < 0.6:
        spans.append((len(words) + 1, len(words) + 2, "TIME"))
        words += [",", chance.choice(MONTHS), str(chance.randint(1, 30))]
    if chance.random() < 0.6:
        spans.append((len(words) + 1, len(words) + 1, "ORG"))
        words += ["(", chance.choice(AGENCIES), ")"]
    words.append(chance.choice(("–", "—", "-", ":")))
    shift = len(words)
    names = Names(body.names.style, body.names.missing, spans)
    names.spans += [(a + shift, b + shift, kind) for a, b, kind in body.names.spans]
    names.unknown = [(a + shift, b + shift) for a, b in body.names.unknown]
    return Sentence(words + body.words, names=names)
