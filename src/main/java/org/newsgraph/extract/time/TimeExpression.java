package org.newsgraph.extract.time;

import org.newsgraph.extract.TokenRange;

/**
 * Words that denote a time.
 *
 * @param range the words, including a preposition: "on Wednesday"
 * @param value the meaning
 * @param modifier whether the words denote a time only before a noun, as "2019" does in "a 2019
 *     interview"
 */
record TimeExpression(TokenRange range, TimeValue value, boolean modifier) {}
