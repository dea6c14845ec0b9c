package org.newsgraph.graph;

import java.util.EnumSet;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Relation;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.extract.StatementKind;

/** Terms of the Newsgraph ontology, which {@code ontology/news.ttl} defines. */
public final class News {
  /** Namespace of the terms, with the prefix {@code news:}. */
  public static final String NAMESPACE = "https://w3id.org/newsgraph/ontology#";

  public static final Node Article = term("Article");
  public static final Node Entity = term("Entity");
  public static final Node Person = term("Person");
  public static final Node Organisation = term("Organisation");
  public static final Node Place = term("Place");
  public static final Node Statement = term("Statement");
  public static final Node DirectStatement = term("DirectStatement");
  public static final Node MixedStatement = term("MixedStatement");
  public static final Node IndirectStatement = term("IndirectStatement");
  public static final Node SpeechActReport = term("SpeechActReport");
  public static final Node ReportStatus = term("ReportStatus");
  public static final Node Said = term("Said");
  public static final Node NotSaid = term("NotSaid");
  public static final Node ToBeSaid = term("ToBeSaid");
  public static final Node Asked = term("Asked");
  public static final Node Hearsay = term("Hearsay");
  public static final Node Mention = term("Mention");
  public static final Node Role = term("Role");
  public static final Node Relation = term("Relation");
  public static final Node FamilyTie = term("FamilyTie");
  public static final Node Birthplace = term("Birthplace");
  public static final Node Base = term("Base");
  public static final Node Age = term("Age");
  public static final Node Correction = term("Correction");

  public static final Node text = term("text");
  public static final Node digest = term("digest");
  public static final Node analysed = term("analysed");
  public static final Node fingerprint = term("fingerprint");
  public static final Node sameTextAs = term("sameTextAs");
  public static final Node mentions = term("mentions");
  public static final Node statement = term("statement");
  public static final Node report = term("report");
  public static final Node mention = term("mention");

  public static final Node content = term("content");
  public static final Node quotedText = term("quotedText");
  public static final Node saidOn = term("saidOn");
  public static final Node saidOnText = term("saidOnText");
  public static final Node contextBegin = term("contextBegin");
  public static final Node contextEnd = term("contextEnd");
  public static final Node topic = term("topic");
  public static final Node speaker = term("speaker");
  public static final Node speakerText = term("speakerText");
  public static final Node cue = term("cue");
  public static final Node reportStatus = term("reportStatus");
  public static final Node about = term("about");

  public static final Node refersTo = term("refersTo");
  public static final Node why = term("why");
  public static final Node exact = term("exact");
  public static final Node begin = term("begin");
  public static final Node end = term("end");
  public static final Node confidence = term("confidence");

  public static final Node linkConfidence = term("linkConfidence");
  public static final Node linkReason = term("linkReason");
  public static final Node nameInArticle = term("nameInArticle");

  public static final Node hasRole = term("hasRole");
  public static final Node roleText = term("roleText");
  public static final Node organisation = term("organisation");

  public static final Node hasRelation = term("hasRelation");
  public static final Node relationText = term("relationText");
  public static final Node relatedTo = term("relatedTo");
  public static final Node years = term("years");

  private News() {}

  /** Returns the class of statements of a kind. */
  public static Node typeOf(StatementKind kind) {
    return switch (kind) {
      case DIRECT -> DirectStatement;
      case MIXED -> MixedStatement;
      case INDIRECT -> IndirectStatement;
    };
  }

  /** Returns the individual for a report status. */
  public static Node of(ReportStatus status) {
    return switch (status) {
      case SAID -> Said;
      case NOT_SAID -> NotSaid;
      case TO_BE_SAID -> ToBeSaid;
      case ASKED -> Asked;
      case HEARSAY -> Hearsay;
    };
  }

  /** Returns the report status of an individual; empty if the node is not one. */
  public static Optional<ReportStatus> reportStatus(Node individual) {
    return EnumSet.allOf(ReportStatus.class).stream()
        .filter(it -> of(it).equals(individual))
        .findFirst();
  }

  /** Returns the class of entities of a type; for {@link EntityType#OTHER} that of all entities. */
  public static Node typeOf(EntityType type) {
    return switch (type) {
      case PERSON -> Person;
      case ORGANISATION -> Organisation;
      case PLACE -> Place;
      case OTHER -> Entity;
    };
  }

  /** Returns the class of a relation. */
  public static Node typeOf(Relation extracted) {
    if (extracted instanceof Relation.FamilyTie) {
      return FamilyTie;
    }
    if (extracted instanceof Relation.Birthplace) {
      return Birthplace;
    }
    return extracted instanceof Relation.Base ? Base : Age;
  }

  private static Node term(String name) {
    return NodeFactory.createURI(NAMESPACE + name);
  }
}
