package org.newsgraph.serve.explorer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.link.Fact;
import org.newsgraph.query.entity.EntityLinks;
import org.newsgraph.query.entity.EntityProfile;
import org.newsgraph.query.entity.EntityRef;
import org.newsgraph.query.entity.EntityRole;
import org.newsgraph.query.entity.MentionReason;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.ItemList;

/** The panels of an entity's page that show its profile: facts, roles, names and their reasons. */
record EntityProfilePanels(
    Explorer explorer, DatasetGraph dataset, Node entity, EntityProfile overview) {
  private static final int ROLES = 12;
  private static final int NAMES = 30;
  private static final int VALUES = 6;

  /** Maximum number of mentions whose reasons are counted. */
  private static final int MAX_MENTIONS = 200;

  private static final int EXAMPLES = 8;

  private Iris iris() {
    return explorer.iris();
  }

  /** Renders the item to which the entity is linked, and the facts of knowledge bases. */
  Html facts(Request request) {
    EntityLinks link = EntityLinks.of(dataset, entity, iris());
    if (link.isEmpty() && overview.facts().isEmpty()) {
      return Html.NONE;
    }
    return Html.of(
        "<h2>Known facts</h2>{}<dl class=\"facts\">{}{}</dl>",
        picture(),
        new LinkRows(entity, link, iris()).html(request),
        overview.facts().entrySet().stream().map(this::fact).toList());
  }

  private Html picture() {
    return explorer.showsPictures()
        ? overview.facts().getOrDefault(Fact.Property.IMAGE, List.of()).stream()
            .flatMap(it -> Picture.html(it.iri().toString(), overview.name()).stream())
            .findFirst()
            .orElse(Html.NONE)
        : Html.NONE;
  }

  private Html fact(Map.Entry<Fact.Property, List<EntityRef>> fact) {
    String name = fact.getKey().name().replace('_', ' ').toLowerCase(Locale.ROOT);
    boolean address =
        fact.getKey() == Fact.Property.WEBSITE || fact.getKey() == Fact.Property.IMAGE;
    return Html.of(
        "<dt>{}</dt><dd>{}</dd>",
        fact.getKey() == Fact.Property.IMAGE
            ? "Picture"
            : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
        fact.getValue().stream()
            .limit(VALUES)
            .map(it -> value(it, address))
            .collect(Html.joining(", ")));
  }

  private Html value(EntityRef value, boolean address) {
    return value.iri().isURI()
        ? Html.link(
            value.iri().getURI(), address ? ItemName.of(value.name()) : value.name(), iris())
        : Html.of("{}", StatementHtml.formatDate(value.name()));
  }

  /** Renders the roles and relations that articles give, with the dates of these articles. */
  Html roles() {
    List<EntityRole> roles = overview.rolesAndRelations().stream().limit(ROLES).toList();
    return ItemList.titled("Roles", roles, ItemList.rows(roles, this::role));
  }

  private ItemList.Entry role(EntityRole role) {
    Html other =
        role.other()
            .map(it -> Html.of(", {}", Html.link(it.iri().getURI(), it.name(), iris())))
            .orElse(Html.NONE);
    return new ItemList.Entry(
        Html.of(
            "<a class=\"plain\" href=\"{}\">{}</a>{}",
            Html.address(role.first().getURI(), iris()),
            role.text(),
            other),
        Html.of("{}", span(role)));
  }

  private static String span(EntityRole role) {
    String from = StatementHtml.formatDate(role.from());
    String to = StatementHtml.formatDate(role.to());
    return from.equals(to) ? from : from + " – " + to;
  }

  /** Renders the other names, and the reasons why mentions refer to the entity. */
  Html names() {
    List<String> names = overview.alsoKnownAs().stream().limit(NAMES).toList();
    return ItemList.titled(
            "Other names",
            names,
            ItemList.chips(names, it -> Html.of("{}", StatementHtml.truncate(it, 80))))
        .and(reasons(MentionReason.of(dataset, entity, MAX_MENTIONS, EXAMPLES)));
  }

  private Html reasons(List<MentionReason> reasons) {
    return Html.of(
            "<details class=\"why\"><summary>Why are these mentions one {}?</summary><dl class=\"reasons\">{}</dl>{}</details>",
            overview.types().contains("Person") ? "person" : "entity",
            reasons.stream().map(this::reason).toList(),
            Html.of(
                    "<p class=\"small\">Corrections: {}</p>",
                    overview.corrections().stream()
                        .map(it -> Html.link(it.iri().getURI(), it.label(), iris()))
                        .collect(Html.joining("; ")))
                .when(!overview.corrections().isEmpty()))
        .when(!reasons.isEmpty());
  }

  private Html reason(MentionReason reason) {
    return Html.of(
        "<div><dt>{} <span class=\"quiet\">{}</span></dt><dd>{}</dd></div>",
        reason.text().isEmpty() ? "its name" : reason.text(),
        NumberText.of(reason.mentions(), "mention", "mentions"),
        reason.examples().stream()
            .map(it -> Html.link(it.iri().getURI(), StatementHtml.truncate(it.text(), 60), iris()))
            .collect(Html.joining(", ")));
  }
}
