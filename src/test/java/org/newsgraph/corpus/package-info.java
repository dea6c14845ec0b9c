/** A generator of any number of synthetic articles, with the facts that they contain. */
package org.newsgraph.corpus;
