/**
 * An article becomes analysed text: sentences and tokens, and what our own network thinks of each:
 * its part of speech, whether it is part of a name, and what part it has in statements.
 *
 * <p>{@link org.newsgraph.text.Analyser} is the way in, {@link org.newsgraph.text.AnalysedText}
 * what comes out. How the network was trained, and how good it is, is told in {@code training}.
 *
 * <p>May use {@code article}. Begin with {@link org.newsgraph.text.AnalysedText}.
 */
package org.newsgraph.text;
