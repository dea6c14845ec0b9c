package org.newsgraph.graph.correction;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.Literals;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Prov;
import org.newsgraph.graph.correction.Correction.LinkChoice;
import org.newsgraph.graph.correction.Correction.Merge;
import org.newsgraph.graph.correction.Correction.Rename;
import org.newsgraph.graph.correction.Correction.Split;

/** Mapping of corrections to RDF. */
public final class CorrectionMapping {
  private static final Node NOTE = SKOS.note.asNode();
  private static final Node DATE = DCTerms.date.asNode();

  private CorrectionMapping() {}

  /** Returns the triples of a correction, which include a sentence and its line of CSV. */
  public static List<Triple> triples(Correction correction, Iris iris) {
    Node it = iris.correction(correction);
    CorrectionLine line = CorrectionLine.of(correction, iris);
    List<Triple> triples = new ArrayList<>();
    triples.add(Triple.create(it, RDF.type.asNode(), News.Correction));
    triples.add(Triple.create(it, RDFS.label.asNode(), Literals.label(sentence(correction, iris))));
    triples.add(Triple.create(it, RDF.value.asNode(), Literals.string(line.csv(','))));
    correction
        .remark()
        .note()
        .ifPresent(note -> triples.add(Triple.create(it, NOTE, Literals.string(note))));
    correction
        .remark()
        .date()
        .ifPresent(date -> triples.add(Triple.create(it, DATE, Literals.date(date))));
    return triples;
  }

  /** Describes a correction in a sentence: "Jo Cox is the same as Helen Joanne Cox". */
  public static String sentence(Correction correction, Iris iris) {
    String entity = describe(correction.entity(), iris);
    if (correction instanceof Merge merge) {
      return entity + " is the same as " + describe(merge.other(), iris);
    }
    if (correction instanceof Split split) {
      return iris.name(split.entity())
          + " in the article "
          + iris.articleId(split.article())
          + " is not the same as elsewhere, but "
          + describe(split.other(), iris);
    }
    if (correction instanceof Rename rename) {
      return entity + " is called " + rename.name();
    }
    if (correction instanceof LinkChoice choice) {
      return entity
          + choice.article().map(it -> " in the article " + iris.articleId(it)).orElse("")
          + " is linked to "
          + choice.target().map(LinkTarget::description).orElse("nothing");
    }
    return entity + " is no entity";
  }

  /** Returns the name of an entity, with the article if it exists in one article only. */
  private static String describe(Node entity, Iris iris) {
    return iris.isShared(entity)
        ? iris.name(entity)
        : iris.name(entity) + " (in the article " + iris.articleId(entity) + ")";
  }

  /** Writes the applied corrections of each entity. */
  public static void write(CorrectedExtraction corrected, Iris iris, StreamRDF out) {
    corrected
        .applied()
        .forEach(
            (node, corrections) ->
                corrections.forEach(
                    it -> {
                      out.triple(Triple.create(node, Prov.wasInfluencedBy, iris.correction(it)));
                      triples(it, iris).forEach(out::triple);
                    }));
  }
}
