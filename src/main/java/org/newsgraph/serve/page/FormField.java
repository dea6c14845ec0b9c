package org.newsgraph.serve.page;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A labelled field of a form in which a user types.
 *
 * <pre>{@code
 * FormField.of("speaker", "Speaker", filter.speaker()).suggesting("entity").html()
 * }</pre>
 *
 * @param name the name of the parameter; also the id of the field, unique on its page
 * @param value the current value
 * @param type the type of the HTML element: "text", "search", "url"
 * @param suggestions the kind of suggestions below the field: "entity" or "role"; empty for none
 * @param placeholder an example, shown while the field is empty; may be empty
 * @param options values to choose from, in addition to free text
 * @param required true if the form cannot be sent without a value
 * @param error the reason why the value was refused, as a sentence
 */
public record FormField(
    String name,
    String label,
    String value,
    String type,
    String suggestions,
    String placeholder,
    List<String> options,
    boolean required,
    Optional<String> error) {

  private static final int MAX_LENGTH = 500;

  public FormField {
    options = List.copyOf(options);
  }

  /** Returns an optional text field. */
  public static FormField of(String name, String label, String value) {
    return new FormField(name, label, value, "text", "", "", List.of(), false, Optional.empty());
  }

  /** Sets the type of the HTML element. */
  public FormField typed(String newType) {
    return new FormField(
        name, label, value, newType, suggestions, placeholder, options, required, error);
  }

  /** Suggests names while the user types. */
  public FormField suggesting(String kind) {
    return new FormField(name, label, value, type, kind, placeholder, options, required, error);
  }

  /** Sets the example that is shown while the field is empty. */
  public FormField example(String text) {
    return new FormField(name, label, value, type, suggestions, text, options, required, error);
  }

  /** Offers values to choose from. */
  public FormField choices(Collection<String> values) {
    return new FormField(
        name, label, value, type, suggestions, placeholder, List.copyOf(values), required, error);
  }

  /** Requires a value. */
  public FormField mandatory() {
    return new FormField(name, label, value, type, suggestions, placeholder, options, true, error);
  }

  /** Shows below the field why its value was refused. */
  public FormField refused(Optional<String> reason) {
    return new FormField(
        name, label, value, type, suggestions, placeholder, options, required, reason);
  }

  /** Renders the label, the field and the error. */
  public Html html() {
    return Html.of(
        "<div class=\"field\"><label for=\"{}\">{}</label>{}{}</div>\n",
        name,
        label,
        input(),
        error
            .map(it -> Html.of("<p class=\"field-error\" id=\"{}-error\">{}</p>", name, it))
            .orElse(Html.NONE));
  }

  private Html input() {
    return Html.of(
        "<input id=\"{}\" name=\"{}\" type=\"{}\" value=\"{}\" maxlength=\"{}\"{}>{}",
        name,
        name,
        type,
        value,
        MAX_LENGTH,
        attributes(),
        datalist());
  }

  private Html attributes() {
    return Html.of(" placeholder=\"{}\"", placeholder)
        .when(!placeholder.isEmpty())
        .and(
            Html.of(" data-suggest=\"{}\" autocomplete=\"off\"", suggestions)
                .when(!suggestions.isEmpty()))
        .and(Html.of(" list=\"{}-options\"", name).when(!options.isEmpty()))
        .and(new Html(" required").when(required))
        .and(
            Html.of(" aria-invalid=\"true\" aria-describedby=\"{}-error\"", name)
                .when(error.isPresent()));
  }

  private Html datalist() {
    return Html.of(
            "<datalist id=\"{}-options\">{}</datalist>",
            name,
            options.stream().map(it -> Html.of("<option value=\"{}\">", it)).toList())
        .when(!options.isEmpty());
  }
}
