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
import org.newsgraph.graph.correction.Correction.Merge;
import org.newsgraph.graph.correction.Correction.Rename;
import org.newsgraph.graph.correction.Correction.Split;

/** What people have corrected, as RDF. */
public final class CorrectionMapping {
  private static final Node NOTE = SKOS.note.asNode();
  private static final Node DATE = DCTerms.date.asNode();

  private CorrectionMapping() {}

  /** What a correction says: in plain words, and as the line of CSV that it can be read from. */
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

  /** "Jo Cox is the same as Helen Joanne Cox". */
  public static String sentence(Correction correction, Iris iris) {
    String entity = called(correction.entity(), iris);
    if (correction instanceof Merge merge) {
      return entity + " is the same as " + called(merge.other(), iris);
    }
    if (correction instanceof Split split) {
      return iris.name(split.entity())
          + " in the article "
          + iris.articleId(split.article())
          + " is not the same as elsewhere, but "
          + called(split.other(), iris);
    }
    if (correction instanceof Rename rename) {
      return entity + " is called " + rename.name();
    }
    return entity + " is no entity";
  }

  /** Its name, and where that is known in one article only, in which. */
  private static String called(Node entity, Iris iris) {
    return iris.isShared(entity)
        ? iris.name(entity)
        : iris.name(entity) + " (in the article " + iris.articleId(entity) + ")";
  }

  /** Tells of each entity by what it was corrected. */
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
