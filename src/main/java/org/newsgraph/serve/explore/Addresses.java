package org.newsgraph.serve.explore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.serve.page.Html;

/** Where the pages about things are. */
final class Addresses {
  private Addresses() {}

  /**
   * An entity's page: at its IRI where all articles share it. One that a single article knows lives
   * inside that article's document, so its page is asked for by its IRI.
   */
  static String of(Node entity, Iris iris) {
    String iri = entity.getURI();
    return iri.contains("#")
        ? "/entity?iri=" + URLEncoder.encode(iris.relative(entity), UTF_8)
        : Html.address(iri, iris);
  }
}
