package org.newsgraph.serve.explorer;

import java.util.List;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.graph.correction.CorrectionMapping;
import org.newsgraph.query.entity.EntityProfile;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.Html;
import org.newsgraph.store.correction.CorrectionsFile;

/** Forms on an entity's page in which editors rename, merge, split, link or remove the entity. */
final class CorrectionForms {
  private final Iris iris;
  private final CorrectionsFile file;

  CorrectionForms(Iris iris, CorrectionsFile file) {
    this.iris = iris;
    this.file = file;
  }

  Html html(EntityProfile who, EntityActivity company, Request request) {
    if (!request.isByEditor()) {
      return Html.of(
              "<p class=\"small quiet\">Is this wrong? <a href=\"/login?to={}\">Log in</a> to correct this entity.</p>",
              request.pathAndQuery())
          .when(request.loginsEnabled());
    }
    return Html.of(
        "<h2>Correct this entity</h2><div class=\"corrections\">{}{}{}{}{}{}</div>",
        form(
            who,
            "rename",
            "Rename this entity",
            Html.of(
                "<div class=\"field\"><label for=\"new-name\">Name to show</label><input id=\"new-name\" name=\"name\" required value=\"{}\"></div>",
                who.name()),
            "Rename"),
        form(
            who,
            "merge",
            "Merge with another entity",
            new Html(
                "<div class=\"field\"><label for=\"other\">Name of the other entity</label><input id=\"other\" name=\"other\" required data-suggest=\"entity\" autocomplete=\"off\"></div>"),
            "Merge"),
        form(who, "split", "Some articles mean another entity", articles(company), "Split"),
        undoForms(who),
        link(who),
        form(
            who,
            "forget",
            "Remove this entity",
            new Html(
                "<p>For something that is not an entity. Its mentions and roles are removed; its statements stay, attributed to an unnamed speaker.</p>"),
            "Remove"));
  }

  private Html articles(EntityActivity company) {
    return Html.of(
        """
        <fieldset><legend>In these articles</legend>{}</fieldset>
        <div class="field"><label for="as">Name of the entity there (empty: an entity that only these articles know)</label><input id="as" name="as"></div>
        """,
        company.articles().stream()
            .limit(20)
            .map(
                it ->
                    Html.of(
                        "<label><input type=\"checkbox\" name=\"article\" value=\"{}\"> {} {}</label>",
                        it.article().getURI(),
                        iris.articleId(it.article()),
                        StatementHtml.date(it.issued())))
            .toList());
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
                    "Undo this merge"))
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
                    "Undo this link"));
  }

  private Html form(EntityProfile who, String kind, String title, Html fields, String button) {
    return Html.of(
        """
        <details><summary>{}</summary><form method="post" action="/correct">
        <input type="hidden" name="kind" value="{}"><input type="hidden" name="entity" value="{}">
        {}<div class="field"><label>Reason (a note for others) <input name="note"></label></div><p><button class="main">{}</button></p></form></details>
        """,
        title,
        kind,
        iris.relative(who.entity()),
        fields,
        button);
  }
}
