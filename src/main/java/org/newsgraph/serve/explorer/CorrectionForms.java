package org.newsgraph.serve.explorer;

import java.util.List;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.graph.correction.CorrectionMapping;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.Html;
import org.newsgraph.store.correction.CorrectionsFile;

/** What an editor can say of an entity: that it is another, is two, has a better name, is none. */
final class CorrectionForms {
  private final Iris iris;
  private final CorrectionsFile file;

  CorrectionForms(Iris iris, CorrectionsFile file) {
    this.iris = iris;
    this.file = file;
  }

  Html html(EntityOverview who, EntityActivity company, Request request) {
    if (!request.isByEditor()) {
      return Html.of(
              "<p class=\"small quiet\">Is this wrong? <a href=\"/login?to={}\">Log in</a> to correct who is whom.</p>",
              request.address())
          .when(request.loginsEnabled());
    }
    return Html.of(
        "<h2>Correct who is whom</h2><div class=\"corrections\">{}{}{}{}{}</div>",
        form(
            who,
            "rename",
            "It has a better name",
            Html.of(
                "<div class=\"field\"><label for=\"new-name\">Name to show</label><input id=\"new-name\" name=\"name\" required value=\"{}\"></div>",
                who.name()),
            "Rename"),
        form(
            who,
            "merge",
            "It is the same as another",
            new Html(
                "<div class=\"field\"><label for=\"other\">The other, by name</label><input id=\"other\" name=\"other\" required data-suggest=\"entity\" autocomplete=\"off\"></div>"),
            "Merge into the other"),
        form(who, "split", "Some articles mean another", articles(company), "Split"),
        merged(who),
        form(
            who,
            "forget",
            "It is no person and no thing",
            new Html(
                "<p>Its mentions and roles go; what it was held to have said stays, as said by someone unnamed.</p>"),
            "Forget it"));
  }

  private Html articles(EntityActivity company) {
    return Html.of(
        """
        <fieldset><legend>In these articles</legend>{}</fieldset>
        <div class="field"><label for="as">Who it is there (empty: somebody known there only)</label><input id="as" name="as"></div>
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

  /** Merges that stand, to be taken back. */
  private Html merged(EntityOverview who) {
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
                    "Take back: " + CorrectionMapping.sentence(it, iris),
                    Html.of(
                        "<input type=\"hidden\" name=\"other\" value=\"{}\">",
                        iris.relative(it.other().equals(who.entity()) ? it.entity() : it.other())),
                    "Make them two again"))
        .collect(Html.joining());
  }

  private Html form(EntityOverview who, String kind, String title, Html fields, String button) {
    return Html.of(
        """
        <details><summary>{}</summary><form method="post" action="/correct">
        <input type="hidden" name="kind" value="{}"><input type="hidden" name="entity" value="{}">
        {}<div class="field"><label>Why (a note for others) <input name="note"></label></div><p><button class="main">{}</button></p></form></details>
        """,
        title,
        kind,
        iris.relative(who.entity()),
        fields,
        button);
  }
}
