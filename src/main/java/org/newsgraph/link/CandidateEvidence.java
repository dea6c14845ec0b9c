package org.newsgraph.link;

import java.util.HashSet;
import java.util.Set;

/** What speaks for an entity's being an item, as the forms of its names are looked up. */
final class CandidateEvidence {
  /** What a form counts that the article does not have: "Key Tronic Corporation". */
  private static final double UNWRITTEN = 0.85;

  private final Item item;
  private final Set<String> names = new HashSet<>();
  private double prior;
  private boolean exact;
  private boolean written;
  private boolean byName;
  private boolean withPlace;
  private String form = "";

  CandidateEvidence(Item item) {
    this.item = item;
  }

  /**
   * @param name of the entity, of which the form was made
   * @param best whether the name is the one it is known by
   */
  void add(String name, boolean best, NameVariant form, Candidate candidate) {
    double weight = candidate.prior() * (form.written() ? 1 : UNWRITTEN);
    if (weight > prior || this.form.isEmpty()) {
      prior = weight;
      this.form = form.text();
    }
    exact |= candidate.exact();
    written |= form.written();
    byName |= best;
    names.add(name);
  }

  /**
   * It was found by the place's name together with the larger place that the text gives after it.
   */
  void addWithPlace(NameVariant form, Candidate candidate) {
    withPlace = true;
    if (candidate.prior() > prior || this.form.isEmpty()) {
      prior = candidate.prior();
      this.form = form.text();
    }
    exact |= candidate.exact();
    written = true;
    byName = true;
  }

  Item item() {
    return item;
  }

  double prior() {
    return prior;
  }

  boolean isExact() {
    return exact;
  }

  boolean isWritten() {
    return written;
  }

  boolean isByName() {
    return byName;
  }

  boolean isWithPlace() {
    return withPlace;
  }

  int names() {
    return names.size();
  }

  /** The form of the name by which it was found likeliest. */
  String form() {
    return form;
  }
}
