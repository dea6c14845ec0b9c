package org.newsgraph.query.suspects;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.graph.News;
import org.newsgraph.io.IsoDay;
import org.newsgraph.query.suspects.Evidence.Trait;

/** Reads evidence about the people in one article from its graph. */
final class ArticleEvidence {
  private static final Map<String, String> TITLES =
      Map.of("Mr", "m", "Mr.", "m", "Mrs", "f", "Mrs.", "f", "Ms", "f", "Ms.", "f", "Miss", "f");

  /** Maximum length of a title and the space before the name, in code points. */
  private static final int MAX_TITLE_LENGTH = 6;

  private final Graph graph;
  private final String id;
  private final Optional<LocalDate> date;
  private final Text text;

  ArticleEvidence(Graph graph, Node article) {
    this.graph = graph;
    this.id = value(article, DCTerms.identifier.asNode()).orElse(article.getURI());
    this.date = value(article, DCTerms.issued.asNode()).flatMap(ArticleEvidence::date);
    this.text = new Text(value(article, News.text).orElse(""));
  }

  /** Parses the day of an ISO 8601 date or time; the first day of a year or month. */
  private static Optional<LocalDate> date(String value) {
    String day = IsoDay.of(value.strip());
    for (String rest : List.of("", "-01", "-01-01")) {
      try {
        return Optional.of(LocalDate.parse(day + rest));
      } catch (DateTimeException e) {
        // A month or a year, perhaps.
      }
    }
    return Optional.empty();
  }

  Stream<Node> people() {
    return graph.find(Node.ANY, RDF.type.asNode(), News.Person).toList().stream()
        .map(it -> it.getSubject())
        .filter(Node::isURI);
  }

  String name(Node person) {
    return value(person, RDFS.label.asNode()).orElse(person.getURI());
  }

  List<Evidence> of(Node person) {
    List<Evidence> evidence = new ArrayList<>();
    objects(person, News.hasRole).forEach(role -> addRole(role, evidence));
    objects(person, News.hasRelation).forEach(relation -> addRelation(relation, evidence));
    addGender(person, evidence);
    return evidence;
  }

  private void addRole(Node role, List<Evidence> evidence) {
    String text = value(role, News.roleText).orElse("");
    String words = value(role, News.exact).orElse(text);
    if (!OccupationFields.isPresent(words)) {
      return;
    }
    String organisation =
        objects(role, News.organisation).map(this::name).collect(Collectors.joining(" "));
    OccupationFields.fieldOf(text)
        .ifPresent(field -> evidence.add(evidence(Trait.FIELD, field, words)));
    OccupationFields.partyOf(text + " " + organisation)
        .ifPresent(party -> evidence.add(evidence(Trait.PARTY, party, words)));
  }

  private void addRelation(Node relation, List<Evidence> evidence) {
    String words = value(relation, News.exact).orElse("");
    boolean birth = graph.contains(relation, RDF.type.asNode(), News.Birthplace);
    if (birth || graph.contains(relation, RDF.type.asNode(), News.Base)) {
      objects(relation, News.relatedTo)
          .map(this::name)
          .forEach(
              place -> evidence.add(evidence(birth ? Trait.BIRTHPLACE : Trait.BASE, place, words)));
    }
    value(relation, News.years).ifPresent(age -> evidence.add(evidence(Trait.AGE, age, words)));
  }

  /** Adds the gender given by the titles before the person's mentions, if all titles agree. */
  private void addGender(Node person, List<Evidence> evidence) {
    List<Evidence> titles =
        subjects(News.refersTo, person)
            .flatMap(mention -> title(mention).stream())
            .map(title -> evidence(Trait.GENDER, TITLES.get(first(title)), title))
            .toList();
    Set<String> genders = titles.stream().map(Evidence::value).collect(Collectors.toSet());
    if (genders.size() == 1) {
      evidence.add(titles.get(0));
    }
  }

  private static String first(String words) {
    return words.substring(0, words.indexOf(' '));
  }

  /** Returns a mention with the title before it: "Mrs Smith". */
  private Optional<String> title(Node mention) {
    int begin = value(mention, News.begin).map(Integer::parseInt).orElse(0);
    if (begin == 0 || begin > text.length()) {
      return Optional.empty();
    }
    String before = text.substring(new Span(Math.max(0, begin - MAX_TITLE_LENGTH), begin)).strip();
    String title = before.substring(before.lastIndexOf(' ') + 1);
    return TITLES.containsKey(title)
        ? Optional.of(title + " " + value(mention, News.exact).orElse(""))
        : Optional.empty();
  }

  private Evidence evidence(Trait kind, String value, String words) {
    return new Evidence(id, date, kind, value, words.strip().replaceAll("\\s+", " "));
  }

  private Optional<String> value(Node subject, Node property) {
    return objects(subject, property)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .findFirst();
  }

  private Stream<Node> objects(Node subject, Node property) {
    return nodes(graph.find(subject, property, Node.ANY).mapWith(it -> it.getObject()));
  }

  private Stream<Node> subjects(Node property, Node object) {
    return nodes(graph.find(Node.ANY, property, object).mapWith(it -> it.getSubject()));
  }

  private static Stream<Node> nodes(ExtendedIterator<Node> found) {
    return found.toList().stream();
  }
}
