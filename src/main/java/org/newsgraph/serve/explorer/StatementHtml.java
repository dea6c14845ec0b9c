package org.newsgraph.serve.explorer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.IsoDay;
import org.newsgraph.io.NumberText;
import org.newsgraph.serve.page.Html;

/** How statements look: the words first, then who, where, when, and how sure it is. */
final class StatementHtml {
  /** As many characters of a quotation are shown before it is cut; the article has them all. */
  private static final int LONGEST = 700;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final Iris iris;

  StatementHtml(Iris iris) {
    this.iris = iris;
  }

  Html list(List<StatementLists.Group> groups) {
    return Html.of(
        "<ul class=\"quotes\">\n{}</ul>\n",
        groups.stream().map(it -> Html.of("<li>{}</li>\n", one(it))).toList());
  }

  /** One statement, with the other places where the same words stand. */
  Html one(StatementLists.Group group) {
    StatementView said = group.said();
    return Html.of(
        """
        <article class="quote"><blockquote>{}</blockquote>
        <p class="by"><span class="speaker">{}</span> {}{}{}{}</p>{}</article>
        """,
        words(said),
        speaker(said),
        source(said),
        date(said.place().issued()),
        kind(said),
        sure(said),
        also(group.also()));
  }

  /** The words, which lead to their place in the article. */
  Html words(StatementView said) {
    return Html.of(
        "<a href=\"{}\">{}</a>",
        Html.address(said.iri().getURI(), iris),
        cut(said.content(), LONGEST));
  }

  Html speaker(StatementView said) {
    return said.speaker()
        .filter(it -> iris.isEntity(it.iri().getURI()) && !it.name().isEmpty())
        .map(it -> Html.of("<a href=\"{}\">{}</a>", entity(it), it.name()))
        .orElseGet(() -> Html.of("{}", said.speakerName()));
  }

  /** The page about someone or something. */
  String entity(StatementView.EntityRef named) {
    return Html.address(named.iri().getURI(), iris);
  }

  private Html source(StatementView said) {
    String article = Html.address(said.place().article().getURI(), iris);
    String publisher = said.place().publisher();
    return Html.of(
        "<cite><a href=\"{}\">{}</a></cite> ",
        article,
        cut(publisher.isEmpty() ? said.title() : publisher, 90));
  }

  /** A date as people write it; empty where there is none. */
  static Html date(String issued) {
    return Html.of("<time datetime=\"{}\">{}</time> ", issued, day(issued)).when(!issued.isEmpty());
  }

  static String day(String issued) {
    try {
      return LocalDate.parse(IsoDay.of(issued)).format(DAY);
    } catch (DateTimeParseException e) {
      return issued;
    }
  }

  static Html kind(StatementView said) {
    return Html.of("<span class=\"kind {}\">{}</span> ", said.kind(), said.kind());
  }

  static Html sure(StatementView said) {
    return Html.of(
        "<span class=\"sure\" title=\"How sure the program is that this was said so, and by whom\">"
            + "{} sure</span>",
        percent(said.confidence()));
  }

  static String percent(double confidence) {
    return Math.min(99, Math.round(confidence * 100)) + "\u00A0%";
  }

  /** Where else the same words stand. */
  Html also(List<StatementView> also) {
    if (also.isEmpty()) {
      return Html.NONE;
    }
    return Html.of(
        "<details class=\"small\"><summary>The same words in {}</summary><ul>{}</ul></details>",
        NumberText.of(also.size(), "other place", "other places"),
        also.stream()
            .limit(30)
            .map(
                it ->
                    Html.of(
                        "<li><a href=\"{}\">{}</a> {}</li>\n",
                        Html.address(it.iri().getURI(), iris),
                        it.place().publisher().isEmpty() ? it.title() : it.place().publisher(),
                        date(it.place().issued())))
            .toList());
  }

  /** Not longer than this many characters. */
  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }
}
