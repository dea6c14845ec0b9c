package org.newsgraph.serve.explorer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.IsoDay;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.entity.EntityRef;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statement.StatementView;
import org.newsgraph.serve.page.Html;

/** Renders statements as HTML: content, then kind, speaker, dates, confidence and source. */
final class StatementHtml {
  /** Length from which content is folded, in code points. */
  private static final int MAX_QUOTE_LENGTH = 420;

  /** Maximum number of repetitions that are listed. */
  private static final int MAX_REPETITIONS = 30;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final Iris iris;

  StatementHtml(Iris iris) {
    this.iris = iris;
  }

  Html list(List<StatementPage.Group> groups) {
    return list(groups, true);
  }

  /**
   * Renders a list of statements.
   *
   * @param named false to leave out the speaker, on a page whose statements all have the same one
   */
  Html list(List<StatementPage.Group> groups, boolean named) {
    return Html.of(
        "<ul class=\"quotes\">\n{}</ul>\n",
        groups.stream().map(it -> Html.of("<li>{}</li>\n", item(it, named))).toList());
  }

  /** Renders one statement, with links to the other places that have the same words. */
  private Html item(StatementPage.Group group, boolean named) {
    StatementView said = group.statement();
    return Html.of(
        "<article class=\"quote\"><blockquote>{}</blockquote>{}\n<p class=\"by\">{}</p>{}</article>\n",
        contentLink(said),
        whole(said),
        List.of(
            kind(said),
            Html.of("<span class=\"speaker\">{}</span> ", speaker(said)).when(named),
            saidOn(said),
            date(said.article().issued()),
            confidence(said),
            source(said),
            cite(said)),
        repetitions(group.repetitions()));
  }

  /** Renders the content as a link to its place in the article; long content is truncated. */
  Html contentLink(StatementView said) {
    return Html.of(
        "<a href=\"{}\">{}</a>", Html.address(said.iri().getURI(), iris), sentence(said, true));
  }

  /** Renders long content as a whole, folded; nothing for content that is not truncated. */
  Html whole(StatementView said) {
    return Html.of(
            "<details class=\"whole\"><summary>Show all</summary><blockquote>{}</blockquote></details>",
            sentence(said, false))
        .when(isLong(said));
  }

  private static boolean isLong(StatementView said) {
    String text = said.sentence().map(StatementView.Sentence::text).orElseGet(() -> text(said));
    return text.codePointCount(0, text.length()) > MAX_QUOTE_LENGTH;
  }

  /**
   * Renders the sentences of a statement, so that they can be read aloud: speaker, verb and words.
   * The content stands out. Without its sentences, the content alone.
   *
   * @param shortened true to truncate long sentences
   */
  private static Html sentence(StatementView said, boolean shortened) {
    if (said.sentence().isEmpty()) {
      return Html.of("{}", shortened ? truncate(text(said), MAX_QUOTE_LENGTH) : text(said));
    }
    StatementView.Sentence sentence = said.sentence().get();
    // Typographic marks have the length of straight ones, so that the offsets stay.
    String text = QuoteTypography.curly(sentence.text());
    int from = sentence.before().length();
    int to = from + sentence.content().length();
    String shown = shortened ? truncate(text, MAX_QUOTE_LENGTH) : text;
    if (shown.length() <= from) {
      // The content begins after the point at which the sentences would be cut.
      return Html.of("… {}", truncate(text.substring(from, to), MAX_QUOTE_LENGTH));
    }
    int end = Math.min(to, shown.length());
    return Html.of(
        "<span class=\"frame\">{}</span>{}<span class=\"frame\">{}</span>",
        shown.substring(0, from),
        shown.substring(from, end),
        shown.substring(end));
  }

  /** Returns the content in typographic quotation marks. */
  static String text(StatementView said) {
    return QuoteTypography.set(said.kind(), said.content(), said.quotedText());
  }

  Html speaker(StatementView said) {
    return said.speaker()
        .filter(it -> iris.isEntity(it.iri().getURI()) && !it.name().isEmpty())
        .map(it -> Html.of("<a href=\"{}\">{}</a>", entity(it), it.name()))
        .orElseGet(() -> Html.of("{}", said.speakerName()));
  }

  /** Returns the address of the page about an entity. */
  String entity(EntityRef named) {
    return Html.address(named.iri().getURI(), iris);
  }

  /** Renders the link to the citation of a statement. */
  Html cite(StatementView said) {
    return Html.of(
        "<a class=\"cite\" href=\"{}\">Cite</a>", CitePage.address(said.iri().getURI(), iris));
  }

  private Html source(StatementView said) {
    String article = Html.address(said.article().article().getURI(), iris);
    String publisher = said.article().publisher();
    return Html.of(
        "<cite><a href=\"{}\">{}</a></cite> ",
        article,
        publisher.isEmpty() ? ArticleTitle.of(said.title(), 90) : truncate(publisher, 90));
  }

  /** Renders the time at which a statement was made; empty if it is unknown. */
  static Html saidOn(StatementView said) {
    return said.saidOn()
        .map(
            it ->
                Html.of(
                    "<span class=\"said-on\" title=\"{}\">said <time datetime=\"{}\">{}</time></span> ",
                    it.text(),
                    it.value(),
                    formatDate(it.value())))
        .orElse(Html.NONE);
  }

  /** Renders a date; empty if there is no date. */
  static Html date(String issued) {
    return Html.of("<time datetime=\"{}\">{}</time> ", issued, formatDate(issued))
        .when(!issued.isEmpty());
  }

  /** Formats an ISO 8601 date: "13 Oct 2016". Returns dates without a day unchanged. */
  static String formatDate(String issued) {
    try {
      return LocalDate.parse(IsoDay.of(issued)).format(DAY);
    } catch (DateTimeParseException e) {
      return issued;
    }
  }

  /** Renders the kind of a statement, and its status unless it was said. */
  static Html kind(StatementView said) {
    return Html.of(
        "<span class=\"kind {}\">{}</span> {}",
        said.kind(),
        StatementKindLabel.of(said.kind()),
        status(said.status()));
  }

  /** Renders a status as a label; empty for a statement that was said. */
  static Html status(ReportStatus status) {
    return Html.of("<strong class=\"status {}\">{}</strong> ", status.code(), status.label())
        .when(status != ReportStatus.SAID);
  }

  static Html confidence(StatementView said) {
    return Html.of(
        "<span class=\"sure\" title=\"How likely it is that these words, by this speaker, are in the"
            + " article. It does not say whether they are true.\">Confidence {}</span> ",
        percent(said.confidence()));
  }

  static String percent(double confidence) {
    return Math.min(99, Math.round(confidence * 100)) + "%";
  }

  /** Renders the list of other places that have the same words. */
  Html repetitions(List<StatementView> also) {
    if (also.isEmpty()) {
      return Html.NONE;
    }
    return Html.of(
        "<details class=\"small\"><summary>Also in {}</summary><ul>{}</ul></details>",
        NumberText.of(also.size(), "other article", "other articles"),
        also.stream()
            .limit(MAX_REPETITIONS)
            .map(
                it ->
                    Html.of(
                        "<li><a href=\"{}\">{}</a> {}</li>\n",
                        Html.address(it.iri().getURI(), iris),
                        it.article().publisher().isEmpty()
                            ? ArticleTitle.of(it.title(), 90)
                            : it.article().publisher(),
                        date(it.article().issued())))
            .toList());
  }

  /** Truncates a text to a maximum length, in code points. */
  static String truncate(String text, int maxLength) {
    return text.codePointCount(0, text.length()) <= maxLength
        ? text
        : text.substring(0, text.offsetByCodePoints(0, maxLength - 1)).stripTrailing() + "…";
  }
}
