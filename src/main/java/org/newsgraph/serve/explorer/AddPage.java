package org.newsgraph.serve.explorer;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.newsgraph.article.Article;
import org.newsgraph.serve.api.ArticleIntake;
import org.newsgraph.serve.api.ArticleRequest;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Json;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.FormField;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;

/** A form in which an editor adds an article; redirects to the page of the analysed article. */
public final class AddPage implements RouteHandler {
  private static final int MAX_ID_LENGTH = 60;

  private final Explorer explorer;
  private final Optional<ArticleIntake> intake;

  public AddPage(Explorer explorer, Optional<ArticleIntake> intake) {
    this.explorer = explorer;
    this.intake = intake;
  }

  @Override
  public Reply handle(Request request) throws IOException {
    return request.method().equals("POST")
        ? add(request)
        : form(request, Html.NONE, Optional.empty()).reply(request);
  }

  private Reply add(Request request) throws IOException {
    ArticleIntake into =
        intake.orElseThrow(
            () -> new HttpError(501, "this server does not support adding articles"));
    String text = value(request, "text");
    if (text.isBlank()) {
      return refused(request, "The text is missing. Paste the text of the article.", "");
    }
    String typed = value(request, "published").strip();
    Optional<String> published = DateInput.parse(typed, false, DateInput.today());
    if (!typed.isEmpty() && published.isEmpty()) {
      return refused(request, "The article was not added.", DateInput.refusal(typed));
    }
    Article added;
    try {
      added = ArticleRequest.read(jsonLine(request, text, published)).articles().get(0);
    } catch (HttpError e) {
      return refused(request, e.getMessage(), "");
    }
    into.add(added);
    Node article = explorer.iris().article(added.id());
    return Reply.seeOther(Html.address(article.getURI(), explorer.iris()));
  }

  /** Returns the form with what was typed, a notice, and the reason why the date was refused. */
  private Reply refused(Request request, String why, String date) {
    Html notice = Html.of("<p class=\"note bad\" role=\"alert\">{}</p>", why);
    return form(request, notice, Optional.of(date).filter(it -> !it.isEmpty()))
        .reply(request)
        .withStatus(400);
  }

  private static String value(Request request, String name) {
    return request.parameter(name).orElse("");
  }

  /** Returns the form's values as a line of JSON, which is read like articles sent to the API. */
  private String jsonLine(Request request, String text, Optional<String> published) {
    Map<String, Object> article = new LinkedHashMap<>();
    article.put("id", id(value(request, "title"), text));
    article.put("text", text.replace("\r\n", "\n"));
    for (String name : List.of("title", "publisher", "url")) {
      request.parameter(name).ifPresent(it -> article.put(name, it.strip()));
    }
    published.ifPresent(it -> article.put("published", it));
    request
        .parameter("authors")
        .ifPresent(it -> article.put("authors", Arrays.asList(it.strip().split("\\s*,\\s*"))));
    return Json.line(article);
  }

  /** Returns an article id: the words of the title, and a hash of the text. */
  private static String id(String title, String text) {
    String words =
        title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    String start = StatementHtml.truncate(words, MAX_ID_LENGTH).replace("…", "");
    return (start.isEmpty() ? "article" : start)
        + "-"
        + String.format(Locale.ROOT, "%08x", text.hashCode());
  }

  private static Page form(Request request, Html notice, Optional<String> dateError) {
    return Page.titled("Add article")
        .body(
            Html.of(
                """
                {}<form class="sheet" method="post" action="/add">
                {}{}
                {}</form>
                """,
                notice,
                field("title", "Title", request).html(),
                Html.of(
                    "<div class=\"field\"><label for=\"text\">Text</label><textarea id=\"text\" name=\"text\" rows=\"16\" required>\n{}</textarea></div>",
                    value(request, "text")),
                metadata(request, dateError)));
  }

  private static Html metadata(Request request, Optional<String> dateError) {
    return Html.of(
        """
        <div class="pair">{}</div><div class="pair">{}</div>
        <p><button class="main">Add article</button></p>
        """,
        List.of(
            field("publisher", "Publication", request).html(),
            field("published", "Date", request)
                .example("12 January 2026")
                .refused(dateError)
                .html()),
        List.of(
            field("authors", "Authors, separated by commas", request).html(),
            field("url", "Link to the original", request).typed("url").html()));
  }

  private static FormField field(String name, String label, Request request) {
    return FormField.of(name, label, value(request, name));
  }
}
