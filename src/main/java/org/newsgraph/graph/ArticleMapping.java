package org.newsgraph.graph;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Relation;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.extract.Role;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.SpeechActReport;
import org.newsgraph.extract.Statement;
import org.newsgraph.extract.StatementTime;
import org.newsgraph.link.Item;
import org.newsgraph.link.Link;

/**
 * Mapping of an article's records to triples, used by {@link ArticleGraph}.
 *
 * <p>Writes all classes of each resource explicitly, because no reasoner runs over the graph.
 */
final class ArticleMapping {
  private final Extraction extraction;
  private final Map<Entity, Double> confidences;
  private final Map<Node, Link> links;
  private final Map<Node, Set<String>> names;
  private final Article article;
  private final String id;
  private final Node articleNode;
  private final Iris iris;
  private final Provenance provenance;
  private final StreamRDF out;

  ArticleMapping(ChosenLinks.Outcome outcome, Iris iris, Provenance provenance, StreamRDF out) {
    this.extraction = outcome.corrected().extraction();
    this.confidences = extraction.confidences();
    this.links = outcome.links();
    this.names = outcome.names();
    this.article = extraction.article();
    this.id = article.id();
    this.articleNode = iris.article(id);
    this.iris = iris;
    this.provenance = provenance;
    this.out = out;
  }

  void write(String digest) {
    article(digest);
    extraction();
    extraction.allEntities().forEach(this::entity);
    extraction.mentions().forEach(this::mention);
    extraction.statements().forEach(this::statement);
    extraction.reports().forEach(this::report);
    extraction.roles().forEach(this::role);
    extraction.relations().forEach(this::relation);
  }

  private void article(String digest) {
    Metadata metadata = article.metadata();
    add(articleNode, RDF.type.asNode(), News.Article);
    add(articleNode, RDFS.label.asNode(), Literals.label(title()));
    add(articleNode, DCTerms.identifier.asNode(), Literals.string(id));
    add(articleNode, News.text, Literals.string(article.text().toString()));
    add(articleNode, News.digest, Literals.string(digest));
    string(News.fingerprint, MinHash.of(article.text().toString()));
    string(DCTerms.title.asNode(), metadata.title());
    metadata.authors().forEach(name -> string(DCTerms.creator.asNode(), Optional.of(name)));
    string(DCTerms.publisher.asNode(), metadata.publisher());
    string(DCTerms.language.asNode(), metadata.language());
    metadata
        .published()
        .ifPresent(date -> add(articleNode, DCTerms.issued.asNode(), Literals.date(date)));
    metadata
        .modified()
        .ifPresent(date -> add(articleNode, DCTerms.modified.asNode(), Literals.date(date)));
    string(SchemaDO.articleSection.asNode(), metadata.section());
    string(DCTerms.rights.asNode(), metadata.rights());
    string(SchemaDO.correction.asNode(), metadata.correction());
    if (!metadata.isEnglish()) {
      add(articleNode, News.analysed, Literals.bool(false));
    }
    metadata.url().ifPresent(url -> add(articleNode, DCTerms.source.asNode(), Literals.link(url)));
    extraction
        .entities()
        .forEach(entity -> add(articleNode, News.mentions, iris.entity(entity, id)));
  }

  /** Returns the headline, otherwise the first line that is not blank, otherwise the id. */
  private String title() {
    return article
        .metadata()
        .title()
        .filter(title -> !title.isBlank())
        .or(() -> article.text().toString().lines().filter(line -> !line.isBlank()).findFirst())
        .orElse(id);
  }

  private void string(Node property, Optional<String> value) {
    value.ifPresent(it -> add(articleNode, property, Literals.string(it)));
  }

  /** Writes the activity that extracted the facts: the program, the time and the article. */
  private void extraction() {
    Node activity = iris.extraction(id);
    Node software = iris.software(provenance.version());
    String name = "Newsgraph " + provenance.version();
    add(activity, RDF.type.asNode(), Prov.Activity);
    add(activity, RDFS.label.asNode(), Literals.label("Extraction by " + name));
    add(activity, Prov.used, articleNode);
    add(activity, Prov.endedAtTime, Literals.dateTime(provenance.at()));
    add(activity, Prov.wasAssociatedWith, software);
    add(software, RDF.type.asNode(), Prov.SoftwareAgent);
    add(software, RDFS.label.asNode(), Literals.label(name));
    add(software, SchemaDO.softwareVersion.asNode(), Literals.string(provenance.version()));
  }

  private void entity(Entity entity) {
    Node it = iris.entity(entity, id);
    add(it, RDF.type.asNode(), News.Entity);
    add(it, RDF.type.asNode(), News.typeOf(entity.type()));
    add(it, RDFS.label.asNode(), Literals.string(entity.name()));
    entity.otherNames().forEach(name -> add(it, SKOS.altLabel.asNode(), Literals.string(name)));
    Optional.ofNullable(confidences.get(entity))
        .ifPresent(confidence -> add(it, News.confidence, Literals.decimal(confidence)));
    names
        .getOrDefault(it, Set.of())
        .forEach(name -> add(it, News.nameInArticle, Literals.string(name)));
    Optional.ofNullable(links.get(it)).ifPresent(link -> item(it, link.item()));
  }

  private void item(Node entity, Item item) {
    Node same = Literals.link(item.iri());
    if (same.isURI() && !item.iri().startsWith(Item.WIKIPEDIA)) {
      add(entity, OWL.sameAs.asNode(), same);
    }
    item.title().ifPresent(title -> add(entity, SchemaDO.sameAs.asNode(), iris.wikipedia(title)));
  }

  private void mention(Mention mention) {
    Node it = iris.mention(id, mention.span());
    add(articleNode, News.mention, it);
    add(it, RDF.type.asNode(), News.Mention);
    add(it, RDFS.label.asNode(), Literals.label(mention.text()));
    Node entity = iris.entity(mention.entity(), id);
    add(it, News.refersTo, entity);
    Optional.ofNullable(links.get(entity)).ifPresent(link -> link(it, link));
    add(it, News.why, Literals.string(mention.why().description()));
    add(it, News.confidence, Literals.decimal(mention.confidence()));
    addSpan(it, mention.span());
  }

  private void link(Node mention, Link link) {
    add(mention, News.linkConfidence, Literals.decimal(link.confidence()));
    if (!link.why().isBlank()) {
      add(mention, News.linkReason, Literals.string(link.why()));
    }
  }

  private void statement(Statement statement) {
    Node it = iris.statement(id, statement.span());
    add(articleNode, News.statement, it);
    add(it, RDF.type.asNode(), News.Statement);
    add(it, RDF.type.asNode(), News.typeOf(statement.kind()));
    add(it, RDFS.label.asNode(), Literals.label(title(statement)));
    add(it, News.content, Literals.string(statement.content()));
    add(it, News.reportStatus, News.of(statement.status()));
    add(it, News.confidence, Literals.decimal(statement.confidence()));
    add(it, Prov.wasGeneratedBy, iris.extraction(id));
    addSpan(it, statement.span());
    add(it, News.contextBegin, Literals.integer(statement.context().begin()));
    add(it, News.contextEnd, Literals.integer(statement.context().end()));
    statement.quotedText().ifPresent(text -> add(it, News.quotedText, Literals.string(text)));
    statement.saidOn().ifPresent(time -> time(it, time));
    statement.cue().ifPresent(cue -> add(it, News.cue, Literals.string(cue.text())));
    statement.speaker().ifPresent(speaker -> speaker(it, speaker));
    about(it, statement.about());
  }

  private void time(Node statement, StatementTime time) {
    add(statement, News.saidOn, Literals.date(time.value().toString()));
    add(statement, News.saidOnText, Literals.string(time.text()));
  }

  private void report(SpeechActReport report) {
    Node it = iris.report(id, report.span());
    add(articleNode, News.report, it);
    add(it, RDF.type.asNode(), News.SpeechActReport);
    String label = report.speaker().name() + " " + report.cue().text() + " " + report.topic();
    add(it, RDFS.label.asNode(), Literals.label(label + note(report.status())));
    add(it, News.topic, Literals.string(report.topic()));
    add(it, News.reportStatus, News.of(report.status()));
    add(it, News.confidence, Literals.decimal(report.confidence()));
    add(it, Prov.wasGeneratedBy, iris.extraction(id));
    addSpan(it, report.span());
    add(it, News.cue, Literals.string(report.cue().text()));
    speaker(it, report.speaker());
    about(it, report.about());
  }

  private void about(Node it, Set<Entity> entities) {
    for (Entity entity : entities) {
      add(it, News.about, iris.entity(entity, id));
      add(it, News.mentions, iris.entity(entity, id));
    }
  }

  private static String title(Statement statement) {
    return statement
            .speaker()
            .map(speaker -> speaker.name() + ": " + statement.content())
            .orElse(statement.content())
        + note(statement.status());
  }

  /** Returns the status in parentheses, so that no label tells the contrary; empty if said. */
  private static String note(ReportStatus status) {
    return status == ReportStatus.SAID ? "" : " (" + status.label() + ")";
  }

  private void speaker(Node statement, Speaker speaker) {
    Node it = iris.speaker(speaker, id);
    add(statement, News.speaker, it);
    add(statement, News.speakerText, Literals.string(speaker.text()));
    if (speaker instanceof Speaker.Described described) {
      add(it, RDF.type.asNode(), News.Entity);
      add(it, RDFS.label.asNode(), Literals.string(described.name()));
    }
  }

  private void role(Role role) {
    Node it = iris.role(id, role.span());
    add(iris.entity(role.person(), id), News.hasRole, it);
    add(it, RDF.type.asNode(), News.Role);
    add(it, RDFS.label.asNode(), Literals.label(role.text()));
    add(it, News.roleText, Literals.string(role.text()));
    addEvidence(it, role.span(), role.confidence());
    role.organisation()
        // The country in "US president" is a place, not an organisation.
        .filter(organisation -> organisation.type() == EntityType.ORGANISATION)
        .ifPresent(organisation -> add(it, News.organisation, iris.entity(organisation, id)));
  }

  private void relation(Relation relation) {
    Node it = iris.relation(id, relation.span());
    add(iris.entity(relation.entity(), id), News.hasRelation, it);
    add(it, RDF.type.asNode(), News.Relation);
    add(it, RDFS.label.asNode(), Literals.label(article.text().substring(relation.span())));
    addEvidence(it, relation.span(), relation.confidence());
    add(it, RDF.type.asNode(), News.typeOf(relation));
    relation.relatedTo().ifPresent(other -> add(it, News.relatedTo, iris.entity(other, id)));
    if (relation instanceof Relation.FamilyTie tie) {
      add(it, News.relationText, Literals.string(tie.text()));
    } else if (relation instanceof Relation.Age age) {
      add(it, News.years, Literals.integer(age.years()));
    }
  }

  /** Adds the common properties of roles and relations: confidence, origin, span and date. */
  private void addEvidence(Node it, Span span, double confidence) {
    add(it, News.confidence, Literals.decimal(confidence));
    add(it, Prov.wasGeneratedBy, iris.extraction(id));
    addSpan(it, span);
    article
        .metadata()
        .published()
        .ifPresent(date -> add(it, DCTerms.date.asNode(), Literals.date(date)));
  }

  private void addSpan(Node it, Span span) {
    add(it, News.begin, Literals.integer(span.begin()));
    add(it, News.end, Literals.integer(span.end()));
    add(it, News.exact, Literals.string(article.text().substring(span)));
  }

  private void add(Node subject, Node predicate, Node object) {
    out.triple(Triple.create(subject, predicate, object));
  }
}
