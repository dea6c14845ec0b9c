package org.newsgraph.graph.correction;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * What a person says of an entity, against or beyond what the articles' words tell: one line of
 * {@code corrections.csv}.
 */
public sealed interface Correction {
  /** The entity as it is without this correction. */
  Node entity();

  /** What the person noted beside it. */
  Remark remark();

  /** What it says, remark apart: equal for two that say the same. */
  String canonicalForm();

  /** What it is about: two about one thing that do not mean the same contradict each other. */
  String subjectKey();

  /**
   * Why and when it was said; no part of what it means.
   *
   * @param date as it was written, an ISO 8601 date if the program wrote it
   */
  record Remark(Optional<String> note, Optional<String> date) {
    public static final Remark NONE = new Remark(Optional.empty(), Optional.empty());
  }

  /**
   * The entity and another are one.
   *
   * @param other by whose IRI and name they are known
   */
  record Merge(Node entity, Node other, Remark remark) implements Correction {
    @Override
    public String canonicalForm() {
      return "same as\n" + entity + "\n" + other;
    }

    @Override
    public String subjectKey() {
      return canonicalForm();
    }
  }

  /**
   * What one article calls the entity is another.
   *
   * @param other who or what it is there
   */
  record Split(Node entity, Node article, Node other, Remark remark) implements Correction {
    @Override
    public String canonicalForm() {
      return subjectKey() + "\n" + other;
    }

    @Override
    public String subjectKey() {
      return "not the same as\n" + entity + "\n" + article;
    }
  }

  /**
   * The entity has a better name to show; its IRI stays.
   *
   * @param name to show
   */
  record Rename(Node entity, String name, Remark remark) implements Correction {
    @Override
    public String canonicalForm() {
      return subjectKey() + "\n" + name;
    }

    @Override
    public String subjectKey() {
      return "is called\n" + entity;
    }
  }

  /** What was taken for an entity is none. */
  record Forget(Node entity, Remark remark) implements Correction {
    @Override
    public String canonicalForm() {
      return "is no entity\n" + entity;
    }

    @Override
    public String subjectKey() {
      return canonicalForm();
    }
  }
}
