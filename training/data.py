"""Training data: articles as text and character spans; augmentation; windows; batches.

An article is a dict: "text"; "entities" [(begin, end, type)], or None if they are not annotated;
"statements" [{"parts", "cue", "source", "type", "doubtful"}] or None, each of the first three a character span or a list of them;
"convention", the convention of the annotation.
"""
import json
import random
import re

import torch

from model import CONTENT, CONTENT_TYPES, CUE, HEADS, NAMES, OURS, POLNEAR, TAGS, WINDOW, column
from words import BREAK, analyse

IGNORE = -100
PENN = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPER_NOUN", "NNPS": "PROPER_NOUN", "JJ": "ADJECTIVE", "JJR": "ADJECTIVE", "JJS": "ADJECTIVE",
        "VB": "VERB", "VBD": "VERB", "VBP": "VERB", "VBZ": "VERB", "MD": "VERB", "VBN": "PARTICIPLE", "VBG": "PARTICIPLE", "DT": "DETERMINER",
        "PDT": "DETERMINER", "PRP": "PRONOUN", "EX": "PRONOUN", "PRP$": "POSSESSIVE", "POS": "GENITIVE", "IN": "PREPOSITION", "TO": "PREPOSITION",
        "CD": "NUMBER", "RB": "ADVERB", "RBR": "ADVERB", "RBS": "ADVERB", "RP": "ADVERB", "CC": "CONJUNCTION", "WDT": "RELATIVE", "WP": "RELATIVE",
        "WP$": "RELATIVE", "WRB": "RELATIVE"}
CONLL_TYPES = {"PER": "Person", "ORG": "Organisation", "LOC": "Place", "MISC": "Other"}


# -- reading ------------------------------------------------------------------------------------------------------

def read_silver(path):
    """Returns the names that another program found, by article id."""
    with open(path, encoding="utf-8") as file:
        return {doc["id"]: [(e["begin"], e["end"], e["type"]) for e in doc["entities"]] for doc in map(json.loads, file)}


def read_articles(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def read_statements(path, silver=None):
    """Reads articles with their statements from gold JSON Lines, and adds the silver names of another program."""
    return [{"text": doc["text"], "entities": (silver or {}).get(doc["id"]), "statements": statements_of(doc), "convention": POLNEAR}
            for doc in read_articles(path)]


def read_ours(paths, silver=None):
    """
    Reads articles annotated by our own conventions. An article may be in several files, with its names in one and its statements in
    another. Articles without annotated names get silver names.
    """
    found = {}
    for doc in [doc for path in paths for doc in read_articles(path)]:
        article = found.setdefault(doc["id"], {"text": doc["text"], "entities": None, "statements": None, "convention": OURS})
        assert article["text"] == doc["text"], doc["id"]
        if "entities" in doc:
            article["entities"] = [(e["begin"], e["end"], e["type"]) for e in doc["entities"]]
        if "statements" in doc:
            article["statements"] = statements_of(doc)
    for name, article in found.items():
        if article["entities"] is None:
            article["entities"] = (silver or {}).get(name)
            article["silver"] = article["entities"] is not None
    return list(found.values())


def statements_of(doc):
    found = []
    for s in doc["statements"]:
        cues = s.get("cues") or []
        speaker = s.get("speaker")
        found.append({"parts": sorted(map(tuple, s.get("parts") or [(s["begin"], s["end"])])),
                      "cue": tuple(cues[0]) if cues else None,
                      "source": (speaker["begin"], speaker["end"]) if speaker else None,
                      "type": "REPORT" if s.get("topic") else "NEITHER" if s.get("optional") else "STATEMENT",
                      "doubtful": bool(s.get("optional"))})
    return found


def layers(statements):
    """
    Returns two lists: the statements outside the content of any other, and the outermost statements within the content of one of
    these ("She said that he had denied it"). Of two statements that overlap otherwise, the longer or less doubtful one is kept.
    """
    outer = outermost(statements)
    within = [s for s in statements if s not in outer and any(
        o["parts"] != s["parts"] and all(any(b <= d and e <= f for b, f in o["parts"]) for d, e in s["parts"]) for o in outer)]
    return outer, outermost(within)


def outermost(statements):
    """Removes the statements within the content of another, or overlapping a longer or less doubtful one."""
    kept, taken = [], []
    for s in sorted(statements, key=lambda s: (s["doubtful"], -sum(e - b for b, e in s["parts"]))):
        if not any(b < f and d < e for b, e in s["parts"] for d, f in taken):
            kept.append(s)
            taken += s["parts"]
    return sorted(kept, key=lambda s: s["parts"])


def read_conll(path):
    """Reads CoNLL-2003 columns as a list of articles, each a list of sentences: [(word, label, tag)]."""
    articles, sentence = [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            columns = line.split()
            if not columns or columns[0] == "-DOCSTART-":
                if sentence:
                    articles[-1].append(sentence)
                sentence = []
                if columns:
                    articles.append([])
            else:
                sentence.append((columns[0], columns[-1], columns[1]))
    if sentence:
        articles[-1].append(sentence)
    return [a for a in articles if a]


def write_sentence(sentence, open_quote="\"", close_quote="\""):
    """Detokenizes a sentence; returns its text, the spans of its names and the spans of its parts of speech."""
    text, names, tags, quoted, glue = "", [], [], False, True
    for word, label, tag in sentence:
        mark = word in ("\"", "``", "''")
        closing = mark and quoted
        if text and not glue and not closing and not re.fullmatch(r"[.,;:!?%)\]]|\.\.\.|'|'[A-Za-z]{1,2}|n't", word):
            text += " "
        if mark:
            word = close_quote if quoted else open_quote
            quoted = not quoted
        begin = len(text)
        text += word
        tags.append((begin, len(text), PENN.get(tag, "OTHER")))
        if label != "O":
            kind = CONLL_TYPES[label[2:]]
            if label[0] == "I" and names and names[-1][2] == kind and names[-1][3] == len(sentence):
                names[-1] = (names[-1][0], len(text), kind, len(sentence))
            else:
                names.append((begin, len(text), kind, len(sentence)))
        elif names:
            names[-1] = names[-1][:3] + (0,)         # a following I- starts a new name
        glue = word in "([$" or mark and not closing
    return text, [n[:3] for n in names], tags


def conll_article(sentences, random, augment):
    """Renders an article from sentences: each is a paragraph, or some are joined."""
    joined = random.random() < 0.5 if augment else False
    text, names, tags = "", [], []
    for sentence in sentences:
        if text:
            text += " " if joined and len(sentence) > 8 and random.random() < 0.6 else "\n\n"
        written, *found = write_sentence(sentence)
        for marked, spans in zip((names, tags), found):
            marked += [(b + len(text), e + len(text), k) for b, e, k in spans]
        text += written
    return {"text": text, "entities": names, "tags": tags, "statements": None, "convention": OURS}


def read_texts(path):
    """Reads unlabelled texts from JSON Lines, for the teacher to label."""
    with open(path, encoding="utf-8") as file:
        return [{"text": json.loads(line)["text"], "entities": None, "statements": None, "convention": OURS} for line in file]


def lexicon(conll, articles=()):
    """Returns the names of each type, for replacement: those of CoNLL and of other articles, words separated by spaces."""
    conll_types = {kind: short for short, kind in CONLL_TYPES.items()}
    names = {}
    for article in articles:
        for begin, end, kind in article["entities"] or () if not article.get("silver") else ():
            if kind != "Other":
                names.setdefault(conll_types[kind], []).append(" ".join(article["text"][begin:end].split()))
    for article in conll:
        for sentence in article:
            run = []
            for word, label, _ in sentence + [("", "O", "")]:
                if run and label != "I-" + run[0][1][2:]:
                    names.setdefault(run[0][1][2:], []).append(" ".join(w for w, _ in run))
                    run = []
                if label != "O":
                    run.append((word, label))
    return names


def swap_names(sentences, names, random, share):
    """Replaces a share of an article's names by others of the same type, each name consistently."""
    chosen, result = {}, []
    for sentence in sentences:
        out, run = [], []
        for word, label, tag in sentence + [("", "O", "")]:
            if run and label != "I-" + run[0][1][2:]:
                kind, old = run[0][1][2:], tuple(w for w, _ in run)
                new = chosen.setdefault((kind, old), random.choice(names[kind]).split() if random.random() < share else list(old))
                out += [(w, ("I-" if i else "B-") + kind, "JJ" if kind == "MISC" and len(new) == 1 else "NNP") for i, w in enumerate(new)]
                run = []
            if label == "O":
                out.append((word, label, tag))
            else:
                run.append((word, label))
        result.append(out[:-1])
    return result


# -- augmentation that moves characters ------------------------------------------------------------------------------

def edited(article, edits):
    """Returns the article with spans of its text replaced. An edit is (begin, end, new text); edits must not overlap."""
    edits, text, at = sorted(edits), "", 0
    for begin, end, new in edits:
        text += article["text"][at:begin] + new
        at = end
    text += article["text"][at:]

    def moved(span):
        return place(span[0], False), place(span[1], True), *span[2:]

    def place(offset, last):
        """Returns the new offset of a character; text inserted at the end of a span stays outside the span."""
        by = 0
        for begin, end, new in edits:
            if end < offset or end == offset and (begin < end or not last):
                by += len(new) - (end - begin)
            elif begin < offset:
                return begin + by + (len(new) if last else 0)
        return offset + by

    changed = {**article, "text": text}
    if article["entities"] is not None:
        changed["entities"] = [moved(e) for e in article["entities"]]
    if article["statements"] is not None:
        changed["statements"] = [{**s, "parts": [moved(part) for part in s["parts"]], "cue": s["cue"] and moved(s["cue"]),
                                  "source": s["source"] and moved(s["source"])} for s in article["statements"]]
    return changed


def exchange_names(article, names, random, share):
    """Replaces a share of an article's names by others of the same type, consistently, including surnames alone."""
    types, chosen = {kind: short for short, kind in CONLL_TYPES.items()}, {}
    written = {(kind, article["text"][begin:end]) for begin, end, kind in article["entities"] if kind != "Other"}
    for kind, old in sorted(written, key=lambda name: (-len(name[1]), name)):
        longer = [(o, n) for (k, o), n in chosen.items() if k == kind == "Person" and old in (o.split()[0], o.split()[-1])]
        if longer:
            whole, new = longer[0]
            chosen[kind, old] = new and new.split()[0 if old == whole.split()[0] else -1]
        else:
            chosen[kind, old] = random.choice(names[types[kind]]) if random.random() < share else None
    edits, end = [], 0
    for begin, last, kind in sorted(article["entities"]):
        new = chosen.get((kind, article["text"][begin:last]))
        if new and begin >= end:
            edits.append((begin, last, new))
            end = last
    return edited(article, edits)


SPEAKERS = ["he", "she", "the minister", "a spokesperson", "the agency", "an official", "police", "the report", "they", "one resident"]
SAID = ["said", "said", "said", "told reporters", "added", "wrote", "recalled", "says", "explained", "stated", "claimed"]
SENTENCE = re.compile(r"(?:(?<=\n)|(?<=^)|(?<=[.?!”] ))[A-Z][^\n.?!“”\"‘]{30,300}[a-z]\.(?= [A-Z“]|\n|$)")
FIRST_WORDS = {"The", "A", "An", "In", "It", "He", "She", "They", "We", "This", "That", "His", "Her", "Their", "On", "At", "But"}


def reporting_sentences(article):
    """Returns the sentences without quotation marks that contain a complete statement, with its cue and its source."""
    found = []
    for sentence in SENTENCE.finditer(article["text"]):
        begin, end = sentence.span()
        spans = [(s, [*s["parts"], *filter(None, (s["cue"], s["source"]))]) for s in article["statements"]]
        said = [s for s, own in spans if any(b < end and begin < e for b, e in own)]
        whole = all(begin <= b and e < end for s, own in spans if s in said for b, e in own)
        if whole and any(s["type"] == "STATEMENT" and s["source"] for s in said):
            found.append((begin, end))
    return found


def within_another(article, names, random):
    """
    Wraps a reporting sentence in a second attribution, with or without quotation marks, because the training articles contain few
    nested statements.
    """
    sentences = reporting_sentences(article)
    if not sentences:
        return article
    begin, end = random.choice(sentences)
    person = random.random() < 0.5
    speaker, said = random.choice(names["PER"]) if person else random.choice(SPEAKERS), random.choice(SAID)
    way = random.random()
    if way < 0.4:                                    # “They said they would,” he said.
        edits = [(begin, begin, "“"), (end - 1, end, f",” {speaker} {said}.")]
        content, at = (begin, end + 2), end + 3
    else:                                            # He said: “They said they would.” He said that they said they would.
        quoted = way < 0.6
        opening = f"{speaker[0].upper()}{speaker[1:]} {said}" + (": “" if quoted else random.choice([" that ", " "]))
        edits = [(begin, begin, opening), *([(end, end, "”")] if quoted else [])]
        content, at = (begin + len(opening) - quoted, end + len(opening) + (1 if quoted else -1)), begin
        first = re.match(r"\w+", article["text"][begin:]).group()
        if not quoted and first in FIRST_WORDS and all(b != begin for b, _, _ in article["entities"] or ()):
            text = article["text"]
            article = {**article, "text": text[:begin] + first[0].lower() + text[begin + 1:]}
    source, cue = (at, at + len(speaker)), (at + len(speaker) + 1, at + len(speaker) + 1 + len(said))
    changed = edited(article, edits)
    changed["statements"] = changed["statements"] + [{"parts": [content], "cue": cue, "source": source, "type": "STATEMENT", "doubtful": False}]
    if person and changed["entities"] is not None:
        changed["entities"] = changed["entities"] + [(*source, "Person")]
    return changed


# -- augmentation that keeps every character's place ----------------------------------------------------------------

STYLES = [("“”‘’"), ("\"\"''"), ("‘’“”"), ("''\"\""), ("«»“”"), ("„“‘’"), ("””’’")]


def exchange_quotes(text, style, words):
    """Replaces the quotation marks of a text. A style is outer opening and closing mark, inner opening and closing mark."""
    from words import CLOSE, OPEN
    characters, depth = list(text), 0
    for begin, shape in zip(words.begin, words.shape):
        if shape == BREAK:
            depth = 0
        elif shape == OPEN:
            characters[begin] = style[0 if depth == 0 else 2]
            depth += 1
        elif shape == CLOSE:
            depth = max(0, depth - 1)
            characters[begin] = style[1 if depth == 0 else 3]
    return "".join(characters)


def same_length(function, text):
    changed = [function(c) for c in text]
    return "".join(d if len(d) == 1 else c for c, d in zip(text, changed))


def title_case(text):
    return re.sub(r"(?<![\w'’])[a-z](?=\w{2})", lambda m: m.group().upper(), text)


def change_case(text, random, share):
    """Changes some paragraphs to upper case, title case or lower case."""
    parts = re.split(r"(\n+)", text)
    for i in range(0, len(parts), 2):
        if random.random() < share:
            way = random.choice([lambda t: same_length(str.upper, t), title_case, lambda t: same_length(str.lower, t)])
            parts[i] = way(parts[i])
    return "".join(parts)


def change_layout(text, random, share):
    """Joins some paragraphs, and splits some after a sentence."""
    text = re.sub(r"(?<=[.”\"’])\n+(?=\S)", lambda m: " " * len(m.group()) if random.random() < share else m.group(), text)
    return re.sub(r"(?<=[a-z]\.) (?=[A-Z])", lambda m: "\n" if random.random() < share / 3 else " ", text)


def augmented(article, word_piece, random, names=None):
    if "PER" in (names or ()) and article["convention"] == OURS and "tags" not in article:
        if article["entities"] and not article.get("silver") and random.random() < 0.3:
            article = exchange_names(article, names, random, 0.4)
        if article["statements"] and random.random() < 0.4:
            article = within_another(article, names, random)
    original = text = article["text"]
    if article["statements"] is not None and random.random() < 0.4:
        text = exchange_quotes(text, random.choice(STYLES), analyse(text, word_piece))
    if random.random() < 0.2:
        text = change_case(text, random, random.choice([0.05, 0.2, 1.0]) if article["statements"] is None else 0.1)
    if article["statements"] is not None and random.random() < 0.25:
        text = change_layout(text, random, random.choice([0.2, 0.5]))
    assert len(text) == len(original)
    return {**article, "text": text}


# -- labels ---------------------------------------------------------------------------------------------------------

def span_words(words, begin, end):
    """Returns the first and the last word that overlap the span, or None."""
    inside = [i for i in range(len(words)) if words.begin[i] < end and begin < words.end[i] and words.shape[i] != BREAK]
    return (inside[0], inside[-1]) if inside else None


class Spans:
    """Index from characters to words, to find the words of spans quickly."""

    def __init__(self, words):
        self.of = [-1] * len(words.text)
        for i in range(len(words)):
            if words.shape[i] != BREAK:
                for c in range(words.begin[i], words.end[i]):
                    self.of[c] = i

    def __call__(self, begin, end):
        found = [i for i in self.of[begin:end] if i >= 0]
        return (found[0], found[-1]) if found else None


def found_parts(statement, spans):
    return [found for found in (spans(*part) for part in statement["parts"]) if found]


def mark(labels, first, last, unknown):
    """Labels the words of a content, or marks their labels as unknown."""
    for i in range(first, last + 1):
        labels[i] = IGNORE if unknown else CONTENT.index("S" if first == last else "B" if i == first else "E" if i == last else "I")


def phrases(label, statement, spans):
    """Labels the cue and the source of a statement. Returns the index of the first word of each, or -1."""
    at = {}
    for role in ("cue", "source"):
        found = spans(*statement[role]) if statement[role] else None
        at[role] = found[0] if found else -1
        for i in range(found[0], found[1] + 1) if found else ():
            label[role][i] = CUE.index("I" if i > found[0] else "B")
    return at


def labelled(article, word_piece):
    words = analyse(article["text"], word_piece)
    spans = Spans(words)
    n = len(words)
    label = {"words": words, "convention": article["convention"], "silver": article.get("silver", article["convention"] == POLNEAR)}
    if article["entities"] is not None:
        label["names"] = [0] * n
        for begin, end, kind in article["entities"]:
            found = spans(begin, end)
            if found:
                for i in range(found[0], found[1] + 1):
                    label["names"][i] = NAMES.index(("I-" if i > found[0] else "B-") + kind)
    if "tags" in article:
        label["tags"] = [0] * n
        for begin, end, tag in article["tags"]:
            found = spans(begin, end)
            if found:
                for i in range(found[0], found[1] + 1):
                    label["tags"][i] = TAGS.index(tag)
    if article["statements"] is not None:
        for head in ("content", "cue", "source"):
            label[head] = [0] * n
        ours = article["convention"] == OURS         # PolNeAR annotates neither types of content nor nested statements
        if ours:
            label["content_type"], label["inner"] = [IGNORE] * n, [0] * n
        label["to"] = []                             # (first, last, source word or -1, cue word or -1) of each part
        outer, inner = layers(article["statements"])
        for s in inner if ours else ():
            phrases(label, s, spans)
            for a, b in found_parts(s, spans):
                unknown = s["doubtful"] or s["type"] != "STATEMENT"
                mark(label["inner"], a, b, unknown)
        for s in outer:
            at = phrases(label, s, spans)
            for a, b in found_parts(s, spans):
                mark(label["content"], a, b, s["doubtful"])
                for i in range(a, b + 1) if ours else ():
                    label["content_type"][i] = CONTENT_TYPES.index(s["type"])
                label["to"].append((a, b, at["source"], at["cue"]))
    return label


# -- windows and batches ----------------------------------------------------------------------------------------------

def cut(words, start=0, limit=WINDOW, first=None):
    """Returns (begin, end) word ranges whose pieces, with [CLS] and [SEP], fit the limit. The first range may have a lower limit."""
    ranges, begin, size, room = [], start, 0, (first or limit) - 2
    for i in range(start, len(words)):
        count = len(words.pieces[i])
        if size + count > room and i > begin:
            ranges.append((begin, i))
            begin, size, room = i, 0, limit - 2
        size += count
    if begin < len(words):
        ranges.append((begin, len(words)))
    return ranges


def encode(words, begin, end, word_piece, limit=WINDOW):
    """Returns the inputs of the network for a range of words."""
    pieces, shape, place, first = [word_piece.start], [0], [0], []
    for i in range(begin, end):
        first.append(len(pieces))
        own = words.pieces[i][:limit - 2]
        pieces += own
        shape += [words.shape[i]] + [0] * (len(own) - 1)
        place += [words.place[i]] + [0] * (len(own) - 1)
    return {"pieces": pieces + [word_piece.stop], "shape": shape + [0], "place": place + [0], "first": first}


SILVER = 0.5                                         # share of the windows with silver names that are used to train names


def windows(label, word_piece, random):
    first = random.randrange(WINDOW // 4, WINDOW + 1)
    for begin, end in cut(label["words"], first=first):
        item = encode(label["words"], begin, end, word_piece)
        for head in HEADS:
            if head in label and (head != "names" or not label["silver"] or random.random() < SILVER):
                item[head] = label[head][begin:end]
        item["convention"], item["to"] = label["convention"], []
        for a, b, *targets in label.get("to", ()):
            if a < end and b >= begin:
                inside = [t - begin if begin <= t < end else None if t >= 0 else -1 for t in targets]
                item["to"].append((max(a, begin) - begin, min(b, end - 1) - begin, *inside))
        if "content" not in item or "names" in item or any(item["content"]) or random.random() < 0.5:
            yield item


def padded(lists, value):
    longest = max(map(len, lists))
    return torch.tensor([x + [value] * (longest - len(x)) for x in lists])


def collate(items):
    """Returns the tensors of a batch. Missing labels, and labels beyond the end of a window, are IGNORE."""
    batch = {k: padded([x[k] for x in items], 0) for k in ("pieces", "shape", "place", "first")}
    batch["mask"] = padded([[1] * len(x["pieces"]) for x in items], 0)
    batch["convention"] = torch.tensor([x["convention"] for x in items])
    width = batch["first"].shape[1]
    for head in HEADS:
        batch[head] = padded([x.get(head, [IGNORE] * len(x["first"])) + [IGNORE] * (width - len(x["first"])) for x in items], IGNORE)
    for k, pointer in enumerate(("to_source", "to_cue")):
        rows = [(n, i, column(i, part[2 + k]), 1 / (part[1] - part[0] + 1)) for n, x in enumerate(items) for part in x["to"]
                if part[2 + k] is not None for i in range(part[0], part[1] + 1)]
        rows = [row for row in rows if row[2] is not None]
        batch[pointer] = (torch.tensor([r[:3] for r in rows], dtype=torch.long).view(-1, 3), torch.tensor([r[3] for r in rows]))
    return batch


def epoch(statements, conll, names, word_piece, seed, batch_pieces=1536, augment=True, conll_copies=1, texts=()):
    """Returns the batches of one pass over the data sets. The seed determines their order and the augmentation."""
    chance = random.Random(seed)
    items = []
    for copy in range(conll_copies):
        for sentences in conll:
            if augment and chance.random() < 0.3:
                sentences = swap_names(sentences, names, chance, 0.5)
            article = conll_article(sentences, chance, augment)
            if augment:
                article = augmented(article, word_piece, chance)
            items += windows(labelled(article, word_piece), word_piece, chance)
    for article in [*statements, *texts]:
        if augment:
            article = augmented(article, word_piece, chance, names)
        items += windows(labelled(article, word_piece), word_piece, chance)
    chance.shuffle(items)
    pools = [items[i:i + 256] for i in range(0, len(items), 256)]
    batches = []
    for pool in pools:
        pool.sort(key=lambda x: len(x["pieces"]))
        batch, longest = [], 0
        for item in pool:
            longest = max(longest, len(item["pieces"]))
            if batch and longest * (len(batch) + 1) > batch_pieces:
                batches.append(batch)
                batch, longest = [], len(item["pieces"])
            batch.append(item)
        batches.append(batch)
    chance.shuffle(batches)
    return batches
