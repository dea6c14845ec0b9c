/**
 * An article becomes analysed text: sentences, tokens, the grammar between them, and which tokens
 * are part of a name.
 *
 * <p>{@link org.newsgraph.text.Analyser} is the way in; what lies behind it is replaceable, and
 * nothing outside this package knows which language model does the work. {@link
 * org.newsgraph.text.AnalysedText} is what comes out.
 *
 * <p>May use {@code article}. Begin with {@link org.newsgraph.text.AnalysedText}.
 */
package org.newsgraph.text;
