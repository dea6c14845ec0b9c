package org.newsgraph.link.fetch;

import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.wikidata.ClassHierarchy;

/**
 * The items of a fetch that have the wanted types, by their numbers.
 *
 * @param selected all these items
 * @param changed the items whose data has to be requested; in an update, those that the earlier
 *     knowledge base lacks or that have been modified since
 */
record ItemSelection(BitSet selected, BitSet changed) {
  static ItemSelection of(
      SliceStore store,
      ClassHierarchy classes,
      Set<EntityType> types,
      Optional<FetchedItems> earlier)
      throws IOException {
    Map<Integer, Long> known = earlier.isEmpty() ? Map.of() : earlier.get().modifications();
    ItemSelection selection = new ItemSelection(new BitSet(), new BitSet());
    FoundItems.forEach(
        store,
        (item, modified, classesOfItem) -> {
          if (classes.kind(classesOfItem).type().filter(types::contains).isPresent()) {
            selection.selected.set(item);
            Long last = known.get(item);
            if (last == null || modified == 0 || modified != last) {
              selection.changed.set(item);
            }
          }
        });
    return selection;
  }

  /** Tests whether an item is selected and has not changed since the earlier fetch. */
  boolean isUnchanged(int item) {
    return selected.get(item) && !changed.get(item);
  }
}
