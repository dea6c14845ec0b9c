package org.newsgraph.serve.explorer;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.query.entity.EntityLinks;
import org.newsgraph.serve.api.Corrector;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;

/** Applies the correction that an editor sends from an entity's page, and shows the result. */
public final class CorrectionHandler implements RouteHandler {
  private static final Pattern ENTITY = Pattern.compile("\\bentity/(\\S+)");

  /** Maximum number of other entities to which the result links. */
  private static final int MAX_OTHERS = 4;

  private final Explorer explorer;
  private final Optional<Corrector> corrector;

  public CorrectionHandler(Explorer explorer, Optional<Corrector> corrector) {
    this.explorer = explorer;
    this.corrector = corrector;
  }

  @Override
  public Reply handle(Request request) {
    Corrector by =
        corrector.orElseThrow(
            () -> new HttpError(501, "this server does not support corrections of entities"));
    Corrector.CorrectionRequest correction = correctionRequest(request);
    Set<String> names = namesInArticles(correction.entity());
    try {
      String done = by.correct(correction);
      return page("Corrected", "good", sentence(withNames(done)) + ".", correction, names)
          .reply(request);
    } catch (HttpError e) {
      return page("Not corrected", "bad", sentence(e.getMessage()) + ".", correction, names)
          .reply(request)
          .withStatus(e.status());
    }
  }

  private static Corrector.CorrectionRequest correctionRequest(Request request) {
    return new Corrector.CorrectionRequest(
        kind(request),
        request.parameter("entity").orElseThrow(() -> HttpError.badRequest("entity is missing")),
        request.parameter("other").orElse(""),
        request.parameters("article").stream().filter(it -> !it.isBlank()).toList(),
        request.parameter("name").or(() -> request.parameter("as")).orElse(""),
        request.parameter("note").orElse(""));
  }

  private static Corrector.Action kind(Request request) {
    String kind = request.parameter("kind").orElse("");
    if (kind.equals("link") && request.parameter("other").equals(Optional.of("none"))) {
      return Corrector.Action.UNLINK;
    }
    try {
      return Corrector.Action.valueOf(kind.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new HttpError(400, "kind must be merge, split, rename, forget, link, unlink or relink");
    }
  }

  private Page page(
      String title,
      String tone,
      String message,
      Corrector.CorrectionRequest correction,
      Set<String> names) {
    return Page.titled(title)
        .body(
            Html.of(
                "<p class=\"note {}\" role=\"status\">{}</p><p class=\"actions\">{}{}</p>",
                tone,
                message,
                button(correction.entity()),
                button(correction.other()).and(others(correction.entity(), names))));
  }

  /** Returns the names that articles give an entity, under which it may be found afterwards. */
  private Set<String> namesInArticles(String entity) {
    try {
      Node node = explorer.iris().parseEntity(entity.strip());
      return explorer.store().read(it -> EntityLinks.of(it, node, explorer.iris()).names());
    } catch (IllegalArgumentException e) {
      return Set.of();
    }
  }

  /** Returns links to other entities that articles name like the corrected one. */
  private Html others(String entity, Set<String> names) {
    Iris iris = explorer.iris();
    Set<Node> found = new LinkedHashSet<>();
    explorer
        .store()
        .read(
            dataset -> {
              for (String name : names) {
                Node literal = NodeFactory.createLiteralString(name);
                var named = dataset.find(Node.ANY, Node.ANY, News.nameInArticle, literal);
                while (named.hasNext() && found.size() < MAX_OTHERS) {
                  found.add(named.next().getSubject());
                }
              }
              return found;
            });
    return found.stream()
        .filter(it -> !iris.relative(it).equals(entity) && !iris.name(it).equals(entity))
        .map(it -> button(iris.relative(it)))
        .collect(Html.joining());
  }

  /** Returns a link to the entity; empty if it does not exist. */
  private Html button(String name) {
    Iris iris = explorer.iris();
    if (name.isEmpty()) {
      return Html.NONE;
    }
    try {
      Node entity = iris.parseEntity(name.strip());
      boolean exists =
          explorer.store().read(dataset -> dataset.contains(Node.ANY, entity, Node.ANY, Node.ANY));
      return Html.of(
              "<a class=\"button\" href=\"{}\">{}</a> ",
              Html.address(entity.getURI(), iris),
              iris.name(entity))
          .when(exists);
    } catch (IllegalArgumentException e) {
      return Html.NONE;
    }
  }

  /** Replaces the IRIs of entities by their names. */
  private static String withNames(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(it -> Matcher.quoteReplacement(it.group(1).replace("_", " ")));
  }

  private static String sentence(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
