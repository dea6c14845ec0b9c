package org.newsgraph.corpus;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.corpus.Cast.Person;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.ResolutionReason;
import org.newsgraph.extract.Role;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.Statement;
import org.newsgraph.extract.StatementKind;

/** Generates one article, and records its facts. */
final class MadeUpArticle {
  private static final String[] SAYS = {"said", "told reporters", "added", "argued"};
  private static final String[] REPORTS = {"said that", "warned that", "claimed that", "believes"};
  private static final String[] THINGS = {
    "the budget",
    "the harbour plan",
    "the strike",
    "the new bridge",
    "the school reform",
    "the flood defence",
    "the housing bill",
    "the hospital merger",
    "the bus contract",
    "the election",
    "the tram line",
    "the library closure"
  };
  private static final String[] VERDICTS = {
    "will cost far more than anyone has admitted", "must not be decided behind closed doors",
    "has brought people together", "should have been stopped years ago",
    "will be finished before the winter", "leaves hundreds of families without an answer",
    "is the best news in a decade", "needs another look by somebody independent",
    "was agreed without a vote", "cannot go on as it does"
  };
  private static final String[] PHRASES = {
    "a disgrace", "money well spent", "the wrong answer to the right question",
    "a promise that will be kept", "nobody’s business but our own", "too little and too late"
  };

  private final Cast cast;
  private final SplittableRandom random;
  private final StringBuilder text = new StringBuilder();
  private final List<Mention> mentions = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();

  MadeUpArticle(Cast cast, SplittableRandom random) {
    this.cast = cast;
    this.random = random;
  }

  /** Generates the article, which is a function of the state of the random generator. */
  Extraction write(String id, Optional<String> published, String publisher) {
    Entity scene = cast.place(random);
    String thing = any(THINGS);
    String title = Cast.capitalised(thing.substring(4)) + " divides " + scene.name();
    add(Cast.capitalised(thing.substring(4)) + " divides ");
    name(scene);
    add("\n\n");
    opening(scene, thing);
    int speakers = 2 + random.nextInt(3);
    for (int i = 0; i < speakers; i++) {
      speaker(thing);
    }
    add("A decision is expected in ");
    name(scene);
    add(" next month.\n");
    Metadata metadata =
        new Metadata(
            Optional.of(title),
            List.of(),
            Optional.of(publisher),
            published,
            Optional.of("https://news.example/" + id),
            Optional.of("en"));
    return new Extraction(
        new Article(id, new Text(text.toString()), metadata), mentions, statements, roles);
  }

  private void opening(Entity scene, String thing) {
    add(Cast.capitalised(thing) + " was on the table again on Monday, when members of ");
    name(cast.body(random));
    add(" met in ");
    name(scene);
    add(" for the " + (4 + random.nextInt(6)) + "th time this year.\n\n");
  }

  /**
   * Adds three paragraphs about a speaker: an introduction with a quotation, the speaker's opinion,
   * and a quotation about another person.
   */
  private void speaker(String thing) {
    Person person = cast.person(random);
    Span quote = add("“" + Cast.capitalised(thing) + " " + any(VERDICTS) + ",”");
    add(" ");
    Span cue = add("said");
    add(" ");
    state(quote, StatementKind.DIRECT, cue, name(person.entity()), person);
    add(", ");
    int office = text.length();
    add(person.office() + " of ");
    name(person.of());
    roles.add(
        new Role(person.entity(), person.office(), Optional.of(person.of()), since(office), 1));
    add(".\n\n");

    Span titled = titled(person);
    add(" ");
    cue = add(any(REPORTS));
    add(" ");
    int reported = text.length();
    name(cast.body(random));
    add(" " + any(VERDICTS));
    state(since(reported), StatementKind.INDIRECT, cue, titled, person);
    add(". ");
    Span pronoun = add(Cast.pronoun(person));
    add(" ");
    cue = add("called");
    add(" ");
    int mixed = text.length();
    add("the talks in ");
    name(cast.place(random));
    add(" “" + any(PHRASES) + "”");
    state(since(mixed), StatementKind.MIXED, cue, pronoun, person);
    add(".\n\n");

    int second = text.length();
    add("“");
    name(cast.person(random).entity());
    add(" " + any(VERDICTS) + ". We in ");
    name(cast.place(random));
    add(" have waited long enough,”");
    quote = since(second);
    add(" ");
    pronoun = add(Cast.pronoun(person).toLowerCase(Locale.ROOT));
    add(" ");
    cue = add(any(SAYS));
    add(".\n\n");
    state(quote, StatementKind.DIRECT, cue, pronoun, person);
  }

  private void state(Span content, StatementKind kind, Span cue, Span source, Person speaker) {
    Set<Entity> about = new LinkedHashSet<>();
    for (Mention mention : mentions) {
      if (content.contains(mention.span())) {
        about.add(mention.entity());
      }
    }
    statements.add(
        new Statement(
            content,
            List.of(content),
            at(content),
            kind,
            Optional.of(new Statement.Cue(cue, at(cue))),
            Optional.of(new Speaker.Known(source, at(source), speaker.entity())),
            about,
            0.5 + random.nextInt(50) / 100.0));
  }

  private Span name(Entity entity) {
    Span span = add(entity.name());
    mentions.add(new Mention(span, entity.name(), entity.type(), entity));
    return span;
  }

  /** Adds a title and a family name ("Ms Barfield"), of which the family name is the mention. */
  private Span titled(Person person) {
    Span title = add(person.woman() ? "Ms " : "Mr ");
    Span family = add(person.family());
    mentions.add(
        new Mention(
            family,
            person.family(),
            EntityType.PERSON,
            person.entity(),
            ResolutionReason.FAMILY_NAME,
            1));
    return title.union(family);
  }

  /**
   * Returns the span from an offset to the end of the text. All characters are in the Basic
   * Multilingual Plane, so that UTF-16 offsets are offsets in code points.
   */
  private Span since(int begin) {
    return new Span(begin, text.length());
  }

  private String at(Span span) {
    return text.substring(span.begin(), span.end());
  }

  private Span add(String words) {
    int begin = text.length();
    text.append(words);
    return since(begin);
  }

  private String any(String[] of) {
    return of[random.nextInt(of.length)];
  }
}
