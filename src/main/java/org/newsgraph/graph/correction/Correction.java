package org.newsgraph.graph.correction;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;

/**
 * A user's decision about an entity that overrides the extraction: one line of {@code
 * corrections.csv}.
 */
public sealed interface Correction {
  /** Returns the entity as extracted, without this correction. */
  Node entity();

  /** Returns the user's remark. */
  Remark remark();

  /** Returns a text that is equal for corrections with the same meaning; without the remark. */
  String canonicalForm();

  /** Returns the subject. Corrections with the same subject but different meanings conflict. */
  String subjectKey();

  /**
   * Reason and date of a correction, which are not part of its meaning.
   *
   * @param note reason for the correction
   * @param date date as entered; in ISO 8601 if the program wrote it
   */
  record Remark(Optional<String> note, Optional<String> date) {
    public static final Remark NONE = new Remark(Optional.empty(), Optional.empty());
  }

  /**
   * Merge of an entity into another one.
   *
   * @param entity entity that is merged
   * @param other entity whose IRI and name both get
   * @param remark reason and date
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
   * Distinction of an entity in one article from the entity of the same name elsewhere.
   *
   * @param entity entity as extracted
   * @param article article in which it is another entity
   * @param other entity that it is in this article
   * @param remark reason and date
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
   * Better display name for an entity, which keeps its IRI.
   *
   * @param entity entity to rename
   * @param name name to show
   * @param remark reason and date
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

  /**
   * Choice of the item to which an entity is linked, which overrides the linker.
   *
   * @param entity entity under its name in articles, or the entity into which the linker turns it;
   *     never one that is known in one article only
   * @param article article to which the choice is limited; empty if it applies to every article
   * @param target the item; empty if the entity is linked to nothing
   * @param remark reason and date
   */
  record LinkChoice(Node entity, Optional<Node> article, Optional<LinkTarget> target, Remark remark)
      implements Correction {
    /**
     * Creates a choice; for an entity that is known in one article only, the choice is limited to
     * this article.
     */
    public static LinkChoice of(
        Node entity,
        Optional<Node> article,
        Optional<LinkTarget> target,
        Remark remark,
        Iris iris) {
      return iris.isShared(entity)
          ? new LinkChoice(entity, article, target, remark)
          : new LinkChoice(
              iris.entityNamed(iris.name(entity)),
              Optional.of(iris.article(iris.articleId(entity))),
              target,
              remark);
    }

    @Override
    public String canonicalForm() {
      return subjectKey() + "\n" + target.map(LinkTarget::text).orElse("");
    }

    @Override
    public String subjectKey() {
      return "is linked to\n" + entity + "\n" + article.map(Node::toString).orElse("");
    }
  }

  /** Removal of an entity that was recognised by mistake. */
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
