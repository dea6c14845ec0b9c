package org.newsgraph.store;

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
import org.newsgraph.store.Evidence.Kind;

/** Reads from an article's graph what it tells of the people whom it names. */
final class ArticleEvidence {
  private static final Map<String, String> TITLES =
      Map.of("Mr", "m", "Mr.", "m", "Mrs", "f", "Mrs.", "f", "Ms", "f", "Ms.", "f", "Miss", "f");

  /** As long as a title with its space can be, in code points. */
  private static final int TITLE = 6;

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

  /** The day of an ISO 8601 date or time; of a year or a month its first. */
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
    List<Evidence> told = new ArrayList<>();
    objects(person, News.hasRole).forEach(role -> role(role, told));
    objects(person, News.hasRelation).forEach(relation -> relation(relation, told));
    gender(person, told);
    return told;
  }

  private void role(Node role, List<Evidence> told) {
    String text = value(role, News.roleText).orElse("");
    String words = value(role, News.exact).orElse(text);
    if (!OccupationFields.isPresent(words)) {
      return;
    }
    String organisation =
        objects(role, News.organisation).map(this::name).collect(Collectors.joining(" "));
    OccupationFields.of(text).ifPresent(field -> told.add(evidence(Kind.FIELD, field, words)));
    OccupationFields.party(text + " " + organisation)
        .ifPresent(party -> told.add(evidence(Kind.PARTY, party, words)));
  }

  private void relation(Node relation, List<Evidence> told) {
    String words = value(relation, News.exact).orElse("");
    boolean birth = graph.contains(relation, RDF.type.asNode(), News.Birthplace);
    if (birth || graph.contains(relation, RDF.type.asNode(), News.Base)) {
      objects(relation, News.relatedTo)
          .map(this::name)
          .forEach(place -> told.add(evidence(birth ? Kind.BIRTHPLACE : Kind.BASE, place, words)));
    }
    value(relation, News.years).ifPresent(age -> told.add(evidence(Kind.AGE, age, words)));
  }

  /** By the titles before the person's names, where they agree. */
  private void gender(Node person, List<Evidence> told) {
    List<Evidence> titles =
        subjects(News.refersTo, person)
            .flatMap(mention -> title(mention).stream())
            .map(title -> evidence(Kind.GENDER, TITLES.get(first(title)), title))
            .toList();
    Set<String> genders = titles.stream().map(Evidence::value).collect(Collectors.toSet());
    if (genders.size() == 1) {
      told.add(titles.get(0));
    }
  }

  private static String first(String words) {
    return words.substring(0, words.indexOf(' '));
  }

  /** "Mrs Smith": the title before a mention, and the mention. */
  private Optional<String> title(Node mention) {
    int begin = value(mention, News.begin).map(Integer::parseInt).orElse(0);
    if (begin == 0 || begin > text.length()) {
      return Optional.empty();
    }
    String before = text.at(new Span(Math.max(0, begin - TITLE), begin)).strip();
    String title = before.substring(before.lastIndexOf(' ') + 1);
    return TITLES.containsKey(title)
        ? Optional.of(title + " " + value(mention, News.exact).orElse(""))
        : Optional.empty();
  }

  private Evidence evidence(Kind kind, String value, String words) {
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
