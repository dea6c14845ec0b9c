package org.newsgraph.extract;

import java.util.Optional;
import org.newsgraph.article.Span;

/**
 * A fact that the article states about a person or an organisation, other than a role: family,
 * origin, residence or seat, age.
 */
public sealed interface Relation {
  /** Returns the subject of the relation. */
  Entity entity();

  /** Returns the span of the words that state the relation. */
  Span span();

  /** Returns the probability that the relation is right, above 0 and up to 1. */
  double confidence();

  /** Returns the object of the relation, or empty for an age. */
  Optional<Entity> relatedTo();

  /**
   * Returns this relation with other entities.
   *
   * @param other the new subject
   * @param related the new object; required unless the relation is an age
   */
  Relation withEntities(Entity other, Optional<Entity> related);

  /**
   * A family relationship: "Brendan Cox, husband of Jo".
   *
   * @param entity person described by {@code text}: Brendan Cox
   * @param text the person's relationship to the relative, in the article's word: "husband"
   * @param relative the other person: Jo
   * @param span range of the words that state the relationship
   * @param confidence probability that the relation is right, above 0 and up to 1
   */
  record FamilyTie(Entity entity, String text, Entity relative, Span span, double confidence)
      implements Relation {
    @Override
    public Optional<Entity> relatedTo() {
      return Optional.of(relative);
    }

    @Override
    public Relation withEntities(Entity other, Optional<Entity> related) {
      return new FamilyTie(other, text, related.orElseThrow(), span, confidence);
    }

    /**
     * Returns the family tie as a role of the person, for resolving descriptions such as "her
     * husband".
     */
    public Role asRole() {
      return new Role(entity, text, Optional.empty(), span, confidence);
    }
  }

  /** The place where a person was born: "born in Leeds". */
  record Birthplace(Entity entity, Entity place, Span span, double confidence) implements Relation {
    @Override
    public Optional<Entity> relatedTo() {
      return Optional.of(place);
    }

    @Override
    public Relation withEntities(Entity other, Optional<Entity> related) {
      return new Birthplace(other, related.orElseThrow(), span, confidence);
    }
  }

  /** The place where a person lives or comes from, or where an organisation has its seat. */
  record Base(Entity entity, Entity place, Span span, double confidence) implements Relation {
    @Override
    public Optional<Entity> relatedTo() {
      return Optional.of(place);
    }

    @Override
    public Relation withEntities(Entity other, Optional<Entity> related) {
      return new Base(other, related.orElseThrow(), span, confidence);
    }
  }

  /**
   * A person's age on the day of the article.
   *
   * @param entity the person
   * @param years age in years, from 1 to 120
   * @param span range of the words that state the age
   * @param confidence probability that the relation is right, above 0 and up to 1
   */
  record Age(Entity entity, int years, Span span, double confidence) implements Relation {
    /** Maximum age of a person, in years. */
    public static final int MAX_YEARS = 120;

    public Age {
      if (years < 1 || years > MAX_YEARS) {
        throw new IllegalArgumentException("invalid age: " + years);
      }
    }

    @Override
    public Optional<Entity> relatedTo() {
      return Optional.empty();
    }

    @Override
    public Relation withEntities(Entity other, Optional<Entity> related) {
      return new Age(other, years, span, confidence);
    }
  }
}
