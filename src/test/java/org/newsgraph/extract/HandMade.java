package org.newsgraph.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/** Handwritten extractions, for tests of the steps after extraction. */
public final class HandMade {
  public static final Entity ADA =
      new Entity("Ada Novak", EntityType.PERSON, Set.of("Novak", "Ms Novak"), true);
  public static final Entity BLAKE = new Entity("Blake", EntityType.PERSON, Set.of(), false);
  public static final Entity PARTY =
      new Entity("Harbour Party", EntityType.ORGANISATION, Set.of(), true);
  public static final Entity ALEPPO = new Entity("Aleppo", EntityType.PLACE, Set.of(), true);
  public static final Entity GAMES = new Entity("Olympics", EntityType.OTHER, Set.of(), true);

  private HandMade() {}

  /**
   * Returns an article with one of everything: each kind of statement, a named speaker, a described
   * one and none, a role, and entities of all types, one of them known by surname alone.
   */
  public static Extraction harbour() {
    String text =
        """
        Harbour talks 🚢 stall

        Harbour Party leader Ada Novak said: ‘Aleppo must not be forgotten.’ \
        She insisted Blake was ‘wrong’ about the Olympics.

        A docker in Aleppo said the Harbour Party had failed. He said: ‘We wait.’

        It was reported that talks go on.
        """;
    Metadata metadata =
        new Metadata(
            Optional.of("Harbour talks 🚢 stall"),
            List.of("Kim Lee", "Jo Ray"),
            Optional.of("The Daily Test"),
            Optional.of("2016-10-13"),
            Optional.of("https://example.org/news/harbour-talks"),
            Optional.of("en"));
    TextMarker words = new TextMarker(new Article("harbour 1", new Text(text), metadata));
    Span docker = words.at("A docker in Aleppo");
    return new Extraction(
        words.article,
        List.of(
            words.mention("Harbour Party", 1, PARTY),
            words.mention("Ada Novak", 1, ADA),
            words.mention("Aleppo", 1, ALEPPO),
            words.mention("Blake", 1, BLAKE),
            words.mention("Olympics", 1, GAMES),
            words.mention("Aleppo", 2, ALEPPO),
            words.mention("Harbour Party", 2, PARTY)),
        List.of(
            words.statement(
                "‘Aleppo must not be forgotten.’",
                StatementKind.DIRECT,
                "said",
                1,
                new Speaker.Known(words.at("Ada Novak"), "Ada Novak", ADA),
                Set.of(ALEPPO)),
            words.statement(
                "Blake was ‘wrong’ about the Olympics",
                StatementKind.MIXED,
                "insisted",
                1,
                new Speaker.Known(words.at("She"), "She", ADA),
                Set.of(BLAKE, GAMES)),
            words.statement(
                "the Harbour Party had failed",
                StatementKind.INDIRECT,
                "said",
                2,
                new Speaker.Described(docker, "A docker in Aleppo", docker, "A docker in Aleppo"),
                Set.of(PARTY)),
            words.statement(
                "‘We wait.’",
                StatementKind.DIRECT,
                "said",
                3,
                new Speaker.Described(words.at("He"), "He", docker, "A docker in Aleppo"),
                Set.of()),
            words.statement("talks go on", StatementKind.INDIRECT, "reported", 1, null, Set.of())),
        List.of(
            new Role(
                ADA,
                "Harbour Party leader",
                Optional.of(PARTY),
                words.at("Harbour Party leader"),
                0.97)));
  }

  /** Returns an article of 2016 with a relation of each kind, and a role that two persons share. */
  public static Extraction ferry() {
    Entity kim = new Entity("Kim Day", EntityType.PERSON, Set.of(), true);
    Entity leeds = new Entity("Leeds", EntityType.PLACE, Set.of(), true);
    Metadata metadata =
        new Metadata(
            Optional.of("Ferry sails"),
            List.of(),
            Optional.empty(),
            Optional.of("2016-10-13"),
            Optional.empty(),
            Optional.empty());
    TextMarker words =
        new TextMarker(
            new Article(
                "ferry",
                new Text(
                    "Sailors Ada Novak and Kim Day cheered. Novak, 43, is the Leeds-born wife of"
                        + " Kim Day. She lives in Aleppo."),
                metadata));
    return new Extraction(
        words.article,
        List.of(
            words.mention("Ada Novak", 1, ADA),
            words.mention("Kim Day", 1, kim),
            words.mention("Novak", 2, ADA),
            words.mention("Leeds", 1, leeds),
            words.mention("Kim Day", 2, kim),
            words.mention("Aleppo", 1, ALEPPO)),
        List.of(),
        List.of(),
        List.of(
            new Role(ADA, "Sailor", Optional.empty(), words.at("Sailors"), 0.9),
            new Role(kim, "Sailor", Optional.empty(), words.at("Sailors"), 0.9)),
        List.of(
            new Relation.Age(ADA, 43, words.at("43"), 0.95),
            new Relation.Birthplace(ADA, leeds, words.at("Leeds-born"), 0.95),
            new Relation.FamilyTie(ADA, "wife", kim, words.at("wife of Kim Day"), 0.95),
            new Relation.Base(ADA, ALEPPO, words.at("lives in Aleppo"), 0.85)));
  }

  /**
   * Returns an article with a statement, and two reports of speech acts, by a named and a described
   * speaker.
   */
  public static Extraction appeal() {
    Metadata metadata =
        new Metadata(
            Optional.of("Attack condemned"),
            List.of(),
            Optional.of("The Evening Test"),
            Optional.of("2016-10-14"),
            Optional.empty(),
            Optional.empty());
    TextMarker words =
        new TextMarker(
            new Article(
                "appeal",
                new Text(
                    "Ada Novak condemned the attack on Aleppo 🚢. A minister announced a five-step"
                        + " plan. The Harbour Party said talks go on."),
                metadata));
    Span minister = words.at("A minister");
    return new Extraction(
        words.article,
        List.of(
            words.mention("Ada Novak", 1, ADA),
            words.mention("Aleppo", 1, ALEPPO),
            words.mention("Harbour Party", 1, PARTY)),
        List.of(
            words.statement(
                "talks go on",
                StatementKind.INDIRECT,
                "said",
                1,
                new Speaker.Known(words.at("The Harbour Party"), "The Harbour Party", PARTY),
                Set.of())),
        List.of(
            words.report(
                "the attack on Aleppo",
                "condemned",
                new Speaker.Known(words.at("Ada Novak"), "Ada Novak", ADA),
                Set.of(ALEPPO)),
            words.report(
                "a five-step plan",
                "announced",
                new Speaker.Described(minister, "A minister", minister, "A minister"),
                Set.of())),
        List.of(),
        List.of());
  }

  /** Returns an article with a statement of each status; their speakers are named but one. */
  public static Extraction council() {
    TextMarker words =
        new TextMarker(
            new Article(
                "council",
                new Text(
                    "Ada Novak said the quay is safe. She did not say that Aleppo is near. Blake will"
                        + " say that boats are late. Ada Novak asked whether cranes work. Blake was"
                        + " quoted as saying that ropes are wet. Nobody told that nets tear."),
                new Metadata(
                    Optional.of("Council meets"),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
    Speaker ada = new Speaker.Known(words.at("Ada Novak"), "Ada Novak", ADA);
    Speaker blake = new Speaker.Known(words.at("Blake"), "Blake", BLAKE);
    Span nobody = words.at("Nobody");
    Speaker unknown = new Speaker.Described(nobody, "Nobody", nobody, "Nobody");
    return new Extraction(
        words.article,
        List.of(
            words.mention("Ada Novak", 1, ADA),
            words.mention("Aleppo", 1, ALEPPO),
            words.mention("Blake", 1, BLAKE)),
        List.of(
            words.statement("the quay is safe", "said", ada, Set.of(), ReportStatus.SAID),
            words.statement(
                "Aleppo is near", "did not say", ada, Set.of(ALEPPO), ReportStatus.NOT_SAID),
            words.statement("boats are late", "will say", blake, Set.of(), ReportStatus.TO_BE_SAID),
            words.statement("whether cranes work", "asked", ada, Set.of(), ReportStatus.ASKED),
            words.statement(
                "ropes are wet", "quoted as saying", blake, Set.of(), ReportStatus.HEARSAY),
            words.statement("nets tear", "told", unknown, Set.of(), ReportStatus.NOT_SAID)),
        List.of());
  }

  /** Returns an article with a quotation in two parts that was said on the day before. */
  public static Extraction interview() {
    Metadata metadata =
        new Metadata(
            Optional.of("Port stays open"),
            List.of(),
            Optional.of("The Evening Test"),
            Optional.of("2016-10-13"),
            Optional.empty(),
            Optional.empty());
    TextMarker words =
        new TextMarker(
            new Article(
                "interview",
                new Text(
                    "Calm 🚢 at the port. “It stays open,” Ada Novak said on Wednesday, “and so do"
                        + " we.”"),
                metadata));
    Span first = words.at("“It stays open,”");
    Span second = words.at("“and so do we.”");
    StatementTime time =
        new StatementTime(words.at("on Wednesday"), "on Wednesday", LocalDate.of(2016, 10, 12));
    return new Extraction(
        words.article,
        List.of(words.mention("Ada Novak", 1, ADA)),
        List.of(
            new Statement(
                first.union(second),
                List.of(first, second),
                "“It stays open” … “and so do we.”",
                StatementKind.DIRECT,
                Optional.of(new Statement.Cue(words.at("said"), "said")),
                Optional.of(new Speaker.Known(words.at("Ada Novak"), "Ada Novak", ADA)),
                Set.of(),
                0.9,
                ReportStatus.SAID,
                Optional.of("It stays open … and so do we."),
                Optional.of(time),
                first.union(second))),
        List.of());
  }

  /** Returns a second article, which shares only Aleppo and Ada Novak with the first. */
  public static Extraction market() {
    TextMarker words =
        new TextMarker(
            new Article(
                "market",
                new Text("Ada Novak said ‘Markets in Aleppo are open’. Blake bought figs."),
                Metadata.NONE));
    return new Extraction(
        words.article,
        List.of(
            words.mention("Ada Novak", 1, ADA),
            words.mention("Aleppo", 1, ALEPPO),
            words.mention("Blake", 1, BLAKE)),
        List.of(
            words.statement(
                "‘Markets in Aleppo are open’",
                StatementKind.DIRECT,
                "said",
                1,
                new Speaker.Known(words.at("Ada Novak"), "Ada Novak", ADA),
                Set.of(ALEPPO))),
        List.of());
  }

  /** Returns an article with this id and text, and no facts. */
  public static Extraction empty(String id, String text) {
    return empty(new Article(id, new Text(text), Metadata.NONE));
  }

  /** Returns this article without facts. */
  public static Extraction empty(Article article) {
    return new Extraction(article, List.of(), List.of(), List.of());
  }

  /** Finds the offsets of words, so that tests need not count characters. */
  private record TextMarker(Article article) {
    Span at(String words) {
      return at(words, 1);
    }

    Span at(String words, int nth) {
      String text = article.text().toString();
      int at = -1;
      for (int i = 0; i < nth; i++) {
        at = text.indexOf(words, at + 1);
        if (at < 0) {
          throw new IllegalArgumentException("not in the text: " + words);
        }
      }
      return article.text().span(at, at + words.length());
    }

    Mention mention(String words, int nth, Entity entity) {
      return new Mention(at(words, nth), words, entity.type(), entity);
    }

    Statement statement(
        String content,
        StatementKind kind,
        String cue,
        int nthCue,
        Speaker speaker,
        Set<Entity> about) {
      Span span = at(content);
      return new Statement(
          span,
          List.of(span),
          content,
          kind,
          Optional.of(new Statement.Cue(at(cue, nthCue), cue)),
          Optional.ofNullable(speaker),
          about,
          0.9);
    }

    Statement statement(
        String content, String cue, Speaker speaker, Set<Entity> about, ReportStatus status) {
      Span span = at(content);
      return new Statement(
          span,
          List.of(span),
          content,
          StatementKind.INDIRECT,
          Optional.of(new Statement.Cue(at(cue), cue)),
          Optional.of(speaker),
          about,
          0.9,
          status,
          Optional.empty(),
          Optional.empty(),
          span);
    }

    SpeechActReport report(String topic, String cue, Speaker speaker, Set<Entity> about) {
      Statement.Cue words = new Statement.Cue(at(cue), cue);
      return new SpeechActReport(at(topic), topic, words, speaker, about, 0.8);
    }
  }
}
