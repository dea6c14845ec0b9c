package org.newsgraph.serve.explorer;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.graph.correction.CorrectionMapping;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.activity.EntityActivity;
import org.newsgraph.query.entity.EntityProfile;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.Html;
import org.newsgraph.store.correction.CorrectionsFile;

/** Forms on an entity's page in which editors rename, merge, split, link or remove the entity. */
final class CorrectionForms {
  /** Maximum length of an article's title, in code points. */
  private static final int MAX_TITLE_LENGTH = 80;

  private final DatasetGraph dataset;
  private final Iris iris;
  private final CorrectionsFile file;

  CorrectionForms(DatasetGraph dataset, Iris iris, CorrectionsFile file) {
    this.dataset = dataset;
    this.iris = iris;
    this.file = file;
  }

  Html html(EntityProfile who, EntityActivity company, Request request) {
    if (!request.isByEditor()) {
      return Html.of(
              "<p class=\"small quiet\">Is this wrong? <a href=\"/login?to={}\">Log in</a> to correct this entry.</p>",
              request.pathAndQuery())
          .when(request.loginsEnabled());
    }
    return Html.of(
        "<h2>Correct this entry</h2><div class=\"corrections\">{}{}{}{}{}{}</div>",
        form(
            who,
            "rename",
            "Rename",
            Html.of(
                "<div class=\"field\"><label for=\"new-name\">Name to show</label><input id=\"new-name\" name=\"name\" required value=\"{}\"></div>",
                who.name()),
            "Rename"),
        form(
            who,
            "merge",
            "Merge with …",
            new Html(
                "<div class=\"field\"><label for=\"other\">Name of the other entry</label><input id=\"other\" name=\"other\" required data-suggest=\"entity\" autocomplete=\"off\"></div>"),
            "Merge"),
        form(who, "split", "Split: some articles mean someone else", articles(company), "Split"),
        undoForms(who),
        link(who),
        form(
            who,
            "forget",
            "Not a person, organisation or place",
            new Html(
                "<p>The mentions and roles of this entry are removed. Its statements stay, attributed to an unnamed source.</p>"),
            "Remove"));
  }

  private Html articles(EntityActivity company) {
    return Html.of(
        """
        <fieldset><legend>In these articles</legend>{}</fieldset>
        <div class="field"><label for="as">Who is meant there? (leave empty if unknown)</label><input id="as" name="as"></div>
        """,
        company.articles().stream()
            .limit(20)
            .map(
                it ->
                    Html.of(
                        "<label><input type=\"checkbox\" name=\"article\" value=\"{}\"> {} {}</label>",
                        it.article().getURI(),
                        title(it.article()),
                        StatementHtml.date(it.issued())))
            .toList());
  }

  private String title(Node article) {
    String title = GraphValues.label(dataset, article, article);
    return title.isEmpty() ? iris.articleId(article) : ArticleTitle.of(title, MAX_TITLE_LENGTH);
  }

  /** Returns a form for each merge of the entity, to undo it. */
  private Html undoForms(EntityProfile who) {
    List<Correction.Merge> merges =
        file.read().all().stream()
            .filter(it -> it instanceof Correction.Merge)
            .map(it -> (Correction.Merge) it)
            .filter(it -> it.other().equals(who.entity()) || it.entity().equals(who.entity()))
            .toList();
    return merges.stream()
        .map(
            it ->
                form(
                    who,
                    "split",
                    "Undo: " + CorrectionMapping.sentence(it, iris),
                    Html.of(
                        "<input type=\"hidden\" name=\"other\" value=\"{}\">",
                        iris.relative(it.other().equals(who.entity()) ? it.entity() : it.other())),
                    "Undo merge"))
        .collect(Html.joining());
  }

  /** Returns the form that changes or undoes the link of the entity. */
  private Html link(EntityProfile who) {
    List<String> chosen =
        file.read()
            .links()
            .all()
            .filter(
                it ->
                    it.entity().equals(who.entity())
                        || who.corrections().stream()
                            .anyMatch(made -> made.iri().equals(iris.correction(it))))
            .map(it -> CorrectionMapping.sentence(it, iris))
            .sorted()
            .toList();
    return Html.of(
            "<details><summary>Link to a knowledge base</summary><p><a class=\"button\" href=\"{}\">Choose the item</a></p></details>",
            LinkRows.address(who.entity(), iris))
        .and(
            chosen.isEmpty()
                ? Html.NONE
                : form(
                    who,
                    "relink",
                    "Undo: " + String.join("; ", chosen),
                    new Html("<p>The linker decides again.</p>"),
                    "Undo link"));
  }

  private Html form(EntityProfile who, String kind, String title, Html fields, String button) {
    return Html.of(
        """
        <details><summary>{}</summary><form method="post" action="/correct">
        <input type="hidden" name="kind" value="{}"><input type="hidden" name="entity" value="{}">
        {}<div class="field"><label>Reason, for colleagues (optional) <input name="note"></label></div><p><button class="main">{}</button></p></form></details>
        """,
        title,
        kind,
        iris.relative(who.entity()),
        fields,
        button);
  }
}
