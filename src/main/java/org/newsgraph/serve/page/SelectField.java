package org.newsgraph.serve.page;

import java.util.List;

/**
 * A labelled list in a form, from which a user chooses one value.
 *
 * @param id the id of the element, unique on its page
 * @param name the name of the parameter
 * @param chosen the current value
 */
public record SelectField(
    String id, String name, String label, String chosen, List<Option> options) {

  /**
   * A value to choose.
   *
   * @param value the value of the parameter
   * @param title the words that the user sees
   */
  public record Option(String value, String title) {
    /** Returns an option whose words are its value. */
    public static Option of(String value) {
      return new Option(value, value);
    }
  }

  public SelectField {
    options = List.copyOf(options);
  }

  /** Returns a list whose id is the name of its parameter. */
  public static SelectField of(String name, String label, String chosen, List<Option> options) {
    return new SelectField(name, name, label, chosen, options);
  }

  /** Renders the label and the list. */
  public Html html() {
    return Html.of(
        "<div class=\"field\"><label for=\"{}\">{}</label>{}</div>\n",
        id,
        label,
        Html.of(
            "<select id=\"{}\" name=\"{}\">{}</select>",
            id,
            name,
            options.stream().map(this::option).toList()));
  }

  private Html option(Option option) {
    return Html.of(
        "<option value=\"{}\"{}>{}</option>",
        option.value(),
        new Html(" selected").when(option.value().equals(chosen)),
        option.title());
  }
}
