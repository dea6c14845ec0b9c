/**
 * Time expressions, and the time at which a statement was made.
 *
 * <p>A <em>time expression</em> ("on Wednesday", "last week", "in May 2019") denotes a range of
 * days, many relative to the day on which the article was published, the <em>reference day</em>.
 * {@code TimeExpressionParser} parses the expression at a token, {@code TimeValue} resolves it to a
 * {@code DateRange}. {@link org.newsgraph.extract.time.StatementTimeFinder} decides which
 * expression of a sentence tells when a statement was made, and not when something in its content
 * happens: it searches the attribution alone, and stops at each word that may govern the expression
 * instead of the cue ({@code ClauseBounds}).
 *
 * <p>Uses {@code extract} and {@code extract.attribution}. Begin with {@link
 * org.newsgraph.extract.time.StatementTimeFinder}.
 */
package org.newsgraph.extract.time;
