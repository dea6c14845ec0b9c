package org.newsgraph.extract;

import java.util.Optional;
import org.newsgraph.article.Span;

/** What the article tells of a person or an organisation besides roles: kin, origin, home, age. */
public sealed interface Relation {
  /** Of whom or what it is told. */
  Entity entity();

  /** The words that it stands on. */
  Span span();

  /** How likely it is right, above 0 and up to 1. */
  double confidence();

  /** To whom or to where it leads; nowhere from an age. */
  Optional<Entity> relatedTo();

  /**
   * The same relation of others.
   *
   * @param related to whom or to where, where this one leads anywhere
   */
  Relation of(Entity other, Optional<Entity> related);

  /**
   * A person is somebody's relative: "Brendan Cox, husband of Jo".
   *
   * @param text what the person is to the relative, in the article's word: "husband"
   * @param relative to whom
   */
  record FamilyTie(Entity entity, String text, Entity relative, Span span, double confidence)
      implements Relation {
    @Override
    public Optional<Entity> relatedTo() {
      return Optional.of(relative);
    }

    @Override
    public Relation of(Entity other, Optional<Entity> related) {
      return new FamilyTie(other, text, related.orElseThrow(), span, confidence);
    }

    /** The same, as what the person is: for a look at whom "her husband" means. */
    Role asRole() {
      return new Role(entity, text, Optional.empty(), span, confidence);
    }
  }

  /** A person was born there: "born in Leeds". */
  record Birthplace(Entity entity, Entity place, Span span, double confidence) implements Relation {
    @Override
    public Optional<Entity> relatedTo() {
      return Optional.of(place);
    }

    @Override
    public Relation of(Entity other, Optional<Entity> related) {
      return new Birthplace(other, related.orElseThrow(), span, confidence);
    }
  }

  /** A person lives there or comes from there, an organisation has its seat there. */
  record Base(Entity entity, Entity place, Span span, double confidence) implements Relation {
    @Override
    public Optional<Entity> relatedTo() {
      return Optional.of(place);
    }

    @Override
    public Relation of(Entity other, Optional<Entity> related) {
      return new Base(other, related.orElseThrow(), span, confidence);
    }
  }

  /**
   * How old a person is, on the day of the article.
   *
   * @param years from 1 to 120
   */
  record Age(Entity entity, int years, Span span, double confidence) implements Relation {
    /** The oldest that a person can be, in years. */
    public static final int OLDEST = 120;

    public Age {
      if (years < 1 || years > OLDEST) {
        throw new IllegalArgumentException("nobody is " + years + " years old");
      }
    }

    @Override
    public Optional<Entity> relatedTo() {
      return Optional.empty();
    }

    @Override
    public Relation of(Entity other, Optional<Entity> related) {
      return new Age(other, years, span, confidence);
    }
  }
}
