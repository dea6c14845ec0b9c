package org.newsgraph.graph.correction;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Correction.Forget;
import org.newsgraph.graph.correction.Correction.LinkChoice;
import org.newsgraph.graph.correction.Correction.Merge;
import org.newsgraph.graph.correction.Correction.Remark;
import org.newsgraph.graph.correction.Correction.Rename;
import org.newsgraph.graph.correction.Correction.Split;

/**
 * Generator of corrections of entities in handmade articles, and of some that do not occur there.
 */
public final class AnyCorrection {
  private AnyCorrection() {}

  public static Arbitrary<Correction> of(Iris iris) {
    Arbitrary<Node> entity = entity(iris);
    Arbitrary<Remark> remark =
        Arbitraries.of(Remark.NONE, new Remark(Optional.of("so it is"), Optional.of("2026-11-24")));
    return Arbitraries.oneOf(
            Combinators.combine(entity, entity, remark)
                .as((one, two, note) -> (Correction) new Merge(one, two, note)),
            Combinators.combine(entity, entity, article(iris), remark)
                .as((one, two, article, note) -> (Correction) new Split(one, article, two, note)),
            Combinators.combine(entity, article(iris), remark)
                .as(
                    (one, article, note) ->
                        (Correction)
                            new Split(one, article, iris.entityIn(article, iris.name(one)), note)),
            Combinators.combine(entity, Arbitraries.of("New Name", "Ada Novak", "X"), remark)
                .as((one, name, note) -> (Correction) new Rename(one, name, note)),
            Combinators.combine(entity, remark)
                .as((one, note) -> (Correction) new Forget(one, note)),
            Combinators.combine(entity, article(iris).optional(), target(), remark)
                .filter((one, article, target, note) -> iris.isShared(one) || article.isEmpty())
                .as(
                    (one, article, target, note) ->
                        (Correction) LinkChoice.of(one, article, target, note, iris)))
        .filter(AnyCorrection::saysSomething);
  }

  private static boolean saysSomething(Correction correction) {
    return !(correction instanceof Merge merge && merge.entity().equals(merge.other()))
        && !(correction instanceof Split split && split.entity().equals(split.other()));
  }

  private static Arbitrary<Optional<LinkTarget>> target() {
    return Arbitraries.of("Q1 Halab", "Q2", "Q3 Harbour Party", "Q4 Ada Novak")
        .map(LinkTarget::parse)
        .optional();
  }

  static Arbitrary<Node> article(Iris iris) {
    return Arbitraries.of("harbour 1", "market").map(iris::article);
  }

  static Arbitrary<Node> entity(Iris iris) {
    return Arbitraries.of(
        iris.entity("Ada Novak"),
        iris.entity("Aleppo"),
        iris.entity("Harbour Party"),
        iris.entity("Olympics"),
        iris.entity("Halab"),
        iris.entity("#Me, \"too\""),
        iris.entityIn(iris.article("harbour 1"), "Blake"),
        iris.entityIn(iris.article("market"), "Blake"));
  }
}
