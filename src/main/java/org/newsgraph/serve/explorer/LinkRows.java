package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.CorrectionMapping;
import org.newsgraph.query.entity.EntityLinks;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.Html;

/**
 * The rows of an entity's facts that show its links: items, confidence, reasons and coordinates.
 *
 * @param entity the entity
 * @param link its links
 */
record LinkRows(Node entity, EntityLinks link, Iris iris) {
  Html html(Request request) {
    return link.items().isEmpty() && link.choices().isEmpty()
        ? point()
        : items(request).and(point());
  }

  private Html items(Request request) {
    return Html.of(
        "<dt>Linked to</dt><dd class=\"linked\">{} <span class=\"quiet small\">{}</span>{}{}</dd>",
        link.items().isEmpty() ? new Html("nothing") : list(link.items(), iris),
        link.isChosen() ? "chosen by a person" : sure(link),
        why(),
        Html.of("<p class=\"small\"><a href=\"{}\">Not this one</a></p>", address(entity, iris))
            .when(request.isByEditor()));
  }

  /** Returns links to items, separated by commas. */
  static Html list(List<Node> items, Iris iris) {
    return items.stream()
        .map(it -> Html.link(it.getURI(), ItemName.of(it.getURI()), iris))
        .collect(Html.joining(", "));
  }

  /**
   * Describes the confidence of a link: "Confidence 97%", "Confidence 78–97%"; empty if it is
   * unknown.
   */
  static String sure(EntityLinks link) {
    if (link.lowest() > link.highest()) {
      return "";
    }
    String highest = StatementHtml.percent(link.highest());
    String lowest = StatementHtml.percent(link.lowest());
    return "Confidence "
        + (lowest.equals(highest) ? highest : lowest.replace("%", "") + "–" + highest);
  }

  private Html why() {
    List<String> reasons =
        Stream.concat(
                link.choices().stream().map(it -> CorrectionMapping.sentence(it, iris)),
                link.isChosen() ? Stream.of() : link.reasons().stream())
            .toList();
    return Html.of(
            "<details class=\"small\"><summary>Why?</summary><ul>{}</ul></details>",
            reasons.stream().map(it -> Html.of("<li>{}</li>", it)).toList())
        .when(!reasons.isEmpty());
  }

  private Html point() {
    return link.point()
        .map(
            it ->
                Html.of(
                    "<dt>Coordinates</dt><dd><a href=\"{}\">{}</a></dd>",
                    MapPage.address(it),
                    it.text()))
        .orElse(Html.NONE);
  }

  /** Returns the address of the page on which editors choose the link of an entity. */
  static String address(Node entity, Iris iris) {
    return "/correct/link?entity=" + URLEncoder.encode(iris.relative(entity), UTF_8);
  }
}
