package org.newsgraph.link;

import java.util.Optional;

/** Evidence that an entity is an item, collected while the variants of its names are looked up. */
final class CandidateEvidence {
  /** Weight of a variant that does not occur in the article: "Key Tronic Corporation". */
  private static final double UNWRITTEN_WEIGHT = 0.85;

  /** Weight of a name that the rest of the article completes. */
  private static final double CONTEXT_WEIGHT = 0.2;

  private final Item item;
  private double prior;
  private boolean exact;
  private boolean written;
  private boolean byName;
  private boolean withPlace;
  private double context;
  private Optional<String> completion = Optional.empty();
  private String form = "";

  CandidateEvidence(Item item) {
    this.item = item;
  }

  /**
   * Adds a candidate that a variant of one of the entity's names has.
   *
   * @param best whether the variant was derived from the entity's main name
   * @param form variant that was looked up
   */
  void add(boolean best, NameVariant form, Candidate candidate) {
    double weight = candidate.prior() * (form.inArticle() ? 1 : UNWRITTEN_WEIGHT);
    if (weight > prior || this.form.isEmpty()) {
      prior = weight;
      this.form = form.text();
    }
    exact |= candidate.exact();
    written |= form.inArticle();
    byName |= best;
  }

  /**
   * Adds a candidate found by a place's name together with the larger place that follows it in the
   * text: "Aurora, Colorado".
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

  /**
   * Adds a candidate found by a name that the rest of the article completes: "Lewis County, Utah".
   *
   * @param support weight of the variant relative to the best supported one, up to 1
   */
  void addFromContext(ContextVariants.Variant variant, Candidate candidate, double support) {
    double weight = candidate.prior() * support;
    if (weight > context) {
      context = weight;
      completion = Optional.of(variant.text());
    }
    prior = Math.max(prior, context * CONTEXT_WEIGHT);
    exact = true;
    written = true;
    byName = true;
    if (form.isEmpty()) {
      form = variant.text();
    }
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

  boolean isInArticle() {
    return written;
  }

  boolean isByMainName() {
    return byName;
  }

  boolean isWithPlace() {
    return withPlace;
  }

  /** Returns the weighted prior of the name that the rest of the article completes; 0 if none. */
  double contextPrior() {
    return context;
  }

  /** Returns the name that the rest of the article completes and that led to the item, if any. */
  Optional<String> completion() {
    return completion;
  }

  /** Returns the variant with which the item has its highest prior. */
  String likeliestVariant() {
    return form;
  }
}
