/**
 * Corrections by people: merges, renames, distinctions and rejected statements.
 *
 * <p>A {@link org.newsgraph.graph.correction.Correction} is one decision, a {@link
 * org.newsgraph.graph.correction.CorrectionLine} its line in the file. {@link
 * org.newsgraph.graph.correction.Corrections} holds all of them and resolves an entity: {@code
 * MergeGroups} groups merged entities and picks the representative of each group. {@code
 * CorrectionApplier} changes an article's records before they are mapped, and {@code
 * CorrectionMapping} states in the graph what was corrected and by whom.
 *
 * <p>Everything here is a pure function, so a build gives the same graph in any order. Uses {@code
 * graph}, {@code extract} and {@code link}. Begin with {@link
 * org.newsgraph.graph.correction.Corrections}.
 */
package org.newsgraph.graph.correction;
